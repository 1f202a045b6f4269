-- Verified registrations as they are after a year: checked daily, spread evenly over the day, the next ones due from an hour on.
insert into registry.registration
    (id, clinic_id, domain, setup_token, registered_at, status, status_since, sending_as, sequence, verified_at, own_account,
     ownership_method, ownership_proven_at, verdicts, evidence, urgent, last_checked_at, next_check_at)
select md5(:'salt' || n)::uuid, 'clinic-' || n % 5000, 'd' || n || '-' || :'salt' || '.com', md5('token' || :'salt' || n),
       now() - interval '1 year' + n * interval '1 second', 'VERIFIED', now() - interval '300 days', 'NATIVE', 2,
       now() - interval '300 days', false, 'EMAIL_FORWARD', now() - interval '300 days', :'verdicts',
       '[{"at":"2026-01-01T00:00:00Z","failing":[],"selectorLeft":true,"policy":"NONE"}]', false,
       now() - interval '1 hour', now() + interval '1 hour' + (n % 80000) * interval '1 second'
  from generate_series(1, :count) n;
vacuum analyze registry.registration;
