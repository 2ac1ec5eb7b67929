import { z } from 'zod';
import { listTraits, type Traits } from '#modules/applications';
import { defineAction } from '#platform/actions';
import { daysBetween, toDate } from '#platform/dates';
import { insertComparisons, listUncompared, markHeard, markReturned, type Uncompared } from '../store/comparison.ts';

/** As many sittings as one transaction takes; the job goes on until none is left. */
const MOST_AT_ONCE = 20;

/**
 * Notes what the decisions of sealed sittings are compared by, sitting by sitting, as the files stood at the seal. A sitting that was noted is
 * never noted again; that the province has given a file back since, or that an appeal was decided, is added.
 */
export const noteComparisons = defineAction({
  name: 'commissions.note-comparisons',
  summary: 'Note what decisions of sealed sittings are compared by',
  permission: 'system:commissions',
  input: z.object({}),
  output: z.object({ sittings: z.int(), decisions: z.int(), returned: z.int(), heard: z.int() }),
  refusals: [],
  internal: true,
  async run({ tx }) {
    const decided = await listUncompared(tx, MOST_AT_ONCE);
    const files = await listTraits(
      tx,
      decided.map((decision) => decision.application_id),
    );
    const traits = new Map(files.map((file) => [file.id, file]));
    const rows = decided.map((decision) => toComparison(decision, traits.get(decision.application_id)));
    await insertComparisons(tx, rows);
    const returned = await markReturned(tx);
    const heard = await markHeard(tx);
    return { sittings: new Set(rows.map((row) => row.sitting_id)).size, decisions: rows.length, returned, heard };
  },
});

function toComparison(decision: Uncompared, traits: Traits | undefined) {
  if (!traits) throw new Error(`sitting ${decision.sitting_id}: a decided file is not there`);
  const { id: _file, filed_on, ...others } = traits;
  return { ...decision, ...others, days: Math.max(0, daysBetween(toDate(filed_on), toDate(decision.held_on))) };
}
