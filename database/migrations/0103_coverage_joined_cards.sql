-- Who was held to be one person at a moment is asked of the past, too: by whom they were known, whenever that was.
drop index registry.known_as_known_as_idx;
create index on registry.known_as (known_as, since);
-- A member of RAMED who is found to be one with somebody who has a card is held against the covers told under that card.
create table coverage.joined_card (
  request_id uuid not null,
  person_id uuid not null,
  card text not null,
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  territory text not null,
  primary key (request_id, person_id, since),
  foreign key (request_id, person_id) references coverage.ramed_member,
  check (since < until)
);
comment on table coverage.joined_card is 'Under which card, other than the one stated, a member of RAMED is known since two persons were found to be one, and until that was taken back';
create unique index on coverage.joined_card (request_id, person_id) where until = 'infinity';
create index on coverage.joined_card (card) where until = 'infinity';
grant select, insert on coverage.joined_card to ramed_app;
grant update (until) on coverage.joined_card to ramed_app;
call platform.fence(array['coverage.joined_card']::regclass[]);
alter table coverage.cover_case drop constraint cover_case_found_by_check,
  add constraint cover_case_found_by_check check (found_by in ('registration', 'list', 'rights', 'sweep', 'merge'));
