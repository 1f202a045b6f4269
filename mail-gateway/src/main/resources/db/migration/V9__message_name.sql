-- The same name, with the keys as arguments: PostgreSQL makes such a function a part of the statement, which saves a
-- fifth of the cost of taking a mail in. The older function stays for replicas that still run the version before.
create function gateway.message_name(
    inner_key uuid, outer_key uuid, kind text, clinic_id text, request_id text, place int) returns text
    language sql stable
    return encode(
        substring(sha256(uuid_send(outer_key) || sha256(
            uuid_send(inner_key)
            || convert_to(kind || E'\n' || clinic_id || E'\n' || request_id || E'\n' || place, 'UTF8')
        )) from 1 for 20), 'hex');
