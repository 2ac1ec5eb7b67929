import { z } from 'zod';
import { type ProveInPerson, spendInPerson } from '#modules/staff';
import { defineAction } from '#platform/actions';
import type { Tx } from '#platform/database';
import { type Refusal, refuse } from '#platform/refusals';
import { agentOf } from '../model/members.ts';
import { listMembersOfSitting, listPresence } from '../store/members.ts';
import { insertSignatures } from '../store/signatures.ts';
import { findSittingForUpdate } from '../store/sittings.ts';
import type { MemberRow, SittingRow } from '../store/tables.ts';

/**
 * A member who sat signs sealed minutes, by their digest and with the own code: from the own session, or in the room by login beside whoever is signed
 * in. The text never changes by being signed; who signed stands beside it. Refuses another digest than that of the books, whoever did not
 * sit, and whoever has signed already.
 */
export function signMinutes(prove: ProveInPerson) {
  return defineAction({
    name: 'commissions.sign-minutes',
    summary: 'Sign the sealed minutes of a sitting',
    permission: 'commissions:sign',
    input: z.object({
      sitting: z.uuid(),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      login: z.string().trim().min(1).max(100).optional(),
      code: z.string().min(1).max(200),
    }),
    output: z.object({ member: z.string(), at: z.string() }),
    refusals: ['sitting-not-found', 'sitting-not-sealed', 'minutes-differ', 'wrong-code', 'not-sat', 'already-signed'],
    identity: ({ sitting, digest, login = null }) => ({ sitting, digest, login }),
    fetch: ({ actor }, { login, code }) => prove({ login, agent: agentOf(actor.id), code }),
    async run(context, { sitting: id, digest }, proven) {
      const sitting = await findSittingForUpdate(context.tx, id);
      if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
      const refusedText = refuseText(sitting, digest);
      if (refusedText) return refusedText;
      const member = await findSigner(context.tx, sitting, proven.agent);
      if (!member) return refuse('not-sat', { place: 'login' });
      const refused = await spendInPerson(context.tx, proven, context.now);
      if (refused) return { ...refused, place: 'code' };
      const { now, actor } = context;
      const signature = { sitting_id: id, member_id: member.id, territory: sitting.territory, minutes_digest: digest };
      const by = { way: 'second-factor' as const, at: now.toString(), actor: actor.id, paper_id: null };
      if ((await insertSignatures(context.tx, [{ ...signature, ...by }])) === 0)
        return refuse('already-signed', { place: 'login' });
      const line = { subject: `sitting:${id}`, territory: sitting.territory, after: digest, reason: `agent:${proven.agent}` };
      context.journal(line);
      return { member: member.id, at: by.at };
    },
  });
}

function refuseText(sitting: SittingRow, digest: string): Refusal<'sitting-not-sealed' | 'minutes-differ'> | undefined {
  const { number, state, minutes_digest } = sitting;
  if (minutes_digest === null) return refuse('sitting-not-sealed', { place: 'sitting', facts: { number, state } });
  return minutes_digest === digest ? undefined : refuse('minutes-differ', { place: 'digest' });
}

/** The mandate under which an agent sat at this sitting. */
async function findSigner(tx: Tx, sitting: SittingRow, agent: string): Promise<MemberRow | undefined> {
  const own = (await listSigners(tx, sitting)).filter((member) => member.agent_id === agent);
  return own.find((member) => member.seat !== 'secretary') ?? own[0];
}

/** Who may sign the minutes of a sitting: whoever came, and who wrote them, who has a mandate without having been counted. */
export async function listSigners(tx: Tx, sitting: SittingRow): Promise<MemberRow[]> {
  const came = new Set((await listPresence(tx, sitting.id)).map((row) => row.member_id));
  return (await listMembersOfSitting(tx, sitting)).filter(({ id, seat }) => came.has(id) || seat === 'secretary');
}
