-- Reads this migration makes easy to grant and to fence: a module's schema, and row-level security on what belongs to a place.
create procedure platform.open_schema(name text)
  language plpgsql as $$
begin
  execute format('create schema %I', name);
  execute format('grant usage on schema %I to ramed_app', name);
end
$$;

create procedure platform.fence(tables regclass[])
  language plpgsql as $$
declare
  fenced regclass;
begin
  foreach fenced in array tables loop
    execute format('alter table %s enable row level security', fenced);
    -- The scopes are read once a statement, not once a row: a function of the row cost a hundred times more on a national table.
    execute format('create policy in_scope on %s to ramed_app using ((select platform.is_national()) or (territory || ''.'') ^@ any ((select platform.scopes())::text[]))', fenced);
  end loop;
end
$$;
comment on procedure platform.fence is 'Every listed table has a column territory: an agent sees and writes only the rows of the post''s jurisdiction, whatever the query asks.';

call platform.open_schema('territory');
create table territory.region (code text primary key, name_fr text not null, name_ar text not null);
create table territory.province (
  code text primary key,
  name_fr text not null,
  name_ar text not null,
  kind text not null,
  region_code text not null references territory.region
);
create table territory.commune (
  code text primary key,
  name_fr text not null,
  name_ar text not null,
  milieu text not null check (milieu in ('urban', 'rural')),
  province_code text not null references territory.province,
  population_2024 integer,
  households_2024 integer
);
create index on territory.commune (province_code);
grant select on all tables in schema territory to ramed_app;
