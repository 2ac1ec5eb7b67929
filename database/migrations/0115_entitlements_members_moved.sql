-- Who has rights in one family and is accepted into another leaves the first by an event of its own, which the agency states with that decision.
alter table entitlements.life_event drop constraint life_event_reported_by_check;
alter table entitlements.life_event
  add constraint life_event_reported_by_check check (reported_by in ('family', 'counter', 'register', 'agency')),
  add column with_event uuid references entitlements.life_event,
  add check ((reported_by = 'agency') = (with_event is not null));
comment on column entitlements.life_event.with_event is 'The event of another family by which the member left this one: both are undone as one';
create index on entitlements.life_event (with_event) where with_event is not null;
