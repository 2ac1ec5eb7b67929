-- What was called a batch is the signing of cards ordered together; a batch is what goes to the maker, for one province or office.
alter table cards.batch rename to signing;
alter table cards.signing rename constraint batch_pkey to signing_pkey;
alter table cards.card rename column batch_id to signing_id;
alter table cards.card rename constraint card_batch_id_fkey to card_signing_id_fkey;
alter index cards.card_batch_id_idx rename to card_signing_id_idx;

create sequence cards.batch_number maxvalue 9999999 cycle;
create table cards.batch (
  id uuid primary key,
  number text not null unique,
  territory text not null,
  state text not null check (state in ('made_up', 'proofed', 'sent', 'acknowledged', 'made', 'received', 'checked')),
  since timestamptz not null,
  made_up_at timestamptz not null,
  made_up_by text not null,
  cards integer not null,
  counted integer,
  maker_reference text
);
comment on column cards.batch.territory is 'The province or the office whose families the cards are for';
comment on column cards.batch.counted is 'How many cards were counted when the maker delivered';

create sequence cards.parcel_number maxvalue 9999999 cycle;
create table cards.parcel (
  id uuid primary key,
  number text not null unique,
  origin text not null,
  territory text not null,
  state text not null check (state in ('packed', 'under_way', 'short', 'received', 'lost')),
  since timestamptz not null,
  made_at timestamptz not null,
  made_by text not null,
  cards integer not null,
  carrier text,
  seal text
);
comment on column cards.parcel.origin is 'Code of the province that sends it; empty for ANAM';
comment on column cards.parcel.territory is 'Code of the province or the office it goes to';

alter table cards.card
  add column place text not null default '',
  add column batch_id uuid references cards.batch,
  add column parcel_id uuid references cards.parcel,
  add column replaces text references cards.card;
comment on column cards.card.place is 'Where its holder has it: number of the parcel, code of the province or office; empty where the holder is one alone';
alter table cards.card alter column place drop default;
create index on cards.card (batch_id);
create index on cards.card (parcel_id);
create index cards_waiting on cards.card (territory, state) where state not in ('active', 'expired');

alter table cards.passage
  add column place text not null default '',
  add column actor text;
comment on column cards.passage.actor is 'Who scanned it; null for passages from before custody was kept';

-- No maker was ever sent what stood as batched before there were batches.
insert into cards.passage (serial, from_state, to_state, at, holder, territory)
  select serial, 'batched', 'ordered', since, 'anam', territory from cards.card where state = 'batched';
update cards.card set state = 'ordered' where state = 'batched';

-- What a count found otherwise than the books: who, when, of what, and how it was settled.
create table cards.difference (
  id bigint generated always as identity primary key,
  batch_id uuid references cards.batch,
  parcel_id uuid references cards.parcel,
  serial text not null,
  kind text not null check (kind in ('missing', 'surplus', 'dead', 'elsewhere', 'unknown')),
  territory text not null,
  found_at timestamptz not null,
  found_by text not null,
  settled_at timestamptz,
  settled_as text check (settled_as in ('found', 'lost')),
  check (num_nonnulls(batch_id, parcel_id) = 1)
);
comment on column cards.difference.serial is 'As it was scanned: there may be no such card';
create index on cards.difference (serial);
create index on cards.difference (parcel_id);

-- Into whose hand a card was given, on which proof.
create table cards.hand_over (
  id uuid primary key,
  serial text not null references cards.card,
  territory text not null,
  recipient text not null check (recipient in ('head', 'member', 'proxy')),
  name text not null,
  paper text not null check (paper in ('cnie', 'passport', 'power-of-attorney', 'family-booklet')),
  paper_number text not null,
  at timestamptz not null,
  actor text not null,
  undone_at timestamptz,
  undone_as text check (undone_as in ('recovered', 'lost'))
);
comment on column cards.hand_over.undone_at is 'When it was found to be of another family';
create index on cards.hand_over (serial);

grant select, insert on cards.batch, cards.parcel, cards.difference, cards.hand_over to ramed_app;
grant update (state, since, counted, maker_reference) on cards.batch to ramed_app;
grant update (state, since, carrier, seal) on cards.parcel to ramed_app;
grant update (settled_at, settled_as) on cards.difference to ramed_app;
grant update (undone_at, undone_as) on cards.hand_over to ramed_app;
grant update (place, batch_id, parcel_id) on cards.card to ramed_app;
grant usage on all sequences in schema cards to ramed_app;
call platform.fence(array['cards.batch', 'cards.parcel', 'cards.difference', 'cards.hand_over']::regclass[]);
