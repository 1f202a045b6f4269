-- Leases are renewed every few seconds, by their tokens; few deliveries are under way at a time.
create index delivery_by_lease on gateway.delivery (lease_token) where state = 'SENDING';
