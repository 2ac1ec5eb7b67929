import { appendToJournal } from '#platform/audit';
import { type Clock, dayOf } from '#platform/clock';
import type { Database } from '#platform/database';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import { insertAgentAtPost } from '../store/appointments.ts';
import type { CastMember } from '../testing/cast.ts';
import { hashPassword } from './password.ts';

/** Who is appointed, where and as what. `territory` is a dotted code, empty for the nation. */
export type Appointment = CastMember & { readonly password: string };

/**
 * Enters an agent in the books at one post, from today. Only the database's owner can: no post of the scheme appoints anyone. The
 * national book of the journal notes the agent, the role and the territory, never the password.
 */
export function enterAgent(
  parts: { readonly database: Database; readonly clock: Clock },
  { login, nameFr, nameAr, institution, role, territory, password }: Appointment,
): Promise<{ readonly agent: string } | Refusal<'login-taken'>> {
  const now = parts.clock.now();
  const agent = newId();
  return parts.database.kysely.transaction().execute(async (tx) => {
    const entered = await insertAgentAtPost(
      tx,
      { id: agent, login, name_fr: nameFr, name_ar: nameAr, institution, password_hash: await hashPassword(password) },
      { id: newId(), role, territory, held_from: dayOf(now).toString() },
    );
    if (!entered) return refuse('login-taken', { place: 'login', facts: { login } });
    await appendToJournal(tx, { deed: newId(), action: 'staff.add-agent', actor: 'system:owner', at: now }, [
      { subject: `agent:${agent}`, territory: '', reason: `${role} ${territory || 'national'}` },
    ]);
    return { agent };
  });
}
