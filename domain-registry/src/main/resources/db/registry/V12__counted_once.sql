-- One row per domain, its latest check: who has one domain checked over and over counts once. What was counted before, and
-- what a replica of the version before still counts, stands for a domain each.
alter table registry.sweep_check add column domain text not null default gen_random_uuid()::text primary key;

-- When the check that the canary's standing comes from was made.
alter table registry.breaker add column canary_seen_at timestamptz;

-- To whom notices left within a day, as a digest: the limit of an address holds when a registration is removed.
create table registry.notice_to (
    contact bytea       not null,
    sent_at timestamptz not null
);
create index notice_to_by_contact on registry.notice_to (contact, sent_at);
create index notice_to_to_forget on registry.notice_to (sent_at);

create function registry.contact_digest(contact text) returns bytea language sql immutable as $$
    select sha256(convert_to(lower(contact), 'UTF8'))
$$;

insert into registry.notice_to (contact, sent_at)
select registry.contact_digest(r.contact_email), n.sent_at
  from registry.notice n join registry.registration r on r.id = n.registration_id
 where r.contact_email is not null and n.sent_at > now() - interval '1 day';
