-- What was known of a family at some instant, and all that it ever was, is found by its number and its requests, without reading the nation.
create index on entitlements.beneficiary (registration_number, known_from);
create index on registry.household (request_id);
create index on contributions.due (registration_number);
