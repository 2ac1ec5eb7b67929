-- The register of cover over time: what each body told of whom, from when to when, and when we knew it. A period told is never changed:
-- newer knowledge supersedes it, and whatever was answered once can be answered again.
create table coverage.source (
  id smallint generated always as identity primary key,
  organism text not null,
  scheme text not null check (scheme in ('cnss', 'cnops', 'students', 'art114', 'ramed')),
  last_day date,
  last_full_day date,
  told_at timestamptz,
  unique (organism, scheme)
);
comment on table coverage.source is 'A body and the scheme it tells of. Its row is held while one of its lists is reconciled: one after the other.';
comment on column coverage.source.last_full_day is 'From this day on only newer lists speak: what comes late is about earlier days';

create table coverage.list (
  id uuid primary key,
  source_id smallint not null references coverage.source,
  partner text not null,
  kind text not null check (kind in ('full', 'changes')),
  reference text not null,
  stands_on date not null,
  lines_told integer not null,
  file_digest text not null unique,
  file_path text not null,
  format text not null check (format in ('csv', 'xml', 'ndjson')),
  state text not null check (state in ('receiving', 'held', 'applied', 'unreadable', 'refused', 'set_aside')),
  next_ordinal integer not null default 1,
  accepted integer not null default 0,
  refused integer not null default 0,
  held_for text check (held_for in ('ends-too-many', 'members-unreadable')),
  fault jsonb,
  standing integer,
  ending integer,
  superseded integer,
  written integer,
  received_at timestamptz not null,
  known_at timestamptz,
  territory text not null,
  unique (source_id, reference)
);
comment on column coverage.list.stands_on is 'The day whose knowledge the list is';
comment on column coverage.list.standing is 'Covers that stood on that day before the list; `ending` of them are not in it';
create index on coverage.list (received_at desc);
create index on coverage.list (received_at) where state = 'held';

create table coverage.list_line (
  list_id uuid not null,
  ordinal integer not null,
  line integer not null,
  member text not null,
  held_as text,
  card text,
  birth_date date,
  from_day date not null,
  to_day date not null,
  territory text not null
);
comment on table coverage.list_line is 'Lines of a list between reading and reconciling; gone with that. The list itself is kept as its file.';
create index on coverage.list_line (list_id, member);

create table coverage.refused_line (
  list_id uuid not null references coverage.list,
  ordinal integer not null,
  line integer not null,
  member text,
  place text not null,
  rule text not null,
  territory text not null,
  primary key (list_id, ordinal)
);

create table coverage.told_cover (
  source_id smallint not null references coverage.source,
  member text not null,
  from_day date not null,
  to_day date not null,
  held_as text check (held_as in ('insured', 'dependant')),
  card text,
  birth_date date,
  stands_at timestamptz not null,
  list_id uuid,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  territory text not null,
  check (from_day <= to_day),
  check (known_from < known_to),
  primary key (source_id, member, from_day, known_from)
);
comment on table coverage.told_cover is 'Cover of one member of one body over days, in two times: the days it is about, and the moments at which we knew it so';
comment on column coverage.told_cover.held_as is 'Null: the body told that there is no cover on these days';
comment on column coverage.told_cover.stands_at is 'The moment whose knowledge it is: what comes late does not undo newer knowledge';
comment on column coverage.told_cover.member is 'The body''s own number of the person; of RAMED, our number of the person';
create index on coverage.told_cover (card) where card is not null;
-- What one list wrote lies together: found by its moment without an index entry for each row.
create index on coverage.told_cover using brin (known_from);

-- Who of RAMED stands under which card and request: what a change of another body's list is held against.
create table coverage.ramed_member (
  request_id uuid not null,
  person_id uuid not null,
  card text,
  territory text not null,
  primary key (request_id, person_id)
);
create index on coverage.ramed_member (card) where card is not null;
create index on coverage.ramed_member (person_id);

grant select, insert on coverage.source, coverage.list, coverage.refused_line, coverage.told_cover, coverage.ramed_member to ramed_app;
grant select, insert, delete on coverage.list_line to ramed_app;
grant update (last_day, last_full_day, told_at) on coverage.source to ramed_app;
grant update (state, next_ordinal, accepted, refused, held_for, fault, standing, ending, superseded, written, known_at) on coverage.list to ramed_app;
grant update (known_to) on coverage.told_cover to ramed_app;
call platform.fence(array['coverage.list', 'coverage.list_line', 'coverage.refused_line', 'coverage.told_cover', 'coverage.ramed_member']::regclass[]);
