-- When a search for duplicates last came one portion further: one whose job died is seen to stand still, and is gone on with by hand.
alter table registry.duplicate_search add column moved_at timestamptz;
comment on column registry.duplicate_search.moved_at is 'When the last portion was done; none before the first';
