call platform.open_schema('registry');

create table registry.person (
  id uuid primary key,
  cnie text unique,
  family_fr text,
  given_fr text,
  family_ar text,
  given_ar text,
  sex text not null check (sex in ('F', 'M')),
  birth_date date not null,
  territory text not null,
  known_since timestamptz not null,
  check (family_fr is not null or family_ar is not null)
);
comment on column registry.person.cnie is 'National card number, capitals without spaces; children often have none';
create index on registry.person (birth_date, sex);

-- The family as one request states it. The members of the dwelling are all here; who of them gets rights is another matter.
create table registry.household (
  id uuid primary key,
  request_id uuid not null unique,
  territory text not null,
  stated_on date not null
);

create table registry.household_member (
  household_id uuid not null references registry.household,
  ref smallint not null,
  person_id uuid not null references registry.person,
  relation text not null,
  beneficiary_by text,
  territory text not null,
  primary key (household_id, ref)
);
comment on column registry.household_member.beneficiary_by is 'Rule of law 65-00, article 116, that makes this member part of the RAMED household; null for those who only live there';
create index on registry.household_member (person_id);
grant select, insert, update on all tables in schema registry to ramed_app;
call platform.fence(array['registry.person', 'registry.household', 'registry.household_member']::regclass[]);
