-- Lists to register, as a province's validation gives them, and what became of each of their records.
create table entitlements.registration_list (
  id uuid primary key,
  sender text not null,
  province text not null,
  reference text not null,
  from_day date not null,
  to_day date not null,
  families_told integer not null,
  file_digest text not null unique,
  file_path text not null,
  format text not null check (format in ('csv', 'xml')),
  state text not null check (state in ('receiving', 'ended', 'unreadable')),
  next_ordinal integer not null default 1,
  fault jsonb,
  received_at timestamptz not null,
  received_by text not null,
  ended_at timestamptz,
  territory text not null,
  unique (sender, reference)
);
comment on column entitlements.registration_list.sender is 'Whose list it is: a partner, or the agency itself where an officer brought the file';
comment on column entitlements.registration_list.next_ordinal is 'The first record that is not judged yet: a reading that was cut goes on there';
create index on entitlements.registration_list (received_at desc);

create table entitlements.registration_record (
  list_id uuid not null references entitlements.registration_list,
  ordinal integer not null,
  line integer not null,
  request_number text,
  request_id uuid,
  result text not null check (result in ('registered', 'waiting', 'held', 'rejected', 'unreadable')),
  code text,
  place text not null,
  territory text not null,
  primary key (list_id, ordinal)
);
comment on column entitlements.registration_record.result is 'As it was judged; who waited or was held and was registered since is told as registered';
comment on column entitlements.registration_record.code is 'Of a rejected or held record a subject of table 3 of the activity report 2015; of an unreadable one the rule it broke';
create index on entitlements.registration_record (request_id) where request_id is not null;

create table entitlements.rejection (
  id uuid primary key,
  request_id uuid not null,
  code text not null,
  place text not null,
  note text,
  list_id uuid references entitlements.registration_list,
  at timestamptz not null,
  actor text not null,
  territory text not null
);
comment on table entitlements.rejection is 'Files that the agency sent back instead of registering them, with the reason the counter reads';
create index on entitlements.rejection (request_id, at desc);

grant select, insert on entitlements.registration_list, entitlements.registration_record, entitlements.rejection to ramed_app;
grant update (state, next_ordinal, fault, ended_at) on entitlements.registration_list to ramed_app;
call platform.fence(array['entitlements.registration_list', 'entitlements.registration_record', 'entitlements.rejection']::regclass[]);
