-- Where families file: known to everybody, opened and closed by administrators inside their jurisdiction. None is ever removed: files name it.
create table territory.counter (
  id uuid primary key,
  territory text not null references territory.commune,
  kind text not null check (kind in ('annexe', 'caidat', 'pachalik')),
  name_fr text not null,
  name_ar text not null,
  address text,
  opened_on date not null,
  closed_on date
);
comment on table territory.counter is 'A counter (annexe, caïdat, pachalik) of a commune; closed_on is its last day';
create index on territory.counter (territory);
grant select, insert on territory.counter to ramed_app;
grant update (name_fr, name_ar, address, closed_on) on territory.counter to ramed_app;
alter table territory.counter enable row level security;
create policy known_to_all on territory.counter for select to ramed_app using (true);
create policy opened_in_scope on territory.counter for insert to ramed_app
  with check ((select platform.is_national()) or (territory || '.') ^@ any ((select platform.scopes())::text[]));
create policy changed_in_scope on territory.counter for update to ramed_app
  using ((select platform.is_national()) or (territory || '.') ^@ any ((select platform.scopes())::text[]));
