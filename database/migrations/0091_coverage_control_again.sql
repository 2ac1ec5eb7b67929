-- An answer is about the persons who were asked about: a family that is stated anew is asked about anew.
alter table coverage.control add column household_id uuid;
comment on column coverage.control.household_id is 'The household as it was stated when it was asked about; null of what was asked before this was kept';
grant update (asked_at, household_id) on coverage.control to ramed_app;
