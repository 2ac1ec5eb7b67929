-- What another formula, or another day of the law, says of every stored request: kept beside the proposals, never in their place.
create table applications.rescoring_run (
  id uuid primary key,
  territory text not null,
  formula text not null,
  formula_digests text[] not null,
  judged_on date,
  run_at timestamptz not null,
  files integer not null,
  moves jsonb not null
);
comment on table applications.rescoring_run is 'One row a run, written last in its transaction: a run that stands here judged every file its post could see';
comment on column applications.rescoring_run.territory is 'Jurisdiction of the post that asked; empty for the nation';
comment on column applications.rescoring_run.formula_digests is 'The versions that judged, one for each period of the law';
comment on column applications.rescoring_run.judged_on is 'As if every request had been filed on this day; null: each on its own day';
comment on column applications.rescoring_run.moves is '[{proposal, outcome, files}]: how many files each pair of stored proposal and new outcome has';

-- No foreign key on the files: they are never deleted, and checking millions of keys that were read a moment before costs more than
-- judging them.
create table applications.rescoring (
  run_id uuid not null,
  application_id uuid not null,
  territory text not null,
  proposal text,
  outcome text not null,
  score double precision,
  primary key (run_id, application_id)
);
comment on column applications.rescoring.proposal is 'What the file stood proposed for when it was judged anew; null: not proposed yet';
comment on column applications.rescoring.score is 'Null when an answer that the formula needs was not given: the outcome is then incomplete';

grant select, insert on applications.rescoring_run, applications.rescoring to ramed_app;
call platform.fence(array['applications.rescoring_run', 'applications.rescoring']::regclass[]);
