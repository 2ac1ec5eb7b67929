-- A request that a family is still writing. Each draft is a territory of its own: whoever does not hold it sees nothing of it, an agent neither.
create table applications.draft (
  id uuid primary key,
  territory text not null,
  code_digest text not null,
  language text not null check (language in ('ar', 'zgh', 'fr', 'en')),
  answers jsonb not null,
  answered text[] not null default '{}',
  last_step text,
  opened_at timestamptz not null,
  saved_at timestamptz not null,
  application_id uuid references applications.application,
  number text,
  commune text,
  check (territory = 'draft:' || id)
);
comment on column applications.draft.code_digest is 'Keyed digest of the code to take it up again; the code itself is stored nowhere';
comment on column applications.draft.answers is 'A partial declaration with the contact details beside it; emptied once it is submitted';
comment on column applications.draft.answered is 'The pages the family itself has answered: dwelling, identity/3';
comment on column applications.draft.application_id is 'What became of it: once it stands here, the draft is only the way back to its receipt';
create index on applications.draft (saved_at);

-- What a code opens. A row stands for every code that was tried, right or invented, so that both are counted and answered alike.
create table applications.draft_code (
  code_digest text primary key,
  territory text not null,
  draft_id uuid,
  head_birth_date date,
  tries integer not null default 0,
  tried_at timestamptz,
  check (territory = 'resume:' || code_digest)
);
comment on column applications.draft_code.tries is 'Wrong tries in a row; a right one clears them, a rest forgets them';

grant select, insert, update, delete on applications.draft, applications.draft_code to ramed_app;
call platform.fence(array['applications.draft', 'applications.draft_code']::regclass[]);

-- Whether a head or a spouse stands in an open request already, anywhere in the nation. A family may learn that much of itself, and no number.
create function applications.has_open_request(cards text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from applications.application where adult_cards && cards and state <> 'closed' and kind = 'new')
$$;
revoke all on function applications.has_open_request(text[]) from public;
grant execute on function applications.has_open_request(text[]) to ramed_app;

-- Papers a counter has asked a family for: what it reads on the page of its request.
create table applications.paper_request (
  application_id uuid not null references applications.application,
  territory text not null,
  asked_at timestamptz not null,
  papers text[] not null,
  note text,
  primary key (application_id, asked_at)
);
comment on column applications.paper_request.papers is 'Kinds of papers, as model/needed-papers.ts names them';
grant select, insert on applications.paper_request to ramed_app;
call platform.fence(array['applications.paper_request']::regclass[]);
