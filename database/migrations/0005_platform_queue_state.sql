-- The queue's owner tells how it stands; the application may not read the jobs themselves, whose payloads are not its business.
create function platform.queue_state(out waiting bigint, out failing bigint, out oldest_seconds double precision)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  select count(*), count(*) filter (where attempts > 1), extract(epoch from now() - min(run_at) filter (where run_at <= now()))
    into waiting, failing, oldest_seconds
    from graphile_worker._private_jobs;
end
$$;
comment on function platform.queue_state is 'Jobs that wait or are being done, those that have failed at least once, and the age of the oldest that is due';

create function platform.queue_failures() returns table (job text, attempts smallint, last_error text, next_try timestamptz)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  return query
    select t.identifier, j.attempts, left(j.last_error, 300), j.run_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.last_error is not null order by j.run_at limit 100;
end
$$;
comment on function platform.queue_failures is 'The jobs that failed and will be tried again, the next to be tried first';

grant create on schema platform to ramed_jobs;
alter function platform.queue_state() owner to ramed_jobs;
alter function platform.queue_failures() owner to ramed_jobs;
revoke create on schema platform from ramed_jobs;
revoke all on function platform.queue_state(), platform.queue_failures() from public;
grant execute on function platform.queue_state(), platform.queue_failures() to ramed_app;
