-- The same answer as before. A function in SQL that looks into a table is parsed and planned at each call, which was a tenth
-- of the cost of a registration; one in PL/pgSQL is planned once in a session.
create or replace function registry.wants_notices(contact text, domain text) returns boolean language plpgsql stable as $$
begin
    if contact is null then
        return false;
    end if;
    return not exists (select from registry.notice_refusal where subject = registry.notice_subject(contact, domain));
end
$$;
