-- Two roles do the daily work, neither owns a table. ramed_app serves people and partners; ramed_jobs owns the job queue only.
-- Their passwords are set by the migrator, which alone knows them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ramed_app') then create role ramed_app login noinherit; end if;
  if not exists (select from pg_roles where rolname = 'ramed_jobs') then create role ramed_jobs login noinherit; end if;
end
$$;

create extension if not exists pg_trgm;

revoke create on schema public from public;
do $$ begin execute format('grant connect, create on database %I to ramed_jobs', current_database()); end $$;
do $$ begin execute format('grant connect on database %I to ramed_app', current_database()); end $$;
-- An owner who is not all-powerful may hand things to a role only as one of its members.
do $$ begin execute format('grant ramed_jobs to %I', current_user); end $$;
create schema graphile_worker authorization ramed_jobs;
