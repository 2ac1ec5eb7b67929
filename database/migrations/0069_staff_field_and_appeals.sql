-- Two more posts of provinces: who enquires on site, and who prepares and records the sittings that hear appeals.
create or replace function staff.may_give(acting uuid, wanted_role text, wanted_territory text, day date) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (
      select from staff.post p join staff.agent a on a.id = p.agent_id and a.active
      where p.id = acting and day between p.held_from and coalesce(p.held_to, 'infinity')
        and case when p.territory = '' then p.role = 'administrator'
          else p.role in ('administrator', 'province-administrator') and (wanted_territory || '.') ^@ (p.territory || '.')
            and wanted_role in ('counter-agent', 'verification-officer', 'commission-secretary', 'commission-member', 'field-agent',
              'provincial-officer', 'appeals-secretary')
        end
    );
  end;
