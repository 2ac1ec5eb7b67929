-- What the insurers told about somebody who is about to come into a family that has rights: asked when it is reported, before anybody accepts it.
create table coverage.newcomer_control (
  event_id uuid primary key,
  state text not null check (state in ('waiting', 'clear', 'overlap')),
  covers jsonb not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  envelope_id uuid,
  territory text not null,
  check ((state = 'waiting') = (answered_at is null))
);
comment on column coverage.newcomer_control.event_id is 'The life event that reports who comes: nobody is in the register of persons before it is accepted';
comment on column coverage.newcomer_control.covers is 'What stands on the day of the answer: scheme, as what, from when, to when';
grant select, insert on coverage.newcomer_control to ramed_app;
grant update (state, covers, asked_at, answered_at, envelope_id) on coverage.newcomer_control to ramed_app;
call platform.fence(array['coverage.newcomer_control']::regclass[]);
