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
  cnie text,
  family_fr text,
  given_fr text,
  family_ar text,
  given_ar text,
  sex text not null check (sex in ('F', 'M')),
  birth_date date not null,
  territory text not null,
  primary key (household_id, ref)
);
comment on column registry.household_member.beneficiary_by is 'Rule of law 65-00, article 116, that makes this member part of the RAMED household; null for those who only live there';
comment on column registry.household_member.cnie is 'As this request states it, like the names, the sex and the birth date: partners'' answers stand beside this, whatever an earlier request said';
create index on registry.household_member (person_id);

-- A family that moved is known by its cards in another province, where the agent may not read.
create function registry.persons_by_card(cards text[]) returns table (cnie text, id uuid)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select p.cnie, p.id from registry.person p where p.cnie = any (cards);
  end;
comment on function registry.persons_by_card is 'Who is already known under these cards: the identifier and nothing else, over all provinces';
revoke all on function registry.persons_by_card(text[]) from public;
grant execute on function registry.persons_by_card(text[]) to ramed_app;

grant select, insert on all tables in schema registry to ramed_app;
call platform.fence(array['registry.person', 'registry.household', 'registry.household_member']::regclass[]);
