-- How a family may be reached about its request: asked beside the declaration, never part of it, and changed when it moves or changes telephone.
create table applications.contact (
  application_id uuid primary key references applications.application,
  territory text not null,
  language text not null check (language in ('ar', 'zgh', 'fr', 'en')),
  phone text,
  email text,
  address text,
  wants_notices boolean not null default false,
  phone_proven_at timestamptz,
  changed_at timestamptz not null
);
comment on column applications.contact.wants_notices is 'The family asked to be told of each step; nobody is written to without having asked';
comment on column applications.contact.phone_proven_at is 'When a code sent to this telephone came back; null for one that nobody has proven';

grant select, insert, update on applications.contact to ramed_app;
call platform.fence(array['applications.contact']::regclass[]);
