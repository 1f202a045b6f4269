-- One row for each verification message. The key itself is in the message alone, and so is the mailbox it went to.
create table gateway.challenge (
    id          uuid        primary key,
    domain_id   uuid        not null,
    clinic_id   text        not null,
    domain      text        not null,
    key_hash    bytea       not null check (octet_length(key_hash) = 32),
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    wrong_tries integer     not null default 0,
    voided_at   timestamptz,
    used_at     timestamptz
);

-- A registration has one challenge at a time that can be redeemed.
create unique index challenge_open on gateway.challenge (domain_id) where used_at is null and voided_at is null;

create index challenge_by_domain on gateway.challenge (domain, issued_at);
create index challenge_by_registration on gateway.challenge (domain_id, issued_at);
