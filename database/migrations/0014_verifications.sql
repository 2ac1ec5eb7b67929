call platform.open_schema('verifications');

-- What was asked of one partner about one request, and what it answered, member by member, beside what was declared.
create table verifications.check (
  request_id uuid not null,
  partner text not null,
  territory text not null,
  state text not null check (state in ('asked', 'answered', 'silent')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  envelope_id uuid,
  source_date timestamptz,
  answers jsonb,
  differences jsonb not null default '[]',
  primary key (request_id, partner)
);
comment on column verifications.check.state is 'silent: the partner has not answered since asked_at; the request waits and goes on by itself';
create index on verifications.check (partner, asked_at) where state <> 'answered';
grant select, insert on all tables in schema verifications to ramed_app;
grant update (state, answered_at, envelope_id, source_date, answers, differences) on verifications.check to ramed_app;
call platform.fence(array['verifications.check']::regclass[]);
