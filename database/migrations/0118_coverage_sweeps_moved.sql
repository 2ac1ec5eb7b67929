-- When a sweep last came one portion further: one whose job died is seen to stand still, and is gone on with by hand.
alter table coverage.sweep add column moved_at timestamptz;
comment on column coverage.sweep.moved_at is 'When the last portion was done; none before the first';
