-- Whoever acts at a post lent by another, or in the place of someone absent, says so on every line.
alter table audit.entry add column acting_for text;
comment on column audit.entry.acting_for is 'The agent whose post it was, when another acted at it; a line without it is digested without it';

-- By file (entry_by_subject is there), by agent, by day in a book and by day in the nation: pages of fifty at tens of millions of lines.
create index entry_by_actor on audit.entry (actor, at desc, book desc, seq desc);
create index entry_by_book_and_day on audit.entry (book, at desc, seq desc);
create index entry_by_day on audit.entry (at desc, book desc, seq desc);

-- Who looked: a line for each answer that showed somebody's file whole, or that searched people.
create table audit.reading (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  question text not null,
  actor text not null,
  post text,
  acting_for text,
  subject text not null,
  territory text not null,
  shown integer not null
);
comment on table audit.reading is 'Who looked at whose file, when, by which question. Insert-only for the application; an answer whose line cannot be written is not given.';
comment on column audit.reading.subject is 'kind:identifier as in the journal; of a search, a digest of its words';
comment on column audit.reading.shown is 'How many files or persons the answer held';
create index reading_by_subject on audit.reading (subject, at desc, seq desc);
create index reading_by_actor on audit.reading (actor, at desc, seq desc);
create index reading_by_book_and_day on audit.reading ((left(territory, 6)), at desc, seq desc);
create index reading_by_day on audit.reading (at desc, seq desc);
grant select, insert on audit.reading to ramed_app;

alter table audit.reading enable row level security;
create policy in_scope on audit.reading for select to ramed_app using ((select platform.is_national()) or (territory || '.') ^@ any ((select platform.scopes())::text[]));
create policy written_by_questions on audit.reading for insert to ramed_app with check (true);
