-- Which mails of a mailbox elsewhere are processed, or are being processed. The id is a hash of mailbox, UIDVALIDITY and UID.
create table gateway.fetched_mail (
    id            text primary key,
    claimed_until timestamptz not null,
    attempts      integer not null,
    done_at       timestamptz
);

create index fetched_mail_done on gateway.fetched_mail (done_at) where done_at is not null;
