-- Events that the broker can never take, because they are larger than it allows: kept for a person, so that they hold
-- nothing back and nothing is lost.
create table gateway.outbox_aside (
    -- As it was in the outbox.
    position   bigint      primary key,
    topic      text        not null,
    record_key text,
    headers    jsonb       not null,
    payload    bytea,
    created_at timestamptz not null,
    aside_at   timestamptz not null default now()
);
