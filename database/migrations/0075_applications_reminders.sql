-- What was told to whom when something stood too long: one warning to whoever holds it and one escalation to the level above, for each stay.
create table applications.reminder (
  id uuid primary key,
  kind text not null check (kind in ('application', 'sitting', 'enquiry', 'appeal')),
  subject_id uuid not null,
  number text not null,
  clock text not null,
  since timestamptz not null,
  territory text not null,
  holder text not null,
  said text not null check (said in ('warning', 'escalation')),
  told text not null,
  days integer not null,
  told_at timestamptz not null,
  over_at timestamptz,
  answered_at timestamptz,
  answered_by text,
  doing text,
  unique (kind, subject_id, clock, since, said),
  check ((answered_at is null) = (doing is null))
);
comment on table applications.reminder is 'A warning before a delay is over or an escalation after it, told once for each stay';
comment on column applications.reminder.since is 'When the stay began: with the subject and the clock it names one stay';
comment on column applications.reminder.told is 'The territory whose post is told: of the holder for a warning, of the level above for an escalation; empty for the nation';
comment on column applications.reminder.over_at is 'When it was seen that the stay had ended';
comment on column applications.reminder.doing is 'What the level above does about it';
create index on applications.reminder (told, told_at) where over_at is null and answered_at is null;
create index on applications.reminder (clock, since) where over_at is null;
create index undecided_request on applications.application (filed_on, id, territory)
  where state in ('filed', 'incomplete', 'checking', 'discordant', 'scored', 'enquiry', 'scheduled');
grant select, insert on applications.reminder to ramed_app;
grant update (over_at, answered_at, answered_by, doing) on applications.reminder to ramed_app;
call platform.fence(array['applications.reminder']::regclass[]);
