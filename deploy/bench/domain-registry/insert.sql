-- The rows that a registration leaves: itself, the first line of its history, and two events in the outbox.
\set n random(1, 2000000000)
begin;
insert into registry.registration
    (id, clinic_id, domain, setup_token, registered_at, status, status_since, sending_as, sequence, own_account, verdicts,
     evidence, urgent, next_check_at)
values (gen_random_uuid(), 'clinic-' || :n % 5000, gen_random_uuid() || '.com', gen_random_uuid()::text, now(), 'PENDING', now(),
        'FALLBACK', 1, false, :verdicts, '[]', true, now() + interval '1 minute')
returning id \gset
insert into registry.past_transition (registration_id, sequence, occurred_at, status, sending_as, cause, event_id)
values (:id::uuid, 1, now(), 'PENDING', 'FALLBACK', 'REGISTERED', gen_random_uuid());
insert into registry.outbox (topic, record_key, headers, payload)
values ('domain-registered', 'example.com', '{"ce_specversion":"1.0"}', decode(repeat('ab', 700), 'hex'));
insert into registry.outbox (topic, record_key, headers, payload)
values ('sender-status', 'clinic|example.com', '{"ce_specversion":"1.0"}', decode(repeat('ab', 300), 'hex'));
commit;
