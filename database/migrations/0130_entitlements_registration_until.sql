-- What a registration rested on until it was renewed or reclassified: an answer about what was known then is given as it was.
create table entitlements.registration_until (
  registration_number text not null references entitlements.registration,
  known_to timestamptz not null,
  request_id uuid not null,
  category text not null,
  registered_on date not null,
  territory text not null,
  primary key (registration_number, known_to)
);
comment on table entitlements.registration_until is 'What is known now stands in the registration alone';
grant select, insert on entitlements.registration_until to ramed_app;
call platform.fence(array['entitlements.registration_until']::regclass[]);
