-- Appointing, posts, absence and lending, by administrators of the scheme. The application still writes no agent and no post of its own: each
-- function holds the post in whose name it is called to what this schema itself knows of it, whatever the caller believes.
create table staff.absence (
  id uuid primary key,
  agent_id uuid not null references staff.agent,
  from_day date not null,
  to_day date not null,
  replaced_by uuid references staff.agent check (replaced_by <> agent_id),
  reason text not null
);
comment on table staff.absence is 'Days an agent is away; whoever replaces acts at all the agent''s posts meanwhile, and the journal says for whom';
comment on column staff.absence.to_day is 'Before from_day when it was ended before it began';
create index on staff.absence (agent_id);
create index on staff.absence (replaced_by) where replaced_by is not null;

create table staff.delegation (
  id uuid primary key,
  post_id uuid not null references staff.post,
  agent_id uuid not null references staff.agent,
  from_day date not null,
  to_day date not null,
  reason text not null
);
comment on table staff.delegation is 'One post lent to another agent for some days, and the journal says for whom it is acted';
create index on staff.delegation (post_id);
create index on staff.delegation (agent_id);

create index post_by_role on staff.post (role, territory);
grant select on staff.absence, staff.delegation to ramed_app;
grant select (password_temporary) on staff.agent to ramed_app;

-- Whether the telephone is linked, never with which secret.
create function staff.has_second_factor(wanted uuid[]) returns table (agent_id uuid)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select a.id from staff.agent a where a.id = any (wanted) and a.second_factor_secret is not null;
  end;

-- At which posts an agent may act on a day: the own ones, those lent, and those of whom the agent replaces. How: own, lent or replaces.
create function staff.posts_in_hand(wanted uuid, day date)
  returns table (id uuid, agent_id uuid, role text, territory text, held_from date, held_to date, how text)
  language sql stable as $$
  select p.id, p.agent_id, p.role, p.territory, p.held_from, p.held_to, min(hand.how)
  from (
    select own.id as post_id, 'own' as how from staff.post own where own.agent_id = wanted
    union all
    select lent.post_id, 'lent' from staff.delegation lent where lent.agent_id = wanted and day between lent.from_day and lent.to_day
    union all
    select theirs.id, 'replaces' from staff.absence away join staff.post theirs on theirs.agent_id = away.agent_id
      where away.replaced_by = wanted and day between away.from_day and away.to_day
  ) hand
  join staff.post p on p.id = hand.post_id and day between p.held_from and coalesce(p.held_to, 'infinity')
  join staff.agent holder on holder.id = p.agent_id and holder.active
  group by p.id
$$;

-- Whether a post may give, take or lend a post of this role there: an administrator's, held that day by an active agent, whose territory covers
-- it. One below the nation gives only the posts of counters and provinces.
create function staff.may_give(acting uuid, wanted_role text, wanted_territory text, day date) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (
      select from staff.post p join staff.agent a on a.id = p.agent_id and a.active
      where p.id = acting and day between p.held_from and coalesce(p.held_to, 'infinity')
        and case when p.territory = '' then p.role = 'administrator'
          else p.role in ('administrator', 'province-administrator') and (wanted_territory || '.') ^@ (p.territory || '.')
            and wanted_role in ('counter-agent', 'verification-officer', 'commission-secretary', 'commission-member', 'provincial-officer')
        end
    );
  end;

-- Whether a post may close an agent's account or give it new secrets: it may give every post the agent holds or will hold, or held last.
create function staff.may_administer(acting uuid, wanted uuid, day date) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select coalesce(bool_and(staff.may_give(acting, p.role, p.territory, day)), false)
    from staff.post p
    where p.agent_id = wanted
      and (coalesce(p.held_to, 'infinity') >= day
        or not exists (select from staff.post q where q.agent_id = wanted and coalesce(q.held_to, 'infinity') >= day));
  end;

