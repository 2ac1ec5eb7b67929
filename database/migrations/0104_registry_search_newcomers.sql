-- Newcomers are held against a register that was searched whole: what the search read of the persons, and how many bear which names, is kept.
alter table registry.duplicate_search
  add column reach text not null default 'whole' check (reach in ('whole', 'newcomers')),
  add column whole_id uuid references registry.duplicate_search,
  add column since uuid,
  add column since_at timestamptz,
  add column first_new integer not null default 0,
  add column rules integer,
  add constraint newcomers_follow_a_whole_search
    check ((reach = 'whole') = (whole_id is null) and (whole_id is null) = (since is null) and (since is null) = (since_at is null));
comment on column registry.duplicate_search.whole_id is 'The search of the whole register that a search of newcomers goes on from';
comment on column registry.duplicate_search.since is 'Households stated under a later identifier are read, and persons known otherwise since `since_at`';
comment on column registry.duplicate_search.first_new is 'Who was read under this number or a later one is new to this search';
comment on column registry.duplicate_search.rules is 'Under which rules of sounds the persons were read: under others they are all read again';
create unique index on registry.searched_person (person_id);
comment on table registry.searched_person is 'What the last searches read of the persons of the register, each as stated last: newcomers are held against them';
comment on table registry.sound_share is 'How many persons of the register searched last bear a name that sounds so: a rare one says more when two have it';
