-- A password given by an administrator opens nothing but the page where it is replaced; a code opens once; codes for the day the telephone is
-- lost are kept as digests. The application still reads and writes none of these columns: each of the functions below does one thing for one agent.
alter table staff.agent
  add column password_temporary boolean not null default false,
  add column second_factor_pending text,
  add column second_factor_step bigint;
comment on column staff.agent.password_temporary is 'Given by somebody else: to be replaced before anything opens';
comment on column staff.agent.second_factor_pending is 'TOTP secret shown to the agent, until a code of it confirms that the telephone has it';
comment on column staff.agent.second_factor_step is 'The last half minute whose code was used: a code opens once';

create table staff.recovery_code (
  agent_id uuid not null references staff.agent,
  digest text not null,
  used_at timestamptz,
  primary key (agent_id, digest)
);
comment on table staff.recovery_code is 'SHA-256 of the codes an agent keeps on paper for the day the telephone is lost; each opens once';

drop function staff.credentials(text);
create function staff.credentials(wanted text)
  returns table (
    id uuid, password_hash text, password_temporary boolean, second_factor_secret text, second_factor_pending text,
    failed_attempts smallint, locked_until timestamptz
  )
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select a.id, a.password_hash, a.password_temporary, a.second_factor_secret, a.second_factor_pending, a.failed_attempts, a.locked_until
    from staff.agent a where a.login = lower(wanted) and a.active;
  end;
comment on function staff.credentials is 'What sign-in compares, for one login';

-- `known_hash`: only who has just compared the agent's own password may replace it or enrol a telephone, and of two at once the first.
create function staff.change_password(wanted uuid, known_hash text, new_hash text) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.agent a set password_hash = new_hash, password_temporary = false
    where a.id = wanted and a.active and a.password_hash = known_hash;
  return found;
end
$$;
comment on function staff.change_password is 'The agent''s own change of a password';

create function staff.begin_second_factor(wanted uuid, known_hash text, secret text) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.agent a set second_factor_pending = secret
    where a.id = wanted and a.active and a.password_hash = known_hash and a.second_factor_secret is null;
  return found;
end
$$;
comment on function staff.begin_second_factor is 'Keeps a secret that was shown, for an agent who has no second factor yet';

create function staff.confirm_second_factor(wanted uuid, shown text, step bigint, recovery text[]) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.agent a set second_factor_secret = a.second_factor_pending, second_factor_pending = null, second_factor_step = step
    where a.id = wanted and a.active and a.second_factor_secret is null and a.second_factor_pending = shown;
  if not found then return false; end if;
  delete from staff.recovery_code r where r.agent_id = wanted;
  insert into staff.recovery_code (agent_id, digest) select wanted, unnest(recovery);
  return true;
end
$$;
comment on function staff.confirm_second_factor is 'The telephone has shown that it holds the secret: from now on it is asked for';

create function staff.spend_code(wanted uuid, step bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.agent a set second_factor_step = step
    where a.id = wanted and a.second_factor_secret is not null and coalesce(a.second_factor_step, -1) < step;
  return found;
end
$$;
comment on function staff.spend_code is 'False when this code, or a later one, has opened already';

create function staff.spend_recovery_code(wanted uuid, spent text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update staff.recovery_code r set used_at = at where r.agent_id = wanted and r.digest = spent and r.used_at is null;
  return found;
end
$$;
comment on function staff.spend_recovery_code is 'False when there is no such code, or it has opened already';

do $$
declare
  callable regprocedure;
begin
  foreach callable in array array[
    'staff.credentials(text)', 'staff.change_password(uuid, text, text)', 'staff.begin_second_factor(uuid, text, text)',
    'staff.confirm_second_factor(uuid, text, bigint, text[])', 'staff.spend_code(uuid, bigint)',
    'staff.spend_recovery_code(uuid, text, timestamptz)'
  ]::regprocedure[] loop
    execute format('revoke all on function %s from public', callable);
    execute format('grant execute on function %s to ramed_app', callable);
  end loop;
end
$$;
