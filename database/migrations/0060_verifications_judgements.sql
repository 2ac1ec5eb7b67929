-- A difference between a declaration and a register is settled by an officer; what the officer saw is kept with the judgement, for ever.
create table verifications.judgement (
  request_id uuid not null,
  partner text not null,
  ref smallint not null,
  field text not null,
  declared text not null,
  answered text not null,
  territory text not null,
  verdict text not null check (verdict in ('same-person', 'not-the-same')),
  settles boolean not null,
  reason text not null,
  note text,
  judged_at timestamptz not null,
  judged_by text not null,
  post text
);
comment on table verifications.judgement is 'One difference, judged: it never comes back for the same two values when it was settled';
comment on column verifications.judgement.settles is 'False where the partner is asked again instead: what it then answers is a new difference, or none';
create index on verifications.judgement (request_id);

-- An answer that was about another person, or about what was corrected since: set aside, kept, and the partner asked again.
create table verifications.former_answer (
  request_id uuid not null,
  partner text not null,
  territory text not null,
  asked_at timestamptz not null,
  answered_at timestamptz not null,
  envelope_id uuid,
  source_date timestamptz,
  stated_digest text,
  answers jsonb,
  differences jsonb not null,
  set_aside_at timestamptz not null
);
comment on table verifications.former_answer is 'Answers that no longer stand, as they were';
create index on verifications.former_answer (request_id);

alter table verifications.check add column stated_digest text;
comment on column verifications.check.stated_digest is 'Digest of who was asked about, as the request stated them then: another one now, and the partner is asked again';

grant select, insert on verifications.judgement, verifications.former_answer to ramed_app;
grant update (asked_at, stated_digest) on verifications.check to ramed_app;
call platform.fence(array['verifications.judgement', 'verifications.former_answer']::regclass[]);
