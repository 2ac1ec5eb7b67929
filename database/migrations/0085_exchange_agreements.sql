-- What a body may ask about rights, on which legal basis, and what of the answer it is told. Of its key a digest alone is kept.
create table exchange.agreement (
  id uuid primary key,
  partner text not null check (partner ~ '^[a-z][a-z0-9-]{1,39}$'),
  name_fr text not null,
  name_ar text not null,
  purpose_fr text not null,
  purpose_ar text not null,
  legal_basis text not null,
  legal_status text not null check (legal_status in ('official', 'unverified', 'illustrative')),
  may_ask_by text[] not null,
  fields text[] not null,
  per_minute integer not null check (per_minute > 0),
  from_day date not null,
  to_day date,
  key_digest text not null unique check (key_digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  ended_for text,
  check (from_day <= to_day)
);
comment on table exchange.agreement is 'Agreements with bodies that ask about rights. Nothing of one changes but its end: another is made.';
comment on column exchange.agreement.key_digest is 'SHA-256 of the key, which the body makes and keeps: it was never here';
comment on column exchange.agreement.per_minute is 'Persons that may be asked about in a minute';
create index on exchange.agreement (partner, from_day desc);
grant select, insert on exchange.agreement to ramed_app;
grant update (to_day, ended_at, ended_for) on exchange.agreement to ramed_app;
