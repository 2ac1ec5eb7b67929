-- A family contests a validated decision: which criteria, in its own words. Recorded even when late, so that nobody is sent away at the door.
create sequence commissions.appeal_number maxvalue 999999 cycle;

create table commissions.appeal (
  id uuid primary key,
  number text not null unique,
  territory text not null,
  application_id uuid not null,
  sitting_id uuid not null,
  criteria text[] not null check (cardinality(criteria) > 0),
  words text not null,
  phone text,
  language text not null check (language in ('ar', 'zgh', 'fr', 'en')),
  state text not null check (state in ('filed', 'admitted', 'not_admissible')),
  since timestamptz not null,
  filed_at timestamptz not null,
  last_day date not null,
  is_late boolean not null,
  answer_by date not null,
  reason text,
  actor text,
  unique (sitting_id, application_id),
  foreign key (sitting_id, application_id) references commissions.decision
);
comment on column commissions.appeal.territory is 'The commune of the request; the provincial commission (CPP) of its province hears it';
comment on column commissions.appeal.last_day is 'The last day to contest, by the law of the day the decision was validated';
comment on column commissions.appeal.is_late is 'Filed after the last day: recorded all the same, the commission says whether it is admitted';
comment on column commissions.appeal.answer_by is 'The day by which the delay of the law of the day it was filed calls a decision normal';
create index on commissions.appeal (application_id);
create index on commissions.appeal (state, filed_at);
grant select, insert on commissions.appeal to ramed_app;
grant update (state, since, reason, actor) on commissions.appeal to ramed_app;
grant usage on sequence commissions.appeal_number to ramed_app;
call platform.fence(array['commissions.appeal']::regclass[]);
