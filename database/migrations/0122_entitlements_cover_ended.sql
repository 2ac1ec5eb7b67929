-- A member whom another scheme covered comes back into its family's rights once that cover has ended: told with its proof, as any event of life.
alter table entitlements.life_event drop constraint life_event_kind_check;
alter table entitlements.life_event add constraint life_event_kind_check check (kind in
  ('birth', 'marriage', 'death', 'divorce', 'child-marriage', 'departure', 'studies', 'disability', 'cover-ended', 'move'));
