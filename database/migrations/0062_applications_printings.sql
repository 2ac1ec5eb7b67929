-- A paper that an agent printed for a family: a receipt, a notice. The second one is known to be the second.
create table applications.printing (
  application_id uuid not null references applications.application,
  territory text not null,
  paper text not null,
  printed_at timestamptz not null,
  printed_by text not null,
  post text
);
create index on applications.printing (application_id);
grant select, insert on applications.printing to ramed_app;
call platform.fence(array['applications.printing']::regclass[]);
