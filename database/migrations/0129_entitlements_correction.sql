-- A family tells that a name, a birth date, a sex or a national card is wrong in what is known of one of its members: told with its proof, as any event of life.
alter table entitlements.life_event drop constraint life_event_kind_check;
alter table entitlements.life_event add constraint life_event_kind_check check (kind in
  ('birth', 'marriage', 'death', 'divorce', 'child-marriage', 'departure', 'studies', 'disability', 'cover-begun', 'cover-ended', 'correction', 'move'));
comment on column entitlements.life_event.stated is
  'The newcomer, the commune that the family moved to and from, or the words of a member as they were and as they should be, as it was reported';

-- What a person is known by follows a correction; what was stated before stays in the statements of the requests, each with its end.
grant update (family_fr, given_fr, family_ar, given_ar, sex, birth_date) on registry.person to ramed_app;

-- Whether a card is somebody else's is asked over all provinces, also where the agent may not read.
create function registry.is_stated(who uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (
      select from registry.household_member m join registry.household h on h.id = m.household_id
      where m.person_id = who and h.superseded_at is null);
  end;
comment on function registry.is_stated is 'Whether any request, in whatever province, states this person today: that and nothing else';
revoke all on function registry.is_stated(uuid) from public;
grant execute on function registry.is_stated(uuid) to ramed_app;
