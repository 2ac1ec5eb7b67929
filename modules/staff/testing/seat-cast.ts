import type { Clock } from '#platform/clock';
import { dayOf } from '#platform/clock';
import { type Database, sql } from '#platform/database';
import { newId } from '#platform/ids';
import { hashPassword } from '../actions/password.ts';
import { CAST_PASSWORD, cast } from './cast.ts';

/** Seats the named cast at their posts; those already seated are left as they are. Returns how many were new. */
export async function seatCast(database: Database, clock: Clock): Promise<number> {
  const { rows } = await sql<{
    login: string;
  }>`select login from staff.agent where login = any(${cast.map((member) => member.login)})`.execute(database.kysely);
  const seated = new Set(rows.map((row) => row.login));
  const missing = cast.filter((member) => !seated.has(member.login));
  if (missing.length === 0) return 0;
  const passwordHash = await hashPassword(CAST_PASSWORD);
  const from = dayOf(clock.now()).toString();
  for (const member of missing) {
    const agent = newId();
    await sql`
      with seated as (
        insert into staff.agent (id, login, name_fr, name_ar, institution, password_hash)
        values (${agent}, ${member.login}, ${member.nameFr}, ${member.nameAr}, ${member.institution}, ${passwordHash})
        on conflict (login) do nothing returning id
      )
      insert into staff.post (id, agent_id, role, territory, held_from)
      select ${newId()}::uuid, id, ${member.role}, ${member.territory}, ${from}::date from seated`.execute(database.kysely);
  }
  return missing.length;
}
