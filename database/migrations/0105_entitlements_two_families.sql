-- One person with a part in the rights of two families: a case for a person to look at.
create table entitlements.two_families (
  id uuid primary key,
  one_registration text not null references entitlements.registration,
  one_person uuid not null,
  other_registration text not null references entitlements.registration,
  other_person uuid not null,
  found_by text not null check (found_by in ('merge', 'card')),
  state text not null default 'open' check (state in ('open', 'settled', 'lapsed')),
  opened_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  kept text,
  event_id uuid references entitlements.life_event,
  reason text,
  note text,
  territory text not null,
  check (one_registration < other_registration),
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'settled') = (kept is not null)),
  check (kept in (one_registration, other_registration))
);
comment on table entitlements.two_families is 'One person, under one identifier or under two that were found to be one, with a part in the rights of two families at once';
comment on column entitlements.two_families.found_by is 'merge: the two were found to be one; card: both families state the same national card';
comment on column entitlements.two_families.event_id is 'The departure by which the part in the other family ended';
comment on column entitlements.two_families.territory is 'What the territories of the two families have in common: two provinces are the nation''s matter';
create unique index one_open_case on entitlements.two_families (one_registration, one_person, other_registration, other_person) where state = 'open';
create index on entitlements.two_families (one_person);
create index on entitlements.two_families (other_person);
create index on entitlements.two_families (state, opened_at);
grant select, insert on entitlements.two_families to ramed_app;
grant update (state, settled_at, settled_by, kept, event_id, reason, note) on entitlements.two_families to ramed_app;
call platform.fence(array['entitlements.two_families']::regclass[]);
