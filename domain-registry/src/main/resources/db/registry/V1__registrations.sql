-- A clinic's registration of a domain. Status and name in use are the last decision; everything a decision rests on is here.
create table registry.registration (
    id                  uuid primary key,
    clinic_id           text        not null,
    domain              text        not null,
    contact_email       text,
    setup_token         text        not null unique,
    registered_at       timestamptz not null,
    status              text        not null default 'PENDING',
    status_since        timestamptz not null,
    sending_as          text        not null,
    sequence            bigint      not null default 1,
    verified_at         timestamptz,
    own_account         boolean     not null,
    held                boolean     not null default false,
    ownership_method    text,
    ownership_proven_at timestamptz,
    ownership_evidence  text,
    verdicts            text        not null default '[]',
    failures            text        not null default '{"count":0,"countedAt":null,"names":[]}',
    dmarc_policy        text        not null default 'NONE',
    last_checked_at     timestamptz,
    next_check_at       timestamptz,
    unique (clinic_id, domain)
);
create index registration_by_domain on registry.registration (domain, id);
create index registration_by_age on registry.registration (registered_at, id);
create index registration_due on registry.registration (next_check_at) where next_check_at is not null;
create index registration_by_status on registry.registration (status, registered_at, id);

-- What DNS said, one row per check and registration; the key makes a redelivered check harmless.
create table registry.past_check (
    registration_id uuid        not null references registry.registration on delete cascade,
    event_id        uuid        not null,
    cause_id        uuid        not null,
    checked_at      timestamptz not null,
    verdicts        text        not null,
    nameservers     text        not null,
    dns_host        text,
    primary key (registration_id, event_id)
);
create index past_check_by_age on registry.past_check (registration_id, checked_at desc, event_id desc);

create table registry.past_transition (
    registration_id uuid        not null references registry.registration on delete cascade,
    sequence        bigint      not null,
    occurred_at     timestamptz not null,
    status          text        not null,
    sending_as      text        not null,
    previous_status text,
    cause           text        not null,
    event_id        uuid        not null,
    primary key (registration_id, sequence)
);

-- Clinics with a provider account of their own. A row outlives the exemption, so that its sequence goes on.
create table registry.own_account (
    clinic_id text primary key,
    exempt    boolean     not null,
    sequence  bigint      not null,
    since     timestamptz not null
);

-- Events that wait for the relay, in the order of their position. A payload of null is a tombstone.
create table registry.outbox (
    position   bigserial primary key,
    topic      text        not null,
    record_key text,
    headers    text        not null,
    payload    bytea,
    created_at timestamptz not null default now()
);

-- What was asked for lately and counts against a limit.
create table registry.allowance (
    kind     text        not null,
    name     text        not null,
    taken_at timestamptz not null
);
create index allowance_by_name on registry.allowance (kind, name, taken_at);
