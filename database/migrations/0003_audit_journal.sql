create schema audit;
grant usage on schema audit to ramed_app;

-- One book per province and one national book, so that counters far apart never wait for each other. In a book, each line carries the
-- digest of the line before it: a line changed, removed or slipped in breaks every line after it.
create table audit.entry (
  book text not null,
  seq bigint not null,
  at timestamptz not null,
  deed text not null,
  action text not null,
  actor text not null,
  post text,
  subject text not null,
  territory text not null,
  reason text,
  before_digest text,
  after_digest text,
  previous_hash text not null,
  hash text not null,
  primary key (book, seq)
);
comment on table audit.entry is 'The journal: who did what, when, on whose file. Insert-only for the application.';
comment on column audit.entry.subject is 'kind:identifier, for example application:0192…';
comment on column audit.entry.hash is 'SHA-256 of the line above and of the canonical JSON of this line, hexadecimal';
create index entry_by_subject on audit.entry (subject, at);
grant select, insert on audit.entry to ramed_app;

alter table audit.entry enable row level security;
create policy in_scope on audit.entry for select to ramed_app using (platform.in_scope(territory));
create policy written_by_deeds on audit.entry for insert to ramed_app with check (true);
-- The head of a book is needed to add to it, by people who may not read the other lines.
create function audit.head(wanted text, out seq bigint, out hash text)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('audit.book:' || wanted, 0));
  select e.seq, e.hash into seq, hash from audit.entry e where e.book = wanted order by e.seq desc limit 1;
end
$$;
comment on function audit.head is 'Locks a book until the end of the transaction and tells its last line.';
revoke all on function audit.head(text) from public;
grant execute on function audit.head(text) to ramed_app;
