call platform.open_schema('applications');

create table applications.batch (
  id uuid primary key,
  sender text not null,
  reference text not null,
  territory text not null,
  file_digest text not null unique,
  file_path text not null,
  format text not null,
  state text not null check (state in ('receiving', 'received', 'unreadable')),
  next_ordinal integer not null default 1,
  accepted integer not null default 0,
  refused integer not null default 0,
  repeated integer not null default 0,
  fault jsonb,
  rehearsal boolean not null default false,
  received_at timestamptz not null,
  finished_at timestamptz
);
comment on column applications.batch.territory is 'Jurisdiction of the post that received the file; empty for the nation: what was refused in it is for that post to read';
comment on column applications.batch.next_ordinal is 'Where to go on after an interruption; moves in the transaction that stores the records';
comment on column applications.batch.rehearsal is 'The named cast decides and pays for these files: training, demonstration and tests, never production';

create table applications.refused_record (
  batch_id uuid not null references applications.batch,
  territory text not null,
  ordinal integer not null,
  line integer not null,
  reference text,
  rule text not null,
  refusals jsonb not null,
  primary key (batch_id, ordinal)
);
comment on column applications.refused_record.rule is 'The first of the refusals, to count by';
comment on column applications.refused_record.refusals is 'Every reason: [{refused, place, facts}]';

create sequence applications.application_number maxvalue 8999999 cycle;

create table applications.application (
  id uuid primary key,
  number text not null unique,
  kind text not null,
  state text not null,
  since timestamptz not null,
  territory text not null,
  sender text not null,
  reference text not null,
  batch_id uuid references applications.batch,
  filed_on date not null,
  head_cnie text,
  adult_cards text[] not null default '{}',
  head_birth_date date not null,
  head_names jsonb not null,
  declaration jsonb not null,
  declaration_digest text not null,
  proposal text,
  outcome text,
  closed_for text,
  unique (sender, reference)
);
comment on column applications.application.number is 'Read by people: year, seven digits, check digit';
comment on column applications.application.adult_cards is 'National cards of the head and the spouses: none may stand in two open requests';
comment on column applications.application.proposal is 'What the score proposes: poor, vulnerable or not_eligible';
comment on column applications.application.outcome is 'What the commission decided and the province validated: poor, vulnerable or refused';
-- One head, one open request: also the last guard against the same family sent twice at the same moment.
create unique index one_open_request_per_head on applications.application (head_cnie) where state <> 'closed' and kind = 'new';
create index open_request_by_adult_card on applications.application using gin (adult_cards) where state <> 'closed' and kind = 'new';
create index on applications.application (territory, state, since);
create index on applications.application (batch_id, state);
alter table applications.application alter column declaration set compression pglz;

create table applications.passage (
  id bigint generated always as identity primary key,
  application_id uuid not null references applications.application,
  territory text not null,
  from_state text,
  to_state text not null,
  deed_name text not null,
  at timestamptz not null,
  actor text not null,
  reason text
);
comment on table applications.passage is 'Every step of every file, never changed: the timeline a citizen reads';
create index on applications.passage (application_id);

create table applications.assessment (
  id uuid primary key,
  application_id uuid not null references applications.application,
  territory text not null,
  formula text not null,
  formula_digest text not null,
  input_digest text not null,
  result text not null,
  result_digest text not null,
  assessed_at timestamptz not null
);
comment on column applications.assessment.result is 'Canonical JSON: the same input and version give the same bytes, for ever';
create index on applications.assessment (application_id);

grant select, insert on all tables in schema applications to ramed_app;
grant update (state, next_ordinal, accepted, refused, repeated, fault, finished_at) on applications.batch to ramed_app;
grant update (state, since, proposal, outcome, closed_for) on applications.application to ramed_app;
grant usage on sequence applications.application_number to ramed_app;
call platform.fence(array['applications.batch', 'applications.refused_record', 'applications.application', 'applications.passage', 'applications.assessment']::regclass[]);
