-- Every difference has its place and its end: also the card in a stock that is worth nothing, the one whose family moved away, and the one that
-- the maker says it could not make though it was scanned.
alter table cards.difference
  add column place text,
  add column settled_by text,
  add column settled_note text,
  drop constraint difference_check,
  drop constraint difference_kind_check,
  drop constraint difference_settled_as_check;
update cards.difference d set place = coalesce((select p.territory from cards.parcel p where p.id = d.parcel_id), '');
alter table cards.difference
  alter column place set not null,
  add constraint difference_of_one_lot check (num_nonnulls(batch_id, parcel_id) <= 1),
  add constraint difference_kind_check
    check (kind in ('missing', 'surplus', 'dead', 'elsewhere', 'unknown', 'moved', 'not-made')),
  add constraint difference_settled_as_check check (settled_as in
    ('found', 'lost', 'over', 'taken-in', 'destroyed', 'handed-over', 'returned', 'not-there', 'in-order'));
comment on column cards.difference.place is 'Who found it and has the card, or looks for it: code of the province or office; empty for ANAM';
comment on column cards.difference.settled_note is 'What whoever settled it had to say';
grant update (settled_by, settled_note) on cards.difference to ramed_app;

-- What a count took in is where it was found: nothing is left to do.
update cards.difference set settled_at = found_at, settled_as = 'taken-in' where kind = 'surplus' and settled_at is null;
create index difference_open on cards.difference (found_at, id) where settled_at is null;

-- Cards that lost their worth in a stock lie there still; the books had forgotten where.
with lying as (
  select c.serial, c.territory, c.since, coalesce(stood.place, '') as place
  from cards.card c
  cross join lateral (select id, from_state from cards.passage p where p.serial = c.serial order by id desc limit 1) last
  left join lateral (select place from cards.passage p
    where p.serial = c.serial and p.to_state = last.from_state and p.id < last.id order by id desc limit 1) stood on true
  where c.state in ('damaged', 'revoked', 'replaced', 'expired')
    and last.from_state in ('received', 'checked', 'at_province', 'at_office', 'uncollected')
    and not exists (select from cards.difference d where d.serial = c.serial and d.kind = 'dead' and d.settled_at is null)),
told as (
  insert into cards.difference (serial, kind, territory, place, found_at, found_by)
  select serial, 'dead', territory, place, since, 'system:cards' from lying)
update cards.card c set place = l.place from lying l where l.serial = c.serial;

alter table cards.batch add column expected integer;
comment on column cards.batch.expected is 'How many cards the maker should have delivered when they were counted; null before that';
grant update (expected) on cards.batch to ramed_app;
