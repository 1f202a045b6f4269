-- A setup page can get a new address. What a clinic was asked to publish comes from the first one and must not change.
alter table registry.registration add column ownership_seed text;

-- The verification message that was asked for last, so that the setup page can say where it went.
create table registry.challenge (
    registration_id uuid primary key references registry.registration on delete cascade,
    mailbox         text        not null,
    requested_at    timestamptz not null
);
