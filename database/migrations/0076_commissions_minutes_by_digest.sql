-- Whoever holds minutes or a letter asks by the digest on it.
create index on commissions.sitting (minutes_digest);
