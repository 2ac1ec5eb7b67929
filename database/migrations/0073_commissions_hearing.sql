-- The provincial commission hears appeals: the file of the first decision goes up sealed, what is ruled takes effect when its sitting is sealed.
alter table commissions.appeal drop constraint appeal_state_check;
alter table commissions.appeal
  add constraint appeal_state_check
    check (state in ('filed', 'admitted', 'not_admissible', 'scheduled', 'upheld', 'reformed', 'sent_back', 'notified')),
  add column channel text not null default 'portal' check (channel in ('portal', 'counter')),
  add column taken_by text,
  add column file text,
  add column file_digest text,
  add column outcome text check (outcome in ('upheld', 'reformed', 'sent_back')),
  add column decided_on date,
  add column told_on date,
  add column told_by text check (told_by in ('handed', 'posted'));
comment on column commissions.appeal.file is 'Canonical JSON of the request as the first commission saw it, fixed when the appeal was filed; null for appeals of before';
comment on column commissions.appeal.outcome is 'What the provincial commission ruled, once its minutes are sealed';
comment on column commissions.appeal.told_by is 'How the family was told: a letter handed over or posted';
grant update (outcome, decided_on, told_on, told_by) on commissions.appeal to ramed_app;

create table commissions.appeal_item (
  sitting_id uuid not null references commissions.sitting,
  appeal_id uuid not null references commissions.appeal,
  territory text not null,
  position smallint not null,
  primary key (sitting_id, appeal_id),
  unique (sitting_id, position)
);

create table commissions.appeal_decision (
  id uuid primary key,
  sitting_id uuid not null,
  appeal_id uuid not null,
  territory text not null,
  outcome text not null check (outcome in ('upheld', 'reformed', 'sent_back', 'adjourned')),
  category text check (category in ('poor', 'vulnerable')),
  findings jsonb not null,
  words text not null,
  asks text,
  ruled_at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  sitting_number text not null,
  held_on date not null,
  sealed_at timestamptz,
  foreign key (sitting_id, appeal_id) references commissions.appeal_item,
  check ((outcome = 'reformed') = (category is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on column commissions.appeal_decision.territory is 'The commune of the request: its own commission learns what was changed and why, without seeing the sitting';
comment on column commissions.appeal_decision.findings is 'For each contested criterion what the commission found: [{criterion, finding, words?}]';
comment on column commissions.appeal_decision.asks is 'What the local commission is asked to look at again, or what is awaited before the appeal comes back';
create unique index one_standing_decision on commissions.appeal_decision (sitting_id, appeal_id) where withdrawn_at is null;
create index on commissions.appeal_decision (appeal_id);

grant select, insert on commissions.appeal_item, commissions.appeal_decision to ramed_app;
grant update (withdrawn_at, withdrawn_by, sealed_at) on commissions.appeal_decision to ramed_app;
call platform.fence(array['commissions.appeal_item', 'commissions.appeal_decision']::regclass[]);
