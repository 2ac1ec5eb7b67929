call platform.open_schema('contributions');

create sequence contributions.notice_number maxvalue 99999999 cycle;

create table contributions.due (
  notice text primary key,
  registration_number text not null,
  year_of_right smallint not null,
  persons smallint not null,
  amount_centimes integer not null check (amount_centimes >= 0),
  state text not null check (state in ('assessed', 'notified', 'paid', 'waived', 'overdue', 'lapsed')),
  assessed_on date not null,
  territory text not null,
  unique (registration_number, year_of_right)
);
comment on column contributions.due.notice is 'Number of the payment notice, with a check digit: what the bank scans';

create table contributions.payment (
  id text primary key,
  notice text not null,
  amount_centimes integer not null,
  paid_at timestamptz not null,
  branch text not null,
  state text not null check (state in ('recorded', 'reconciled', 'unmatched', 'matched', 'cancelled', 'refunded')),
  territory text not null
);
comment on column contributions.payment.id is 'The bank''s own number: the same payment told twice is one payment';
create index on contributions.payment (notice);
grant select, insert on all tables in schema contributions to ramed_app;
grant update (state) on contributions.due, contributions.payment to ramed_app;
grant usage on all sequences in schema contributions to ramed_app;
call platform.fence(array['contributions.due', 'contributions.payment']::regclass[]);
