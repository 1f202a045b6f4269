-- The mailbox that got the message, so that an expired one can be sent anew; what was known of the mail that asked for it.
alter table gateway.challenge add column mailbox text, add column evidence text;

create index challenge_by_key on gateway.challenge (key_hash);
