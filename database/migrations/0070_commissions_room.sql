-- A sitting as it happens in the room: who holds which seat, who came and left when, what was ruled and what was taken back, who signed.
alter table commissions.sitting
  add column starts_at text check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add column place_fr text,
  add column place_ar text,
  add column scan jsonb;
comment on column commissions.sitting.starts_at is 'The hour in the room''s own time, as the convocation says it';
comment on column commissions.sitting.scan is 'The minutes signed on paper and scanned: {page, checksum} of the page that the documents keep';

create table commissions.member (
  id uuid primary key,
  commission_id uuid not null references commissions.commission,
  territory text not null,
  institution text not null check (institution in ('interior', 'health', 'finance', 'entraide_nationale', 'local_authority')),
  seat text not null check (seat in ('chair', 'titular', 'substitute', 'secretary')),
  name_fr text not null,
  name_ar text not null,
  agent_id uuid,
  cnie text,
  held_from date not null,
  held_to date,
  actor text not null
);
comment on table commissions.member is 'Mandates: who sits for which institution on a commission, from a day to a day; a mandate is ended, never rewritten';
comment on column commissions.member.agent_id is 'The account the member signs with; null for one who signs on paper only';
comment on column commissions.member.cnie is 'The national card, so that nobody rules on the own household';
comment on column commissions.member.held_to is 'The last day, before held_from when it was ended before it began';
create index on commissions.member (commission_id, held_from);
create index on commissions.member (agent_id) where agent_id is not null;

create table commissions.presence (
  sitting_id uuid not null references commissions.sitting,
  member_id uuid not null references commissions.member,
  territory text not null,
  moved text not null check (moved in ('arrived', 'left')),
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  primary key (sitting_id, member_id, at)
);
comment on table commissions.presence is 'Arrivals and departures, append only: who is in the room at a moment is what they add up to';
comment on column commissions.presence.at is 'By the clock of the room''s computer, which may have been without a line; recorded_at is ours';

create table commissions.recusal (
  sitting_id uuid not null,
  application_id uuid not null,
  member_id uuid not null references commissions.member,
  territory text not null,
  ground text not null check (ground in ('own-family', 'declared', 'decided-first')),
  words text,
  at timestamptz not null,
  actor text not null,
  primary key (sitting_id, application_id, member_id),
  foreign key (sitting_id) references commissions.sitting
);
comment on table commissions.recusal is 'A member who does not rule on one file, and does not count for its quorum';
comment on column commissions.recusal.ground is 'own-family: found by the card in the household; declared by the member; decided-first: of the decision now appealed';

create table commissions.ruling (
  id uuid primary key,
  sitting_id uuid not null,
  application_id uuid not null,
  territory text not null,
  sequence smallint not null,
  outcome text not null check (outcome in ('poor', 'vulnerable', 'refused', 'adjourned', 'enquiry')),
  reason_code text not null,
  remark text,
  against_score boolean not null,
  batch integer,
  shown_at timestamptz,
  opinions jsonb not null default '[]',
  combined_by text,
  enquiry jsonb,
  ruled_at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  seconded_by uuid references commissions.member,
  seconded_at timestamptz,
  check (withdrawn_at is null or withdrawn_by is not null),
  unique (sitting_id, sequence),
  foreign key (sitting_id, application_id) references commissions.agenda_item
);
comment on table commissions.ruling is 'What the commission rules while it sits, append only; one taken back is withdrawn and stays in the books';
comment on column commissions.ruling.id is 'Given by the computer of the room: the same one again is the same ruling';
comment on column commissions.ruling.sequence is 'In the order they were recorded, withdrawn ones too';
comment on column commissions.ruling.batch is 'Ruled on together with the others of this number, which were on the screen since shown_at';
comment on column commissions.ruling.opinions is '[{institution, member, outcome, words?}] where the institutions differed; empty where they agreed';
comment on column commissions.ruling.combined_by is 'By which rule of the law opinions that differed made one outcome';
comment on column commissions.ruling.enquiry is '{question, points, dueOn} for a file sent to an enquiry';
comment on column commissions.ruling.seconded_by is 'The second person, where so many rulings against the score need one';
create unique index one_ruling_stands on commissions.ruling (sitting_id, application_id) where withdrawn_at is null;

