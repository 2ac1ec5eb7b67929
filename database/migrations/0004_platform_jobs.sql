-- The application may queue work but may not read or change the queue: it calls this one function, which runs as the queue's owner.
create function platform.enqueue(jobs jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_jobs(array(
    select row(
      j ->> 'identifier', (j -> 'payload')::json, j ->> 'queue', (j ->> 'run_at')::timestamptz,
      (j ->> 'max_attempts')::smallint, j ->> 'key', (j ->> 'priority')::smallint, null
    )::graphile_worker.job_spec
    from jsonb_array_elements(jobs) as j
  ));
end
$$;
comment on function platform.enqueue is 'Queues jobs in the caller''s transaction: [{identifier, payload, queue?, run_at?, key?, priority?}]. The same key replaces a waiting job.';
grant usage on schema platform to ramed_jobs;
grant create on schema platform to ramed_jobs;
alter function platform.enqueue(jsonb) owner to ramed_jobs;
revoke create on schema platform from ramed_jobs;
revoke all on function platform.enqueue(jsonb) from public;
grant execute on function platform.enqueue(jsonb) to ramed_app;
