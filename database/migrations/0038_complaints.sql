call platform.open_schema('complaints');

create sequence complaints.complaint_number maxvalue 999999 cycle;

create table complaints.complaint (
  id uuid primary key,
  number text not null unique,
  territory text not null,
  application_id uuid,
  application_number text,
  subject text not null,
  channel text not null check (channel in ('portal')),
  language text not null check (language in ('ar', 'zgh', 'fr', 'en')),
  words text not null,
  phone text,
  code_seal text not null,
  state text not null check (state in ('received', 'answered')),
  since timestamptz not null,
  received_at timestamptz not null,
  answer_by date not null,
  answer text,
  answered_by text,
  check ((application_id is null) = (application_number is null)),
  check ((state = 'answered') = (answer is not null))
);
comment on column complaints.complaint.territory is 'The commune of the request it is about; the province its author named when it is about none';
comment on column complaints.complaint.application_id is 'Set only when its author has shown a right to that request';
comment on column complaints.complaint.code_seal is 'Seal of the code its author follows it by: the code itself is kept nowhere';
comment on column complaints.complaint.answer_by is 'The day promised when it was received, by the law of that day';
create index on complaints.complaint (application_id) where application_id is not null;
create index on complaints.complaint (state, answer_by);
grant select, insert on complaints.complaint to ramed_app;
grant update (state, since, answer, answered_by) on complaints.complaint to ramed_app;
grant usage on sequence complaints.complaint_number to ramed_app;
call platform.fence(array['complaints.complaint']::regclass[]);
