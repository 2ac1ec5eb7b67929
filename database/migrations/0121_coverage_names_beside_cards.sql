-- Who is in RAMED without a card is found by name among those told of with one, too: names are kept of everybody told of by name, and both sides
-- carry how they are heard, so that they meet in the store by day of birth and sound.
create function coverage.born(birth_date date) returns date
  language sql immutable parallel safe
  return make_date(extract(year from birth_date)::int,
    least(extract(month from birth_date), extract(day from birth_date))::int,
    greatest(extract(month from birth_date), extract(day from birth_date))::int);
comment on function coverage.born is 'The same day for a birth date and for the one it is when day and month are taken for each other';

alter table coverage.list_line add column name_pairs integer[];

alter table coverage.named_member
  add column bears_card boolean not null default false,
  add column name_pairs integer[],
  add column born date generated always as (coverage.born(birth_date)) stored;
comment on table coverage.named_member is 'Under which name a body covers somebody, as it told last: compared with whoever of RAMED has no card, and where the body tells of none with everybody';
comment on column coverage.named_member.name_pairs is 'How a given name and a family name are heard together, as numbers (modules/registry/model/matching/name-pairs.ts); null until a sweep has read the name';
drop index coverage.named_member_birth_date_idx;
-- Few days for many members: the index stays small, and what one list names lies together by these days.
create index on coverage.named_member (born, bears_card);
create index on coverage.named_member (source_id, member) where name_pairs is null;

alter table coverage.ramed_member
  add column birth_date date,
  add column name_pairs integer[],
  add column born date generated always as (coverage.born(birth_date)) stored;
comment on column coverage.ramed_member.name_pairs is 'As of named_member';
create index on coverage.ramed_member (born);
create index on coverage.ramed_member (person_id) where name_pairs is null;

-- A sweep over names goes by days of birth: one that was on its way by members begins its names anew, and finds nothing twice.
update coverage.sweep set reached = '' where step = 'names';

grant update (birth_date, name_pairs) on coverage.ramed_member to ramed_app;
grant delete on coverage.named_member to ramed_app;
