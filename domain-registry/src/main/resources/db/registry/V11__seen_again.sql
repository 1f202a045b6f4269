-- Proofs and releases that came late gave a domain its own name without having it looked at ever again.
update registry.registration set next_check_at = now(), urgent = true
 where status in ('VERIFIED', 'DEGRADED') and next_check_at is null;
