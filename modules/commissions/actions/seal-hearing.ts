import { createHash } from 'node:crypto';
import type { DeedContext } from '#platform/actions';
import { canonicalJson, type Json } from '#platform/canonical-json';
import { isRefusal, type Refusal } from '#platform/refusals';
import { readRoom } from '../queries/read-room.ts';
import { writeMinutesOfHearing } from '../queries/write-minutes-of-hearing.ts';
import { moveSittings } from '../store/sittings.ts';
import { closeHearing } from './close-hearing.ts';
import type { HeldSitting } from './find-sitting-to-hold.ts';

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
  const heard = { ...held, read: await readRoom(context.tx, held.sitting), ruled: closed.ruled };
  const minutes = canonicalJson((await writeMinutesOfHearing(context, heard)) as unknown as Json);
  const minutesDigest = createHash('sha256').update(minutes).digest('hex');
  await moveSittings(context.tx, 'seal', [id], { sealed_at: context.now.toString(), minutes, minutes_digest: minutesDigest });
  context.journal({ subject: `sitting:${id}`, territory, after: minutesDigest });
  context.emit('commissions.sitting-sealed', { sitting: id });
  return { sitting: id, minutesDigest, files: closed.ruled.length };
}
