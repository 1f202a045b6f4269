-- What checks showed takes the place of the count of failures: it is the same in whatever order they are told.
alter table registry.registration
    add column evidence         text    not null default '[]',
    add column flag             text,
    add column dns_proof_wanted boolean not null default false,
    add column urgent           boolean not null default true;

-- Registrations that were verified once: a good check, and the failures that their status stands for.
update registry.registration r
   set evidence = (
       select jsonb_agg(jsonb_build_object(
                  'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                  'failing', s.failing, 'selectorLeft', true, 'policy', r.dmarc_policy) order by s.at)::text
         from (select r.status_since - interval '80 hours' as at, '[]'::jsonb as failing where r.status in ('DEGRADED', 'LAPSED')
               union all
               select coalesce(r.last_checked_at, r.verified_at), '[]'::jsonb where r.status in ('VERIFIED', 'SUSPENDED')
               union all
               select r.status_since - step, '["earlier"]'::jsonb
                 from unnest(array[interval '1 hour', interval '30 minutes', interval '0']) step
                where r.status = 'DEGRADED'
               union all
               select r.status_since - step, '["earlier"]'::jsonb
                 from unnest(array[interval '74 hours', interval '73 hours', interval '72 hours', interval '0']) step
                where r.status = 'LAPSED') s)
 where r.verified_at is not null and r.status <> 'PENDING';

alter table registry.registration drop column failures, drop column dmarc_policy;

update registry.registration set urgent = false where next_check_at > now() + interval '2 hours';
drop index registry.registration_due;
create index registration_due on registry.registration (urgent, next_check_at) where next_check_at is not null;
create index registration_flagged on registry.registration (registered_at, id) where flag is not null;
