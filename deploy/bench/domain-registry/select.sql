\set n random(1, :count)
select * from registry.registration where id = md5(:salt::text || :n)::uuid;
