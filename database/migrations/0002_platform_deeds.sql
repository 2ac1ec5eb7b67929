create schema platform;
grant usage on schema platform to ramed_app;

-- Territories are dotted codes (region, province, commune): a scope covers a territory when it is a whole-segment prefix of it.
-- '01.511.01.0' is a textual prefix of '01.511.01.01', hence the closing dot on both sides. The national scope is ''.
create function platform.scopes() returns text[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('ramed.scopes', true), ''), ',');

create function platform.is_national() returns boolean
  language sql stable parallel safe
  return coalesce('*' = any (platform.scopes()), false);

comment on function platform.scopes is 'What the signed-in post covers; with no scope set, nothing is seen';

-- One row per deed done: the memory that makes "twice" the same as "once".
create table platform.deed (
  key text primary key,
  action text not null,
  actor text not null,
  input_digest text not null,
  output json,
  done_at timestamptz not null
);
comment on table platform.deed is 'Idempotency: the result of a deed by its key. Written in the transaction of the deed itself.';
comment on column platform.deed.output is 'As it was answered, byte for byte: asked again, it is the same answer';
grant select, insert on platform.deed to ramed_app;
grant update (output) on platform.deed to ramed_app;
alter table platform.deed enable row level security;
create policy read_by_key on platform.deed for select to ramed_app using (true);
create policy claimed_by_deeds on platform.deed for insert to ramed_app with check (output is null);
create policy told_once on platform.deed for update to ramed_app using (output is null) with check (true);

create table platform.event (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  deed text not null,
  happened_at timestamptz not null
);
comment on table platform.event is 'Outbox: what happened, written in the transaction of the deed and delivered at least once by the job queue.';
grant select, insert on platform.event to ramed_app;
