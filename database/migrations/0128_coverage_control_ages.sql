-- An answer is about the day on which it was given, and about the lists that were known then: later ones are asked before anybody is registered on it.
alter table coverage.control add column lists_known integer;
comment on column coverage.control.lists_known is 'How many insurers'' lists were applied when it was answered; null of what was answered before this was kept';
grant update (lists_known) on coverage.control to ramed_app;
