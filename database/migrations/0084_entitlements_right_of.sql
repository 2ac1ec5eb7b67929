-- What was known of a right at an earlier moment is asked by its family as often as what is known now.
create index on entitlements.right_period (registration_number, known_from);

alter table audit.reading add column told text;
comment on column audit.reading.told is 'What the answer said, where whom it is about may ask for it: of a right its state and the fields that were given';
