-- What comes before and after a sitting: enquiries that a commission or its secretary asks for, what the province looked at and what it gave back.
create table commissions.enquiry (
  id uuid primary key,
  application_id uuid not null,
  territory text not null,
  sitting_id uuid references commissions.sitting,
  question text not null,
  points text[] not null check (cardinality(points) > 0),
  due_on date not null,
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz,
  answered_by text,
  findings jsonb,
  words text,
  check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (findings is null))
);
comment on column commissions.enquiry.sitting_id is 'The sitting that asked; null where the secretary asked before one';
comment on column commissions.enquiry.due_on is 'By the delay of the law of the day it was asked, unless an earlier or a later day was given within it';
comment on column commissions.enquiry.findings is '{points: [{point, found, words?}], met, visitedOn}: what was seen of each point, who was met, on which day';
create index on commissions.enquiry (application_id, asked_at);
create unique index one_open_enquiry on commissions.enquiry (application_id) where answered_at is null;
create index open_enquiries on commissions.enquiry (territory, due_on) where answered_at is null;

create table commissions.returned (
  sitting_id uuid not null,
  application_id uuid not null,
  territory text not null,
  reason text not null,
  words text not null,
  at timestamptz not null,
  actor text not null,
  primary key (sitting_id, application_id),
  foreign key (sitting_id, application_id) references commissions.decision
);
comment on table commissions.returned is 'Decisions that the province gave back to the commission: they stay in the books, open nothing, and the file is decided again';
create index on commissions.returned (application_id);

create table commissions.looked (
  sitting_id uuid not null,
  application_id uuid not null,
  territory text not null,
  at timestamptz not null,
  actor text not null,
  primary key (sitting_id, application_id),
  foreign key (sitting_id, application_id) references commissions.agenda_item
);
comment on table commissions.looked is 'Which files of sealed minutes the province read before it validated them';

-- One commission does not sit twice at one hour, whoever calls it and however many at once.
create unique index one_sitting_an_hour on commissions.sitting (commission_id, held_on, starts_at) where starts_at is not null;
create index on commissions.sitting (held_on);

-- One chair of a commission and one titular of an institution at a time, of those whose end is not known yet; dated ends are held by the deed.
create unique index one_chair on commissions.member (commission_id) where seat = 'chair' and held_to is null;
create unique index one_titular on commissions.member (commission_id, institution) where seat = 'titular' and held_to is null;

grant select, insert on commissions.enquiry, commissions.returned, commissions.looked to ramed_app;
grant update (answered_at, answered_by, findings, words) on commissions.enquiry to ramed_app;
call platform.fence(array['commissions.enquiry', 'commissions.returned', 'commissions.looked']::regclass[]);
