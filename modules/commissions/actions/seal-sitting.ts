import { createHash } from 'node:crypto';
import { z } from 'zod';
import { noteRulings } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { canonicalJson } from '#platform/canonical-json';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { isFinal, QUORUM_LACKING } from '../model/decision.ts';
import { awaitingSecond } from '../model/overrides.ts';
import { readRoom } from '../queries/read-room.ts';
import { type Sat, writeMinutes } from '../queries/write-minutes.ts';
import { decideAsRuled, listRulings } from '../store/rulings.ts';
import { listAgenda, moveSittings } from '../store/sittings.ts';
import { findSittingToHold, type HeldSitting } from './find-sitting-to-hold.ts';
import { openEnquiries } from './open-enquiries.ts';
import { sealHearing } from './seal-hearing.ts';
import { quorumLost } from './to-ruling.ts';

/**
 * Closes a sitting whose every file has been ruled on: what was ruled becomes the decision on each file, the files go on their way, and the
 * minutes are sealed: their text is fixed for ever and its digest is what each page and each letter carry. Refuses while a ruling, by all that
 * is known of the room by now, was made without a quorum, or waits for its second person.
 */
export const sealSitting = defineAction({
  name: 'commissions.seal-sitting',
  summary: 'Close a sitting and seal its minutes',
  permission: 'commissions:hold',
  input: z.object({ sitting: z.uuid() }),
  output: z.object({ sitting: z.string(), minutesDigest: z.string(), files: z.int() }),
  refusals: [
    'sitting-not-found',
    'not-allowed',
    'sitting-not-open',
    'files-undecided',
    'quorum-lost',
    'second-person-awaited',
    'request-open-elsewhere',
  ],
  async run(context, { sitting: id }) {
    const held = await findSittingToHold(context, id);
    if (isRefusal(held)) return held;
    if (held.commission.kind === 'cpp') return sealHearing(context, held);
    const sat = await readSat(context, held);
    const refused = refuseSealing(sat);
    if (refused) return refused;
    await carryDecisions(context, sat);
    const minutes = canonicalJson(await writeMinutes(context, sat));
    const minutesDigest = createHash('sha256').update(minutes).digest('hex');
    await moveSittings(context.tx, 'seal', [id], { sealed_at: context.now.toString(), minutes, minutes_digest: minutesDigest });
    context.journal({ subject: `sitting:${id}`, territory: held.sitting.territory, after: minutesDigest });
    context.emit('commissions.sitting-sealed', { sitting: id });
    return { sitting: id, minutesDigest, files: sat.agenda.length };
  },
});

async function readSat({ tx }: DeedContext, held: HeldSitting): Promise<Sat> {
  const agenda = await listAgenda(tx, [held.sitting.id]);
  const standing = (await listRulings(tx, held.sitting.id)).filter((row) => row.withdrawn_at === null);
  const rulings = new Map(standing.map((row) => [row.application_id, row]));
  return { ...held, read: await readRoom(tx, held.sitting), agenda, rulings };
}

function refuseSealing({ read, agenda, rulings }: Sat): Refusal | undefined {
  const undecided = agenda.length - rulings.size;
  if (undecided > 0) return refuse('files-undecided', { place: 'sitting', facts: { undecided } });
  for (const item of agenda) {
    const ruling = rulings.get(item.application_id);
    const lost = ruling && ruling.reason_code !== QUORUM_LACKING && quorumLost(read.room, item.application_id, ruling.ruled_at);
    if (lost) return { ...lost, place: 'sitting', facts: { ...lost.facts, position: item.position } };
  }
  const waiting = awaitingSecond([...rulings.values()], read.law.overridesBeforeSecond.value).length;
  return waiting > 0 ? refuse('second-person-awaited', { place: 'sitting', facts: { waiting } }) : undefined;
}

async function carryDecisions(context: DeedContext, { sitting: { id: sitting }, rulings }: Sat): Promise<void> {
  const decided = await decideAsRuled(context.tx, sitting, context.now.toString());
  const moved = await noteRulings(
    context,
    decided.map((row) => ({ id: row.application_id, outcome: row.outcome, reason: row.reason_code })),
  );
  if (moved.length !== decided.length) throw new Error(`sitting ${sitting}: a file of its agenda is not scheduled any more`);
  const asked = [...rulings.values()].flatMap(({ application_id: application, territory, enquiry }) =>
    enquiry ? [{ application, territory, sitting, ...enquiry }] : [],
  );
  await openEnquiries(context, asked);
  const putOff = decided.filter((row) => !isFinal(row)).map((row) => row.application_id);
  if (putOff.length > 0) context.emit('commissions.files-put-off', { applications: putOff });
}
