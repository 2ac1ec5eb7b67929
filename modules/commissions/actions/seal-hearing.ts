import { createHash } from 'node:crypto';
import type { DeedContext } from '#platform/actions';
import { canonicalJson, type Json } from '#platform/canonical-json';
import { isRefusal, type Refusal } from '#platform/refusals';
import type { Minutes } from '../model/minutes.ts';
import { type RoomRead, readRoom } from '../queries/read-room.ts';
import { moveSittings } from '../store/sittings.ts';
import { type Closed, closeHearing, linesOfHearing } from './close-hearing.ts';
import type { HeldSitting } from './find-sitting-to-hold.ts';
import { writeMinutes } from './write-minutes.ts';

/**
 * Seals a sitting of the provincial commission: what it ruled takes effect and its minutes are fixed, with their digest. Nobody validates
 * afterwards: there is no body above it but the court.
 */
export async function sealHearing(
  context: DeedContext,
  held: HeldSitting,
): Promise<{ sitting: string; minutesDigest: string; files: number } | Refusal<'files-undecided' | 'request-open-elsewhere'>> {
  const { id, territory } = held.sitting;
  const closed = await closeHearing(context, held.sitting);
  if (isRefusal(closed)) return closed;
  const minutes = canonicalJson((await minutesOf(context, held, closed)) as unknown as Json);
  const minutesDigest = createHash('sha256').update(minutes).digest('hex');
  await moveSittings(context.tx, 'seal', [id], { sealed_at: context.now.toString(), minutes, minutes_digest: minutesDigest });
  context.journal({ subject: `sitting:${id}`, territory, after: minutesDigest });
  context.emit('commissions.sitting-sealed', { sitting: id });
  return { sitting: id, minutesDigest, files: closed.ruled.length };
}

async function minutesOf(context: DeedContext, held: HeldSitting, closed: Closed): Promise<Minutes> {
  const read = await readRoom(context.tx, held.sitting);
  const written = await writeMinutes(context, { ...held, read, agenda: [], rulings: new Map() });
  const decisions = await linesOfHearing(context, closed);
  const numbers = new Map(closed.ruled.map(({ appeal }, index) => [appeal.application_id, decisions[index]?.file ?? '']));
  return {
    ...written,
    law: lawOf(read),
    recusals: read.recusals.map(({ application_id, member_id: member, ground, words }) => ({
      ...{ file: numbers.get(application_id) ?? '', member, ground, words },
    })),
    decisions,
  };
}

/** The rules a provincial commission sits by. */
function lawOf({ law: { appealInstitutions, appealQuorum, chair } }: RoomRead): Minutes['law'] {
  const said = ({ from, status }: { readonly from: string; readonly status: string }) => ({ from, status });
  return {
    institutions: { ...said(appealInstitutions), value: [...appealInstitutions.value] },
    quorum: { ...said(appealQuorum), value: appealQuorum.value },
    chair: { ...said(chair), value: chair.value },
  };
}
