-- Minutes that members signed by hand: the scan, bound to the digest that is printed on it, and who signed on it.
create table commissions.signed_paper (
  page_id uuid primary key,
  sitting_id uuid not null references commissions.sitting,
  territory text not null,
  minutes_digest text not null,
  checksum text not null,
  media_type text not null,
  at timestamptz not null,
  actor text not null
);
comment on table commissions.signed_paper is 'Scans of sealed minutes that were signed on paper, append only';
comment on column commissions.signed_paper.page_id is 'The page that the documents keep, for as long as the minutes';
comment on column commissions.signed_paper.minutes_digest is 'The digest printed on the paper: of other minutes it proves nothing';
comment on column commissions.signed_paper.checksum is 'SHA-256 of the bytes of the scan';
create index on commissions.signed_paper (sitting_id);

-- A signature is for one text; of another text it is none, and that one can be signed again.
alter table commissions.signature
  add column paper_id uuid references commissions.signed_paper,
  drop constraint signature_pkey,
  add primary key (sitting_id, member_id, minutes_digest),
  add constraint paper_is_kept check ((way = 'paper') = (paper_id is not null));
comment on column commissions.signature.paper_id is 'The scan of the paper that was signed; null for whoever signed by a code';

alter table commissions.sitting drop column scan;

grant select, insert on commissions.signed_paper to ramed_app;
call platform.fence(array['commissions.signed_paper']::regclass[]);
