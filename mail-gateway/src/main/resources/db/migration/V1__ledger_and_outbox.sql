-- What was asked to be sent: each (clinic, request id) once, whatever Kafka repeats.
create table gateway.request (
    key          bigint generated always as identity primary key,
    -- SEND_REQUEST: a producer's; NOTICE: a mail of our own, which has no outcome to publish.
    kind         text        not null check (kind in ('SEND_REQUEST', 'NOTICE')),
    clinic_id    text        not null,
    request_id   text        not null,
    -- Tells a repetition from another request under the same id.
    content_hash bytea       not null,
    -- The checked request as JSON; cleared when the last delivery is finished: reminders are health data.
    content      bytea,
    received_at  timestamptz not null default now(),
    unique (clinic_id, request_id, kind)
);

-- One recipient of a request: an envelope, a Message-ID and an outcome of its own.
create table gateway.delivery (
    key         bigint generated always as identity primary key,
    request_key bigint      not null references gateway.request (key) on delete cascade,
    -- Position in the request; the recipient's name is in the content only.
    position    int         not null,
    recipient   text        not null,
    state       text        not null check (state in ('WAITING', 'SENDING', 'ACCEPTED', 'REJECTED', 'EXPIRED', 'SUPPRESSED', 'BOUNCED')),
    -- WAITING: not before; SENDING: when the lease ends and another worker may take over.
    due_at      timestamptz not null,
    expires_at  timestamptz not null,
    -- Attempts that were begun.
    attempt     int         not null default 0,
    -- Fencing: only the holder of the current token may finish.
    lease_token uuid,
    -- The same on every attempt; random, so that nobody outside can name it.
    message_id  text        not null,
    sending_as  text,
    from_address text,
    reply_to    text,
    smtp_reply  text,
    reason      text,
    updated_at  timestamptz not null default now(),
    unique (request_key, position)
);

create index delivery_due on gateway.delivery (due_at) where state in ('WAITING', 'SENDING');
create index delivery_by_message_id on gateway.delivery (message_id);

-- Requests that came under an id that was taken: each told once.
create table gateway.refusal (
    clinic_id    text        not null,
    request_id   text        not null,
    content_hash bytea       not null,
    reason       text        not null,
    refused_at   timestamptz not null default now(),
    primary key (clinic_id, request_id, content_hash)
);

-- Cancellations that may come before their request, or while an attempt is under way.
create table gateway.cancellation (
    clinic_id    text        not null,
    request_id   text        not null,
    requested_at timestamptz not null default now(),
    primary key (clinic_id, request_id)
);

-- Recipients that a clinic's mail does not go to, by clinic and never across.
create table gateway.suppression (
    clinic_id    text        not null,
    address      text        not null,
    reason       text        not null,
    since        timestamptz not null default now(),
    expires_at   timestamptz not null,
    primary key (clinic_id, address)
);

-- Events and dead letters of committed transactions that the broker has not confirmed yet.
create table gateway.outbox (
    position   bigint generated always as identity primary key,
    topic      text        not null,
    record_key text,
    headers    jsonb       not null,
    payload    bytea,
    created_at timestamptz not null default now()
);
