-- What a lot held is kept with it: its papers print the same whatever became of its cards.
alter table cards.parcel add column serials text[] not null default '{}';
comment on column cards.parcel.serials is 'The cards that were packed, in the order of their numbers';
update cards.parcel p set serials = coalesce((
  select array_agg(distinct t.serial order by t.serial) from cards.passage t where t.to_state = 'in_parcel' and t.place = p.number), '{}');
update cards.parcel p set serials = coalesce((
  select array_agg(c.serial order by c.serial) from cards.card c where c.parcel_id = p.id), '{}') where p.state = 'packed';
alter table cards.parcel alter column serials drop default;

-- Cards that nobody collected, destroyed together before two witnesses.
create sequence cards.destruction_number maxvalue 9999999 cycle;
create table cards.destruction (
  id uuid primary key,
  number text not null unique,
  territory text not null,
  destroyed_at timestamptz not null,
  destroyed_by text not null,
  witnesses text[] not null check (cardinality(witnesses) = 2),
  cards jsonb not null
);
comment on column cards.destruction.cards is 'Each card with its family''s number, the office it waited at and since when, as it stood when it was destroyed';

grant select, insert on cards.destruction to ramed_app;
grant usage on sequence cards.destruction_number to ramed_app;
call platform.fence(array['cards.destruction']::regclass[]);
create index cards_at_office on cards.card (since) where state = 'at_office';
