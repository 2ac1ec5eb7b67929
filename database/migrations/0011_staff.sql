call platform.open_schema('staff');

create table staff.agent (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  name_fr text not null,
  name_ar text not null,
  institution text not null,
  password_hash text not null,
  second_factor_secret text,
  failed_attempts smallint not null default 0,
  locked_until timestamptz,
  active boolean not null default true
);
comment on column staff.agent.password_hash is 'argon2id';
comment on column staff.agent.second_factor_secret is 'TOTP secret once the agent has enrolled; null means a password alone still opens';

create table staff.post (
  id uuid primary key,
  agent_id uuid not null references staff.agent,
  role text not null,
  territory text not null,
  held_from date not null,
  held_to date,
  unique (agent_id, role, territory, held_from)
);
comment on column staff.post.territory is 'Dotted code of region, province or commune; empty for the nation';

create table staff.session (
  token_digest text primary key,
  agent_id uuid not null references staff.agent,
  post_id uuid not null references staff.post,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor boolean not null
);
create index on staff.session (agent_id);
comment on table staff.session is 'The token itself is known to the browser only; the table keeps its SHA-256.';

-- Sign-in needs the secrets of one agent at a time; nobody who serves people ever reads the column, nor appoints anyone.
create function staff.credentials(wanted text)
  returns table (id uuid, password_hash text, second_factor_secret text, failed_attempts smallint, locked_until timestamptz)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select a.id, a.password_hash, a.second_factor_secret, a.failed_attempts, a.locked_until
    from staff.agent a where a.login = lower(wanted) and a.active;
  end;
comment on function staff.credentials is 'What sign-in compares, for one login';
revoke all on function staff.credentials(text) from public;
grant execute on function staff.credentials(text) to ramed_app;

grant select (id, login, name_fr, name_ar, institution, failed_attempts, locked_until, active) on staff.agent to ramed_app;
grant update (failed_attempts, locked_until) on staff.agent to ramed_app;
grant select on staff.post to ramed_app;
grant select, insert, delete on staff.session to ramed_app;
grant update (last_seen_at) on staff.session to ramed_app;