create function staff.give_post(acting uuid, day date, given jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not staff.may_give(acting, given ->> 'role', given ->> 'territory', day) then return false; end if;
  insert into staff.post select * from jsonb_populate_record(null::staff.post, given);
  return true;
end
$$;
comment on function staff.give_post is 'False when the post in whose name it is given may not give it';

-- 'appointed', 'login-taken' or 'not-yours'. The password is one to be replaced.
create function staff.appoint(acting uuid, day date, person jsonb, given jsonb) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not staff.may_give(acting, given ->> 'role', given ->> 'territory', day) then return 'not-yours'; end if;
  insert into staff.agent (id, login, name_fr, name_ar, institution, password_hash, password_temporary)
    select p.id, p.login, p.name_fr, p.name_ar, p.institution, p.password_hash, true
    from jsonb_populate_record(null::staff.agent, person) p
    on conflict (login) do nothing;
  if not found then return 'login-taken'; end if;
  insert into staff.post select * from jsonb_populate_record(null::staff.post, given);
  return 'appointed';
end
$$;

create function staff.end_post(acting uuid, day date, ended uuid, last date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.post p set held_to = last where p.id = ended and staff.may_give(acting, p.role, p.territory, day);
  return found;
end
$$;

create function staff.lend_post(acting uuid, day date, lent jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into staff.delegation select d.* from jsonb_populate_record(null::staff.delegation, lent) d
    join staff.post p on p.id = d.post_id where staff.may_give(acting, p.role, p.territory, day);
  return found;
end
$$;

create function staff.end_delegation(acting uuid, day date, ended uuid, last date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.delegation d set to_day = last from staff.post p
    where d.id = ended and p.id = d.post_id and staff.may_give(acting, p.role, p.territory, day);
  return found;
end
$$;

create function staff.note_absence(acting uuid, day date, away jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into staff.absence select a.* from jsonb_populate_record(null::staff.absence, away) a
    where staff.may_administer(acting, a.agent_id, day);
  return found;
end
$$;

create function staff.end_absence(acting uuid, day date, ended uuid, last date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.absence a set to_day = last where a.id = ended and staff.may_administer(acting, a.agent_id, day);
  return found;
end
$$;

create function staff.set_active(acting uuid, day date, wanted uuid, whether boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.agent a set active = whether where a.id = wanted and staff.may_administer(acting, a.id, day);
  return found;
end
$$;

create function staff.reset_password(acting uuid, day date, wanted uuid, hash text) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.agent a set password_hash = hash, password_temporary = true, failed_attempts = 0, locked_until = null
    where a.id = wanted and staff.may_administer(acting, a.id, day);
  return found;
end
$$;

create function staff.reset_second_factor(acting uuid, day date, wanted uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.agent a set second_factor_secret = null, second_factor_pending = null, second_factor_step = null
    where a.id = wanted and staff.may_administer(acting, a.id, day);
  if not found then return false; end if;
  delete from staff.recovery_code r where r.agent_id = wanted;
  return true;
end
$$;

do $$
declare
  callable regprocedure;
begin
  foreach callable in array array[
    'staff.has_second_factor(uuid[])', 'staff.give_post(uuid, date, jsonb)', 'staff.appoint(uuid, date, jsonb, jsonb)',
    'staff.end_post(uuid, date, uuid, date)', 'staff.lend_post(uuid, date, jsonb)', 'staff.end_delegation(uuid, date, uuid, date)',
    'staff.note_absence(uuid, date, jsonb)', 'staff.end_absence(uuid, date, uuid, date)', 'staff.set_active(uuid, date, uuid, boolean)',
    'staff.reset_password(uuid, date, uuid, text)', 'staff.reset_second_factor(uuid, date, uuid)',
    'staff.may_give(uuid, text, text, date)', 'staff.may_administer(uuid, uuid, date)'
  ]::regprocedure[] loop
    execute format('revoke all on function %s from public', callable);
    execute format('grant execute on function %s to ramed_app', callable);
  end loop;
end
$$;
