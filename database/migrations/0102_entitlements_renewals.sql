-- A family asks for its rights again before they end: another request, the same registration.
create table entitlements.renewal (
  request_id uuid primary key,
  registration_number text not null references entitlements.registration,
  previous_request uuid not null,
  asked_on date not null,
  registered_on date,
  category text check (category in ('poor', 'vulnerable')),
  household_id uuid,
  from_day date,
  begun_on date,
  territory text not null,
  check ((registered_on is null) = (from_day is null) and (registered_on is null) = (category is null)),
  check (begun_on is null or from_day <= begun_on)
);
comment on column entitlements.renewal.from_day is 'First day of the right that was renewed: the day after the one before ended, or that of the registration when it had lapsed';
comment on column entitlements.renewal.begun_on is 'When the registration was moved on to this request';
create index on entitlements.renewal (registration_number);
create index on entitlements.renewal (previous_request);
create index on entitlements.renewal (from_day) where from_day is not null and begun_on is null;
grant select, insert on entitlements.renewal to ramed_app;
grant update (registered_on, category, household_id, from_day, begun_on, territory) on entitlements.renewal to ramed_app;
grant delete on entitlements.renewal_call to ramed_app;
call platform.fence(array['entitlements.renewal']::regclass[]);

alter table entitlements.registration add column years_before smallint not null default 0 check (years_before >= 0);
comment on column entitlements.registration.years_before is 'Years of rights before those that began on registered_on: contributions count on from them';
grant update (request_id, household_id, registered_on, years_before) on entitlements.registration to ramed_app;

-- The draft of a renewal knows whose it is.
alter table applications.draft add column renews text;
comment on column applications.draft.renews is 'Registration number of the family that asks for its rights again; absent for a new request';

-- A family that renews stands in its own earlier requests, and may.
drop function applications.has_open_request(text[]);
create function applications.has_open_request(cards text[], apart uuid[] default '{}') returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from applications.adult_card c join applications.application a on a.id = c.application_id
    where c.cnie = any (cards) and a.state <> 'closed' and a.kind in ('new', 'renewal') and a.id <> all (apart)
  )
$$;
revoke all on function applications.has_open_request(text[], uuid[]) from public;
grant execute on function applications.has_open_request(text[], uuid[]) to ramed_app;
