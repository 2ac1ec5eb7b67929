-- When each family is called to renew: by the plan that spreads a wave, else when the renewal opens.
create table entitlements.renewal_call (
  registration_number text primary key references entitlements.registration,
  term date not null,
  call_on date not null,
  is_planned boolean not null,
  called_at timestamptz,
  reminded_at timestamptz,
  territory text not null,
  check (call_on <= term)
);
create index on entitlements.renewal_call (call_on) where called_at is null;
create index on entitlements.renewal_call (term) where called_at is not null and reminded_at is null;
create index on entitlements.registration (registered_on);
grant select, insert on entitlements.renewal_call to ramed_app;
grant update (call_on, is_planned, called_at, reminded_at) on entitlements.renewal_call to ramed_app;
call platform.fence(array['entitlements.renewal_call']::regclass[]);
