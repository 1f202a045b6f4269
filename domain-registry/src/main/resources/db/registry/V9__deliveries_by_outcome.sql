-- How many mails of a clinic became what, by the domain that they were sent for and the day (UTC): numbers, and nobody's
-- address (ADR 33). The domain is empty when none can be told. Rows are counted up in place, so pages keep room for that.
create table registry.delivery_count (
    clinic_id text   not null,
    domain    text   not null,
    day       date   not null,
    outcome   text   not null,
    amount    bigint not null check (amount > 0),
    primary key (clinic_id, domain, day, outcome)
) with (fillfactor = 80);
create index delivery_count_by_day on registry.delivery_count (day);

-- Which outcomes are in those numbers, for as long as they may come again. Rows are in the order of time.
create table registry.counted_outcome (
    id         uuid        not null primary key,
    counted_at timestamptz not null
);
create index counted_outcome_by_age on registry.counted_outcome using brin (counted_at);

-- Claims that wait for a proof by DNS, which the console lists: few, and else found only among all that are pending.
create index registration_claimed on registry.registration (registered_at, id)
 where dns_proof_wanted and ownership_method is null;
