-- Who of a family has rights is kept as its right is: in periods that are superseded, never changed.
alter table entitlements.beneficiary drop constraint beneficiary_pkey;
alter table entitlements.beneficiary
  add column id uuid not null default gen_random_uuid() primary key,
  add column from_day date,
  add column to_day date,
  add column begun_by text not null default 'registered',
  add column ends_by text,
  add column known_from timestamptz,
  add column known_to timestamptz,
  add column noted text check (noted in ('foreseen', 'ended'));
update entitlements.beneficiary b
  set from_day = r.registered_on, known_from = r.registered_on::timestamptz
  from entitlements.registration r where r.number = b.registration_number;
alter table entitlements.beneficiary
  alter column id drop default,
  alter column from_day set not null,
  alter column begun_by drop default,
  alter column known_from set not null,
  add check (from_day <= to_day),
  add check ((to_day is null) = (ends_by is null));
comment on column entitlements.beneficiary.to_day is 'Last day, as far as it is foreseen: a child by the years of law 65-00, article 116; absent where no end is foreseen';
comment on column entitlements.beneficiary.noted is 'What the night has told of the end: that it comes, that it came';
create unique index on entitlements.beneficiary (registration_number, person_id, from_day) where known_to is null;
create index on entitlements.beneficiary (to_day) where known_to is null and to_day is not null and noted is distinct from 'ended';
grant update (known_to, noted) on entitlements.beneficiary to ramed_app;

alter table entitlements.right_period add column beneath text check (beneath in ('pending_payment', 'open'));
comment on column entitlements.right_period.beneath is 'Of a suspended right: what it is again when the suspension ends';
-- The night looks for what ends, over the nation.
create index on entitlements.right_period (to_day) where known_to is null and state in ('open', 'pending_payment', 'suspended');

-- A family that counts others than before has what it did not pay waived and asked anew: an amount is never changed.
alter table contributions.due drop constraint due_registration_number_year_of_right_key;
create unique index on contributions.due (registration_number, year_of_right) where state <> 'waived';
