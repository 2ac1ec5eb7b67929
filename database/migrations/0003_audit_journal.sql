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
create policy in_scope on audit.entry for select to ramed_app using ((select platform.is_national()) or (territory || '.') ^@ any ((select platform.scopes())::text[]));
create policy written_by_deeds on audit.entry for insert to ramed_app with check (true);

-- Where each book ends, kept beside it by the database itself: without it, a chain does not miss its last lines. The application can
-- neither read nor write it; it learns the head of the book it adds to, which its people may not otherwise read.
create table audit.book (
  book text primary key,
  seq bigint not null,
  hash text not null
);
comment on table audit.book is 'The last line of each book: what a removed last line is found by';

create function audit.head(wanted text, out seq bigint, out hash text)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.book values (wanted, 0, repeat('0', 64)) on conflict (book) do nothing;
  select b.seq, b.hash into seq, hash from audit.book b where b.book = wanted for update;
end
$$;
comment on function audit.head is 'Locks a book until the end of the transaction and tells its last line; line 0 for a new book.';
revoke all on function audit.head(text) from public;
grant execute on function audit.head(text) to ramed_app;

-- A line that does not run on from the end of its book would move the head past lines that nobody wrote: whoever inserts it, it is refused.
create function audit.keep_heads() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (
    select from (
      select a.book, a.seq, a.previous_hash, lag(a.seq) over book as seq_above, lag(a.hash) over book as hash_above
      from added a window book as (partition by a.book order by a.seq)
    ) as line left join audit.book b on b.book = line.book
    where line.seq is distinct from coalesce(line.seq_above, b.seq) + 1
      or line.previous_hash is distinct from coalesce(line.hash_above, b.hash)
  ) then
    raise exception 'a line of the journal does not follow the line above it' using errcode = 'integrity_constraint_violation';
  end if;
  update audit.book b set seq = last.seq, hash = last.hash
    from (select distinct on (a.book) a.book, a.seq, a.hash from added a order by a.book, a.seq desc) as last
    where b.book = last.book;
  return null;
end
$$;
revoke all on function audit.keep_heads() from public;
create trigger keep_heads after insert on audit.entry referencing new table as added
  for each statement execute function audit.keep_heads();
