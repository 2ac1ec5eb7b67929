-- A double registration that is settled for the other scheme ends one member's part in a family's rights; the others keep theirs.
alter table entitlements.beneficiary add column case_id uuid;
comment on column entitlements.beneficiary.case_id is 'The cover case that wrote this period: taken back, the periods that it superseded stand again';
-- Whose part ends before its first day keeps a period of no day, so that it can be told since when and why.
alter table entitlements.beneficiary drop constraint beneficiary_check, add constraint beneficiary_check check (from_day <= to_day + 1);
create index on entitlements.beneficiary (case_id) where case_id is not null and known_to is null;
