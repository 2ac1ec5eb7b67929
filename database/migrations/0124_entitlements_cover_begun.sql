-- A family tells that another scheme covers one of its members: told with its proof, as any event of life.
alter table entitlements.life_event drop constraint life_event_kind_check;
alter table entitlements.life_event add constraint life_event_kind_check check (kind in
  ('birth', 'marriage', 'death', 'divorce', 'child-marriage', 'departure', 'studies', 'disability', 'cover-begun', 'cover-ended', 'move'));
