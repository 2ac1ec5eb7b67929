-- What is paid after its year is over opens the running one; what can open nothing any more is not taken.
alter table contributions.due
  add column payable_until date,
  add column credited_year smallint check (credited_year > 0);
comment on column contributions.due.payable_until is 'Last day on which a payment opens something: the bank takes none after it; absent for what was assessed before this was kept';
comment on column contributions.due.credited_year is 'The year of rights that the payment opened, where it is a later one than the year it was asked for';
grant update (credited_year) on contributions.due to ramed_app;
