-- Persons found by name in either script and any spelling. Plain equality on purpose: behind row-level security an index serves only
-- operators that cannot leak, and those of arrays and of trigrams are not among them.
create table registry.name_key (
  key text not null,
  birth_date date not null,
  person_id uuid not null references registry.person,
  territory text not null,
  primary key (key, birth_date, person_id, territory)
);
comment on table registry.name_key is 'How the words of a person''s name sound, with the birth date and in the territory that a request states; the keys are those of modules/registry/model/name-sounds.ts';
alter table registry.name_key alter column key set statistics 1000;

-- Sounds one slip apart share what is left when a letter is taken away. Sounds alone, of nobody in particular.
create table registry.near_sound (
  clipped text not null,
  key text not null,
  primary key (clipped, key)
);
comment on table registry.near_sound is 'Each known sound under itself and under itself less one letter: two sounds with a row in common are a slip apart';

create table registry.name_reading (
  rules smallint primary key,
  read_to uuid not null,
  ended boolean not null
);
comment on table registry.name_reading is 'How far the names stated before these rules of sounds have been read by them, by household';

grant select, insert on registry.name_key, registry.near_sound to ramed_app;
grant select, insert, update on registry.name_reading to ramed_app;
call platform.fence(array['registry.name_key']::regclass[]);
