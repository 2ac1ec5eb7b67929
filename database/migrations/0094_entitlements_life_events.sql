-- What happens in a family that has rights: reported with its proof, decided by a person, never applied by itself.
create table entitlements.life_event (
  id uuid primary key,
  registration_number text not null references entitlements.registration,
  kind text not null check (kind in ('birth', 'marriage', 'death', 'divorce', 'child-marriage', 'departure', 'studies', 'disability', 'move')),
  person_id uuid,
  happened_on date not null,
  stated jsonb not null,
  proof_kind text not null,
  proof_number text not null,
  reported_by text not null check (reported_by in ('family', 'counter', 'register')),
  reporter text not null,
  reported_at timestamptz not null,
  state text not null check (state in ('reported', 'accepted', 'refused', 'withdrawn', 'undone')),
  settled_at timestamptz,
  settled_by text,
  reason text,
  territory text not null,
  check ((state = 'reported') = (settled_at is null))
);
comment on column entitlements.life_event.stated is 'The newcomer, or the commune that the family moved to and from, as it was reported';
comment on column entitlements.life_event.settled_at is 'When it was decided, withdrawn or, later, undone';
create index on entitlements.life_event (registration_number, reported_at);
create index on entitlements.life_event (reported_at, id) where state = 'reported';
grant select, insert on entitlements.life_event to ramed_app;
grant update (state, settled_at, settled_by, reason) on entitlements.life_event to ramed_app;
call platform.fence(array['entitlements.life_event']::regclass[]);

alter table entitlements.beneficiary add column event_id uuid references entitlements.life_event;
comment on column entitlements.beneficiary.event_id is 'The life event that wrote this period: undone, the periods that it superseded stand again';

-- A family that moved is of another territory from then on, with what is known of it.
grant update (territory) on entitlements.registration, entitlements.beneficiary, entitlements.right_period to ramed_app;
