-- Mails to the contact. A due row is the next one of a registration; a notice row is one that left, and its key keeps it
-- from leaving twice.
create index registration_by_contact on registry.registration (lower(contact_email)) where contact_email is not null;

create table registry.notice_due (
    registration_id uuid primary key references registry.registration on delete cascade,
    sequence        bigint      not null,
    since           timestamptz not null,
    step            int         not null,
    due_at          timestamptz not null
);
create index notice_due_by_time on registry.notice_due (due_at);

create table registry.notice (
    registration_id uuid        not null references registry.registration on delete cascade,
    sequence        bigint      not null,
    step            int         not null,
    kind            text        not null,
    sent_at         timestamptz not null,
    primary key (registration_id, sequence, step)
);

-- Who wants no mails about which domain, as a digest: it must hold when the domain is registered anew.
create table registry.notice_refusal (
    subject    bytea primary key,
    refused_at timestamptz not null
);

create function registry.notice_subject(contact text, domain text) returns bytea language sql immutable as $$
    select sha256(convert_to(lower(contact) || '/' || domain, 'UTF8'))
$$;
