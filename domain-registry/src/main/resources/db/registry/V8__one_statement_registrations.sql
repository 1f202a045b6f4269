-- Whether a clinic is exempt, which stays so until the transaction ends. Each statement of a volatile function sees what was
-- committed before it began: what the lock waited for is seen, though the statement that calls this began earlier.
create function registry.exempt_until_commit(clinic text) returns boolean language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('own-account/' || clinic, 0));
    return exists (select from registry.own_account where clinic_id = clinic and exempt);
end
$$;

-- Whether the contact of a registration is told of what happens to it.
create function registry.wants_notices(contact text, domain text) returns boolean language sql stable as $$
    select contact is not null
       and not exists (select from registry.notice_refusal where subject = registry.notice_subject(contact, domain))
$$;
