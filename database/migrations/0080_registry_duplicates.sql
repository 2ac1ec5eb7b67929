-- Who is who: persons of the register who are likely one, found by likeness; what a clerk decided of them; and who is known as whom since.
create table registry.duplicate_search (
  id uuid primary key,
  step text not null check (step in ('reading', 'gathering', 'learning', 'weighing', 'joining', 'ended')),
  began_at timestamptz not null,
  ended_at timestamptz,
  read_to uuid not null,
  next_block integer not null default 0,
  persons integer not null default 0,
  pairs bigint not null default 0,
  compared bigint not null default 0,
  patterns jsonb not null default '{}',
  estimate jsonb,
  certain_from double precision not null,
  review_from double precision not null
);
comment on table registry.duplicate_search is 'A search for duplicates over the whole register, with how far it came: cut at any moment, it goes on there';
comment on column registry.duplicate_search.patterns is 'How many of the pairs compared to learn from agree so far, by pattern of levels';
comment on column registry.duplicate_search.estimate is 'What was learned: how often the fields of one person agree so far, and of two';
create unique index one_search_at_a_time on registry.duplicate_search ((true)) where step <> 'ended';

-- What one search reads of the persons, emptied at its end.
create table registry.searched_person (
  n integer primary key,
  person_id uuid not null,
  household_id uuid not null,
  cnie text,
  family_fr text,
  given_fr text,
  family_ar text,
  given_ar text,
  sex text not null,
  birth_date date not null,
  territory text not null,
  kin text[] not null,
  keys integer[] not null,
  given_sound text not null,
  family_sound text not null
);
comment on column registry.searched_person.keys is 'By modules/registry/model/matching/block-keys.ts: only who shares a key is compared';

create table registry.search_block (
  block integer primary key,
  key integer not null,
  members integer[] not null
);
create table registry.crowded_key (key integer primary key);
create table registry.sound_share (
  part text not null check (part in ('given', 'family')),
  sound text not null,
  persons integer not null,
  primary key (part, sound)
);
comment on table registry.sound_share is 'How many persons bear a name that sounds so: a rare one says more when two have it';

create table registry.likely_pair (
  id uuid primary key,
  one uuid not null references registry.person,
  other uuid not null references registry.person,
  probability double precision not null,
  bits double precision not null,
  fields jsonb not null,
  band text not null check (band in ('certain', 'review')),
  contradicted boolean not null default false,
  cluster uuid,
  state text not null default 'open' check (state in ('open', 'same', 'different')),
  search_id uuid not null references registry.duplicate_search,
  territory text not null,
  check (one < other),
  unique (one, other)
);
comment on column registry.likely_pair.fields is 'What each field says, in bits, as when the pair was weighed last';
comment on column registry.likely_pair.contradicted is 'Likely, yet joining the two would make one person of two cards, two of one household or two kept apart';
comment on column registry.likely_pair.territory is 'What the territories of the two have in common: two provinces are the nation''s matter';
create index on registry.likely_pair (state, probability desc);
create index on registry.likely_pair (other);
create index on registry.likely_pair (cluster) where cluster is not null;

create table registry.pair_decision (
  id uuid primary key,
  pair_id uuid not null references registry.likely_pair,
  decision text not null check (decision in ('same', 'different', 'taken-back')),
  reason text not null,
  note text,
  decided_by text not null,
  decided_at timestamptz not null,
  territory text not null
);
comment on table registry.pair_decision is 'Every word of a clerk on a pair, the last one in force; nothing is taken out';
create index on registry.pair_decision (pair_id, decided_at);

create table registry.known_as (
  person_id uuid not null references registry.person,
  known_as uuid not null references registry.person,
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  territory text not null,
  primary key (person_id, since),
  check (since < until)
);
comment on table registry.known_as is 'Who was found to be one person with whom, and when we held it so. What was stated of either is never rewritten.';
create unique index on registry.known_as (person_id) where until = 'infinity';
create index on registry.known_as (known_as) where until = 'infinity';

grant select, insert, delete, truncate on registry.searched_person, registry.search_block, registry.crowded_key, registry.sound_share to ramed_app;
grant select, insert, update on registry.duplicate_search to ramed_app;
grant select, insert, delete on registry.likely_pair to ramed_app;
grant update (probability, bits, fields, band, contradicted, cluster, state, search_id) on registry.likely_pair to ramed_app;
grant select, insert on registry.pair_decision, registry.known_as to ramed_app;
grant update (until) on registry.known_as to ramed_app;
call platform.fence(array['registry.searched_person', 'registry.likely_pair', 'registry.pair_decision', 'registry.known_as']::regclass[]);
