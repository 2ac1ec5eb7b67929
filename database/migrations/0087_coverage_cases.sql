-- A double registration from its evidence to its settlement: one case for one person under one other scheme over days, however many bodies,
-- lists and answers tell of it.
alter table coverage.cover_case
  add column scheme text,
  add column from_day date,
  add column to_day date,
  add column card text,
  add column family smallint not null default 1,
  add column found_by text check (found_by in ('registration', 'list', 'rights', 'sweep')),
  add column basis text not null default 'card' check (basis in ('card', 'names')),
  add column answer_until date,
  add column answer text check (answer in ('accepts', 'contests')),
  add column contest_until date,
  add column confirmed_by text,
  add column stands text check (stands in ('ramed', 'other')),
  add column stands_from date,
  add column since timestamptz;
update coverage.cover_case c set scheme = p.scheme, from_day = p.from_day, to_day = coalesce(p.to_day, 'infinity'),
  found_by = case p.source when 'insurers' then 'registration' else 'list' end, since = c.opened_at
from coverage.period p where p.id = c.period_id;

create table coverage.case_evidence (
  case_id uuid not null references coverage.cover_case,
  period_id uuid not null references coverage.period,
  source_id smallint references coverage.source,
  member text,
  list_id uuid,
  envelope_id uuid,
  basis text not null check (basis in ('card', 'names')),
  likeness double precision,
  fields jsonb not null,
  known_at timestamptz not null,
  territory text not null,
  primary key (case_id, period_id)
);
comment on table coverage.case_evidence is 'Which list or which answer told of the cover, since when we know it, and in which fields the two persons agree';
comment on column coverage.case_evidence.source_id is 'The body of the register, with its own number of the person; none for an answer given when it was asked';
comment on column coverage.case_evidence.likeness is 'How likely the two are one person, where only their names and birth date say so';
insert into coverage.case_evidence (case_id, period_id, basis, fields, known_at, territory)
select id, period_id, 'card', '{"card": "same"}', opened_at, territory from coverage.cover_case;
create index on coverage.case_evidence (source_id, member) where source_id is not null;

alter table coverage.cover_case
  drop column period_id,
  alter column scheme set not null,
  alter column from_day set not null,
  alter column to_day set not null,
  alter column found_by set not null,
  alter column since set not null,
  add check (state in ('suspected', 'to_review', 'confirmed', 'dismissed', 'contested', 'settled')),
  add check (from_day <= to_day),
  add check ((state = 'settled') = (stands is not null)),
  add unique (request_id, person_id, scheme, from_day);
comment on column coverage.cover_case.family is 'How many persons the registration of this request is for';
comment on column coverage.cover_case.to_day is 'The last day of the other cover as it is known; infinity while it is open';
comment on column coverage.cover_case.stands_from is 'From which day the decision holds; settled by no later hand';
create index on coverage.cover_case (state, since);
create index on coverage.cover_case (card) where card is not null and state in ('suspected', 'to_review', 'confirmed', 'contested');

create table coverage.case_step (
  id uuid primary key,
  case_id uuid not null references coverage.cover_case,
  passage text not null,
  hand text not null,
  taken_at timestamptz not null,
  reason text,
  words text,
  day date,
  territory text not null
);
comment on table coverage.case_step is 'Everything that was done of a case or said by the family, in its order; nothing is changed';
create index on coverage.case_step (case_id, taken_at);

-- Who is told of without a national card is told of by name; with a card the card says it, and no name is kept.
alter table coverage.list_line add column family text, add column given text, add column sex text;
create table coverage.named_member (
  source_id smallint not null references coverage.source,
  member text not null,
  family text not null,
  given text not null,
  sex text check (sex in ('F', 'M')),
  birth_date date not null,
  told_at timestamptz not null,
  territory text not null,
  primary key (source_id, member)
);
comment on table coverage.named_member is 'Under which name a body covers somebody who has no national card, as it told last';
create index on coverage.named_member (birth_date);
create index on coverage.named_member (source_id, told_at);

create table coverage.sweep (
  id uuid primary key,
  step text not null check (step in ('cards', 'names', 'ended')),
  source_id smallint references coverage.source,
  told_at timestamptz,
  reached text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  cards bigint not null default 0,
  compared bigint not null default 0,
  cases integer not null default 0
);
comment on table coverage.sweep is 'RAMED held against the register, with how far it came: cut at any moment, it goes on there';
comment on column coverage.sweep.source_id is 'Of a sweep over the names of one list: whose it is, and the moment it told; none for a sweep over all';
create unique index one_sweep_at_a_time on coverage.sweep ((true)) where step <> 'ended' and source_id is null;

-- A sweep goes through the cards in their order.
create index on coverage.ramed_member (card, request_id, person_id) where card is not null;
drop index coverage.ramed_member_card_idx;

grant select, insert on coverage.case_evidence, coverage.case_step to ramed_app;
grant select, insert, update on coverage.named_member, coverage.sweep to ramed_app;
grant update (state, to_day, from_day, basis, answer_until, answer, contest_until, confirmed_by, stands, stands_from, since) on coverage.cover_case
  to ramed_app;
call platform.fence(array['coverage.case_evidence', 'coverage.case_step', 'coverage.named_member']::regclass[]);
