-- Renewals asked and not registered yet, the longest waiting first: a page of them at a counter.
create index renewal_asked on entitlements.renewal (asked_on, request_id) where from_day is null;
