call platform.open_schema('cards');

create sequence cards.card_serial maxvalue 999999999 cycle;

create table cards.batch (
  id uuid primary key,
  made_up_at timestamptz not null,
  key_id text not null
);

create table cards.card (
  serial text primary key,
  registration_number text not null,
  batch_id uuid not null references cards.batch,
  state text not null,
  since timestamptz not null,
  valid_from date not null,
  valid_to date not null,
  credential text not null,
  revoked_at timestamptz,
  territory text not null
);
comment on column cards.card.credential is 'The signed text of the QR code: what an offline reader checks with the public key';
create unique index one_live_card on cards.card (registration_number) 
  where state not in ('lost_in_transit', 'lost', 'stolen', 'damaged', 'destroyed', 'revoked', 'replaced', 'expired');
create index on cards.card (batch_id);

create table cards.passage (
  id bigint generated always as identity primary key,
  serial text not null references cards.card,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  holder text not null,
  territory text not null
);
create index on cards.passage (serial);
grant select, insert on all tables in schema cards to ramed_app;
grant update (state, since, revoked_at) on cards.card to ramed_app;
grant usage on all sequences in schema cards to ramed_app;
call platform.fence(array['cards.card', 'cards.passage']::regclass[]);
