-- How long a stage takes is read from the newest stays that have ended, however long ago they began: a stage that few leave is found by this.
create index passage_left on cards.passage (from_state, id) where from_state is not null;
