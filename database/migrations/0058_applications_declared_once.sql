-- The application corrects a declaration by a new version, and in no other way: what stands in the file must be the newest version, and what
-- stood there must be kept as an earlier one. A forgotten or a stolen statement changes nothing.
create function applications.keep_what_was_declared() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'ramed_app' and new.declaration is distinct from old.declaration and not (
    exists (
      select from applications.version v
      where v.application_id = new.id and v.declaration_digest = new.declaration_digest and v.declaration = new.declaration
    ) and exists (
      select from applications.version v
      where v.application_id = old.id and v.declaration_digest = old.declaration_digest and v.declaration = old.declaration
    )
  ) then
    raise exception 'permission denied: what was declared changes only by a version that keeps it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger keep_what_was_declared before update of declaration on applications.application
  for each row execute function applications.keep_what_was_declared();
