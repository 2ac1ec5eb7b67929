-- A paper of a sitting that an agent printed. Of minutes the digest of its bytes too: a later print can be shown to be the same paper.
create table commissions.printing (
  sitting_id uuid not null references commissions.sitting,
  territory text not null,
  paper text not null,
  language text not null,
  bytes_digest text,
  form_digest text,
  printed_at timestamptz not null,
  printed_by text not null,
  post text
);
comment on column commissions.printing.bytes_digest is 'SHA-256 of the PDF of sealed minutes';
comment on column commissions.printing.form_digest is 'SHA-256 of the template and texts it was set with: another form gives other bytes of the same minutes';
create index on commissions.printing (sitting_id);
grant select, insert on commissions.printing to ramed_app;
call platform.fence(array['commissions.printing']::regclass[]);
