-- A paper request as a counter typed it. The device makes the identifier, so that without network the file can already be referred to.
create table applications.counter_entry (
  id uuid primary key,
  application_id uuid not null references applications.application,
  territory text not null,
  origin text not null check (origin in ('paper', 'dossier')),
  input_digest text not null,
  declaration_digest text not null,
  typed_at timestamptz,
  stated_on date,
  deposit text not null check (deposit in ('as-stated', 'not-stated', 'ahead', 'too-old')),
  papers_seen text[] not null,
  received_at timestamptz not null,
  received_by text not null,
  post text
);
comment on table applications.counter_entry is 'What a counter sent and the receipt it was given: sent again, whatever the key, the answer is the same';
comment on column applications.counter_entry.id is 'Made by the device; the request has the same identifier, unless a family had filed it itself and the counter only reviewed it';
comment on column applications.counter_entry.origin is 'paper: typed from the form; dossier: read from the code of a dossier that the family had filled in';
comment on column applications.counter_entry.typed_at is 'The clock of the device, for information: nothing depends on it';
comment on column applications.counter_entry.stated_on is 'The day the device says the paper was received';
comment on column applications.counter_entry.deposit is 'Whether that day could be the day of deposit; a day ahead, or too old, gave way to the day of arrival';
comment on column applications.counter_entry.papers_seen is 'Kinds of papers the family brought, as model/needed-papers.ts names them';
create index on applications.counter_entry (application_id);

-- Two files looked at side by side and found to be of different people: not to be warned of again.
create table applications.not_the_same (
  one_id uuid not null,
  other_id uuid not null,
  territory text not null,
  reason text not null,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
comment on table applications.not_the_same is 'Kept once for each pair, the smaller identifier first';
comment on column applications.not_the_same.territory is 'Of the file that was at hand when the judgement was made';
create index on applications.not_the_same (other_id);

grant select, insert on applications.counter_entry, applications.not_the_same to ramed_app;
call platform.fence(array['applications.counter_entry', 'applications.not_the_same']::regclass[]);

-- By the table of cards: overlap of arrays had lost its index, and read every request of the nation for each one that was filed.
create or replace function applications.has_open_request(cards text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from applications.adult_card c join applications.application a on a.id = c.application_id
    where c.cnie = any (cards) and a.state <> 'closed' and a.kind = 'new'
  )
$$;
