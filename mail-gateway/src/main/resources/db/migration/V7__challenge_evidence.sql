-- The mailbox that got the message, so that an expired one can be sent anew; what was known of the mail that asked for it.
alter table gateway.challenge add column mailbox text, add column evidence text;

create index challenge_by_key on gateway.challenge (key_hash);

-- How many answers an address got on a day, as a digest: it need not be one that we know. Cleared when a day is over.
create table gateway.answer (
    address_hash bytea not null,
    day          date  not null,
    answers      int   not null,
    primary key (address_hash, day)
);