create table commissions.written_opinion (
  sitting_id uuid not null,
  application_id uuid not null,
  institution text not null check (institution in ('interior', 'health', 'finance', 'entraide_nationale', 'local_authority')),
  territory text not null,
  outcome text not null check (outcome in ('poor', 'vulnerable', 'refused', 'adjourned', 'enquiry')),
  words text not null,
  received_on date not null,
  at timestamptz not null,
  actor text not null,
  primary key (sitting_id, application_id, institution),
  foreign key (sitting_id, application_id) references commissions.agenda_item
);
comment on table commissions.written_opinion is 'What an absent institution wrote on a file: kept and read out, not counted';

create table commissions.signature (
  sitting_id uuid not null references commissions.sitting,
  member_id uuid not null references commissions.member,
  territory text not null,
  minutes_digest text not null,
  way text not null check (way in ('second-factor', 'paper')),
  at timestamptz not null,
  actor text not null,
  primary key (sitting_id, member_id)
);

alter table commissions.agenda_item
  add column concordant boolean,
  add column why text,
  add column version integer,
  add column declaration_digest text,
  add column formula text,
  add column formula_digest text,
  add column result_digest text;
comment on column commissions.agenda_item.concordant is 'Whether every register agreed and the score was not near a limit when the agenda was fixed';
comment on column commissions.agenda_item.why is 'Why it stands where it stands on the agenda: answered, returned, adjourned, late, concordant or age';
comment on column commissions.agenda_item.result_digest is 'With the four before it: what the ruling is based on, for whoever replays it';

-- Whoever was present by name only is given a mandate for the days they sat.
insert into commissions.member
  select gen_random_uuid(), s.commission_id, a.territory, a.institution, 'titular', a.member, a.member, null, null, min(s.held_on), max(s.held_on),
    'system:carried-over'
  from commissions.attendance a join commissions.sitting s on s.id = a.sitting_id
  group by s.commission_id, a.territory, a.institution, a.member;
insert into commissions.presence
  select a.sitting_id, m.id, a.territory, 'arrived', s.opened_at, s.opened_at, 'system:carried-over'
  from commissions.attendance a join commissions.sitting s on s.id = a.sitting_id
  join commissions.member m on m.commission_id = s.commission_id and m.institution = a.institution and m.name_fr = a.member;
drop table commissions.attendance;

-- What was decided so far was ruled at once.
insert into commissions.ruling
  select gen_random_uuid(), d.sitting_id, d.application_id, d.territory,
    row_number() over (partition by d.sitting_id order by d.decided_at, i.position), d.outcome, d.reason_code, d.remark, d.against_score,
    null, null, '[]', null, null, d.decided_at, d.decided_at, d.actor, null, null, null, null
  from commissions.decision d join commissions.agenda_item i using (sitting_id, application_id);
alter table commissions.decision add column ruling_id uuid references commissions.ruling;
update commissions.decision d set ruling_id = r.id from commissions.ruling r
  where r.sitting_id = d.sitting_id and r.application_id = d.application_id;
create unique index on commissions.decision (ruling_id);

grant select, insert on commissions.member, commissions.presence, commissions.recusal, commissions.ruling, commissions.written_opinion,
  commissions.signature to ramed_app;
grant update (held_to) on commissions.member to ramed_app;
grant update (withdrawn_at, withdrawn_by, seconded_by, seconded_at) on commissions.ruling to ramed_app;
grant update (scan) on commissions.sitting to ramed_app;
call platform.fence(array['commissions.member', 'commissions.presence', 'commissions.recusal', 'commissions.ruling', 'commissions.written_opinion',
  'commissions.signature']::regclass[]);
