call platform.open_schema('coverage');

create table coverage.period (
  id uuid primary key,
  person_id uuid not null,
  scheme text not null,
  held_as text not null check (held_as in ('insured', 'dependant')),
  from_day date not null,
  to_day date,
  source text not null,
  learnt_at timestamptz not null,
  territory text not null,
  unique (person_id, scheme, from_day, source)
);
comment on table coverage.period is 'Cover of a person over time, over all schemes, as each insurer told it';
create index on coverage.period (person_id);

-- The double-registration control of one request, asked before registration (a priori, since April 2014).
create table coverage.control (
  request_id uuid primary key,
  territory text not null,
  state text not null check (state in ('waiting', 'clear', 'overlap')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  envelope_id uuid
);
create index on coverage.control (asked_at) where state = 'waiting';

create table coverage.cover_case (
  id uuid primary key,
  request_id uuid not null,
  person_id uuid not null,
  period_id uuid not null references coverage.period,
  state text not null,
  opened_at timestamptz not null,
  territory text not null,
  unique (request_id, person_id, period_id)
);
comment on table coverage.cover_case is 'One person under two schemes: lifecycles, Cover case';
grant select, insert on all tables in schema coverage to ramed_app;
grant update (to_day, held_as, learnt_at) on coverage.period to ramed_app;
grant update (state, answered_at, envelope_id) on coverage.control to ramed_app;
grant update (state) on coverage.cover_case to ramed_app;
call platform.fence(array['coverage.period', 'coverage.control', 'coverage.cover_case']::regclass[]);
