-- What a request declared before and after each correction. The file itself holds the newest; here every one stands for ever.
create table applications.version (
  application_id uuid not null references applications.application,
  version smallint not null,
  territory text not null,
  declaration jsonb not null,
  declaration_digest text not null,
  made_at timestamptz not null,
  made_by text not null,
  post text,
  reason text,
  changes jsonb not null,
  primary key (application_id, version)
);
comment on table applications.version is 'Nothing stands here for a request that was never corrected; once it is, the first version is what was filed. Never changed: old scores are made again from it';
comment on column applications.version.changes is '[{place, from, to}]: what this version changed in the one before; an absent value was not declared';
alter table applications.version alter column declaration set compression pglz;
grant select, insert on applications.version to ramed_app;
call platform.fence(array['applications.version']::regclass[]);

-- A correction may change what the file is known by. Its commune, its number and its day of deposit it cannot.
grant update (declaration, declaration_digest, head_cnie, adult_cards, head_birth_date, head_names) on applications.application to ramed_app;
grant delete on applications.adult_card to ramed_app;

-- What a family stated before a correction stays; its newest statement is the one without an end.
alter table registry.household add column superseded_at timestamptz;
comment on column registry.household.superseded_at is 'When the same request was stated anew, corrected; null for what it states now';
alter table registry.household drop constraint household_request_id_key;
create unique index stated_now on registry.household (request_id) where superseded_at is null;
grant update (superseded_at) on registry.household to ramed_app;
