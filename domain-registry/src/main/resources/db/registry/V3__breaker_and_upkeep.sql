-- Whether demotions are frozen: one row, shared by all replicas.
create table registry.breaker (
    id           integer     primary key check (id = 1),
    frozen       boolean     not null default false,
    reason       text,
    since        timestamptz not null default now(),
    counted_from timestamptz not null default now(),
    canary       text        not null default 'UNSEEN',
    canary_due   timestamptz not null default now()
);
insert into registry.breaker (id) values (1);

-- Checks of domains that were good before; kept for two days.
create table registry.sweep_check (
    taken_at timestamptz not null,
    broke    boolean     not null
);
create index sweep_check_by_time on registry.sweep_check (taken_at);

-- Checks that moved a status are kept longer than others.
alter table registry.past_check add column moved boolean not null default false;
create index past_check_to_forget on registry.past_check (checked_at) where not moved;
create index past_check_moved_to_forget on registry.past_check (checked_at) where moved;
create index past_transition_to_forget on registry.past_transition (occurred_at);
create index allowance_to_forget on registry.allowance (taken_at);

-- Requests to publish every sender-status once more, and how far each has come.
create table registry.republication (
    id           uuid        primary key,
    requested_at timestamptz not null,
    after_id     uuid,
    after_clinic text,
    published    bigint      not null default 0,
    done_at      timestamptz
);
create index republication_open on registry.republication (requested_at) where done_at is null;
