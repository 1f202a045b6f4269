-- Attempts that were begun and whose final reply nobody saw: so many copies more than one may have arrived.
alter table gateway.delivery add column unseen int not null default 0;

-- The clinic's own name was not authorised: what is left of the delivery goes out under the fallback address.
alter table gateway.delivery add column fell_back boolean not null default false;

-- What Message-IDs derive from. It never leaves the database, so nobody outside can name one (122 random bits each).
create table gateway.message_key (
    one        boolean primary key default true check (one),
    inner_key  uuid    not null default gen_random_uuid(),
    outer_key  uuid    not null default gen_random_uuid()
);
insert into gateway.message_key default values;

-- The left part of a delivery's Message-ID: a keyed hash, nested so that nothing can be appended to what it is of. Ids
-- hold no control characters, so the parts cannot run into each other.
create function gateway.message_name(kind text, clinic_id text, request_id text, place int) returns text
    language sql stable
    return (
        select encode(
            substring(sha256(decode(replace(outer_key::text, '-', ''), 'hex') || sha256(
                decode(replace(inner_key::text, '-', ''), 'hex')
                || convert_to(kind || E'\n' || clinic_id || E'\n' || request_id || E'\n' || place, 'UTF8')
            )) from 1 for 20), 'hex')
        from gateway.message_key);
