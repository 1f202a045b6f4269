-- Answers to requests that came with an idempotency key, for repetitions of them. Without a status the first is under way.
create table registry.idempotency_key (
    caller       text        not null,
    key          text        not null,
    claim_id     uuid        not null,
    fingerprint  text        not null,
    lease_until  timestamptz not null,
    expires_at   timestamptz not null,
    status       int,
    location     text,
    content_type text,
    entity_tag   text,
    body         bytea,
    primary key (caller, key)
);
create index idempotency_key_by_expiry on registry.idempotency_key (expires_at);
