call platform.open_schema('entitlements');

create sequence entitlements.registration_number maxvalue 99999999 cycle;

create table entitlements.registration (
  number text primary key,
  request_id uuid not null unique,
  household_id uuid not null,
  category text not null check (category in ('poor', 'vulnerable')),
  registered_on date not null,
  territory text not null
);
comment on column entitlements.registration.number is 'Ours, opaque, with a check digit: the official ANAM format is not public';

create table entitlements.beneficiary (
  registration_number text not null references entitlements.registration,
  person_id uuid not null,
  ref smallint not null,
  entitled_by text not null,
  territory text not null,
  primary key (registration_number, person_id)
);
create index on entitlements.beneficiary (person_id);

-- What was true on day D, as known at instant E: a period is never changed, it is superseded.
create table entitlements.right_period (
  id uuid primary key,
  registration_number text not null references entitlements.registration,
  state text not null check (state in ('provisional', 'pending_payment', 'open', 'suspended', 'closed')),
  from_day date not null,
  to_day date not null,
  reason text not null,
  known_from timestamptz not null,
  known_to timestamptz,
  territory text not null,
  check (from_day <= to_day)
);
create index on entitlements.right_period (registration_number) where known_to is null;
grant select, insert on all tables in schema entitlements to ramed_app;
grant update (known_to) on entitlements.right_period to ramed_app;
grant usage on all sequences in schema entitlements to ramed_app;
call platform.fence(array['entitlements.registration', 'entitlements.beneficiary', 'entitlements.right_period']::regclass[]);
