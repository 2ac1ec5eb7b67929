call platform.open_schema('documents');

-- One page of a paper that a family sent: a photograph, or a file of several sheets. The bytes lie in a file named by their checksum.
create table documents.page (
  id uuid primary key,
  owner text not null,
  kind text not null,
  territory text not null,
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes integer not null,
  sheets integer not null,
  scan text not null check (scan in ('to-be-scanned', 'clean', 'infected')),
  kept_at timestamptz not null,
  scanned_at timestamptz,
  handed_over_at timestamptz,
  unique (owner, kind, checksum)
);
comment on column documents.page.owner is 'What it was sent for: draft:<id>, then application:<id>; complaint:<id>; appeal:<id>';
comment on column documents.page.kind is 'Which paper it is a page of, in the words of the owner''s module';
comment on column documents.page.territory is 'Who may see it: the sender alone (draft:<id>), later the jurisdiction of the file';
comment on column documents.page.scan is 'Nobody opens a page before it is clean; the bytes of an infected one are destroyed';
comment on column documents.page.handed_over_at is 'When it went onto a file; null while what it is for has not been sent';
create index on documents.page (checksum);
create index on documents.page (kept_at);
create index pages_to_scan on documents.page (kept_at) where scan = 'to-be-scanned';

-- A paper that a family will bring to the counter instead of sending it.
create table documents.promised_paper (
  owner text not null,
  kind text not null,
  territory text not null,
  promised_at timestamptz not null,
  primary key (owner, kind)
);

grant select, insert, delete on documents.page, documents.promised_paper to ramed_app;
grant update (owner, territory, scan, scanned_at, handed_over_at) on documents.page to ramed_app;
grant update (owner, territory) on documents.promised_paper to ramed_app;
call platform.fence(array['documents.page', 'documents.promised_paper']::regclass[]);
