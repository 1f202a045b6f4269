-- How each domain's required DNS records were seen last, so that a forwarder can be told how many are missing. Written
-- when that changes; rows of domains that nobody checks any more go after 90 days.
create table gateway.checked_domain (
    domain     text        primary key,
    -- The time of the latest check that counted: an older one never overwrites it.
    checked_at timestamptz not null,
    -- Owner name to IN_PLACE, MISSING or UNKNOWN.
    records    jsonb       not null
);

create index checked_domain_by_age on gateway.checked_domain (checked_at);
