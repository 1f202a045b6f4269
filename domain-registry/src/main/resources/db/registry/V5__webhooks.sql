-- Where sender-status is told to over HTTP. Without clinics, of every clinic. Secrets are sealed.
create table registry.webhook (
    id               uuid primary key,
    url              text        not null,
    description      text,
    clinics          text[],
    secret           bytea       not null,
    previous_secret  bytea,
    previous_until   timestamptz,
    created_at       timestamptz not null,
    failing_since    timestamptz,
    disabled_at      timestamptz,
    disabled_because text
);

-- What is still to be told. A payload of null: the pair in the key was removed.
create table registry.webhook_delivery (
    position        bigserial primary key,
    webhook_id      uuid        not null references registry.webhook on delete cascade,
    event_id        text        not null,
    occurred_at     text        not null,
    record_key      text        not null,
    payload         bytea,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null
);
create index webhook_delivery_due on registry.webhook_delivery (webhook_id, next_attempt_at, position);

-- Every record of sender-status is a delivery to each webhook that may see its clinic, in the transaction of the record
-- itself and without a round trip of its own (ADR 25). What happened long before its record is a republication of the topic,
-- which webhooks have been told already.
create function registry.tell_webhooks() returns trigger language plpgsql as $$
begin
    insert into registry.webhook_delivery (webhook_id, event_id, occurred_at, record_key, payload, next_attempt_at)
    select id, new.headers::jsonb ->> 'ce_id', new.headers::jsonb ->> 'ce_time', new.record_key, new.payload, new.created_at
      from registry.webhook
     where disabled_at is null
       and (new.headers::jsonb ->> 'ce_time')::timestamptz > new.created_at - interval '10 minutes'
       and (clinics is null or split_part(new.record_key, '/', 1) = any (clinics));
    return null;
end $$;
create trigger tell_webhooks after insert on registry.outbox
    for each row when (new.topic = 'sender-status') execute function registry.tell_webhooks();
