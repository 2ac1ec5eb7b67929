import { appendToJournal } from '#platform/audit';
import { type Clock, dayOf } from '#platform/clock';
import { type Database, sql } from '#platform/database';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import type { CastMember } from '../testing/cast.ts';
import { hashPassword } from './sign-in.ts';

/** Who is appointed, where and as what. `territory` is a dotted code, empty for the nation. */
export type Appointment = CastMember & { readonly password: string };

/**
 * Enters an agent in the books at one post, from today. Only the database's owner can: no post of the scheme appoints anyone. The
 * national book of the journal notes the agent, the role and the territory, never the password.
 */
export function appointAgent(
  parts: { readonly database: Database; readonly clock: Clock },
  { login, nameFr, nameAr, institution, role, territory, password }: Appointment,
): Promise<{ readonly agent: string } | Refusal<'login-taken'>> {
  const now = parts.clock.now();
  const agent = newId();
  return parts.database.kysely.transaction().execute(async (tx) => {
    const { rows } = await sql`
      insert into staff.agent (id, login, name_fr, name_ar, institution, password_hash)
      values (${agent}, ${login}, ${nameFr}, ${nameAr}, ${institution}, ${await hashPassword(password)})
      on conflict (login) do nothing returning id`.execute(tx);
    if (rows.length === 0) return refuse('login-taken', { place: 'login', facts: { login } });
    await sql`
      insert into staff.post (id, agent_id, role, territory, held_from)
      values (${newId()}, ${agent}, ${role}, ${territory}, ${dayOf(now).toString()})`.execute(tx);
    await appendToJournal(tx, { deed: newId(), action: 'staff.add-agent', actor: 'system:owner', at: now }, [
      { subject: `agent:${agent}`, territory: '', reason: `${role} ${territory || 'national'}` },
    ]);
    return { agent };
  });
}
