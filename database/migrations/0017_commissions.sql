call platform.open_schema('commissions');

create table commissions.commission (
  id uuid primary key,
  kind text not null check (kind in ('cpl', 'cpp')),
  territory text not null,
  unique (kind, territory)
);

create sequence commissions.sitting_number maxvalue 999999 cycle;

create table commissions.sitting (
  id uuid primary key,
  commission_id uuid not null references commissions.commission,
  number text not null unique,
  territory text not null,
  held_on date not null,
  state text not null check (state in ('convened', 'agenda_frozen', 'open', 'sealed', 'validated')),
  convened_at timestamptz not null,
  opened_at timestamptz,
  sealed_at timestamptz,
  validated_at timestamptz,
  minutes_digest text,
  minutes text,
  rehearsal boolean not null default false
);
comment on column commissions.sitting.minutes is 'Canonical JSON of the minutes as sealed; the digest is printed on each page and each letter';
comment on column commissions.sitting.rehearsal is 'The named cast goes on with this sitting by itself: training, demonstration and tests, never production';
create index on commissions.sitting (commission_id, state);

create table commissions.attendance (
  sitting_id uuid not null references commissions.sitting,
  institution text not null,
  member text not null,
  territory text not null,
  primary key (sitting_id, institution)
);

create table commissions.agenda_item (
  sitting_id uuid not null references commissions.sitting,
  application_id uuid not null,
  position smallint not null,
  proposal text not null,
  territory text not null,
  primary key (sitting_id, application_id),
  unique (sitting_id, position)
);

create table commissions.decision (
  sitting_id uuid not null,
  application_id uuid not null,
  territory text not null,
  outcome text not null check (outcome in ('poor', 'vulnerable', 'refused', 'adjourned', 'enquiry')),
  reason_code text not null,
  remark text,
  against_score boolean not null,
  decided_at timestamptz not null,
  actor text not null,
  primary key (sitting_id, application_id),
  foreign key (sitting_id, application_id) references commissions.agenda_item
);
create index on commissions.decision (application_id);
grant select, insert on all tables in schema commissions to ramed_app;
grant update (state, opened_at, sealed_at, validated_at, minutes, minutes_digest, rehearsal) on commissions.sitting to ramed_app;
grant usage on all sequences in schema commissions to ramed_app;
call platform.fence(array['commissions.commission', 'commissions.sitting', 'commissions.attendance', 'commissions.agenda_item', 'commissions.decision']::regclass[]);
