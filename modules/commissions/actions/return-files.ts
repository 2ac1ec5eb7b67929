import { z } from 'zod';
import { returnToCommission } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import { isFinal } from '../model/decision.ts';
import { returnReasons } from '../model/returning.ts';
import { findSittingForUpdate, listDecisions } from '../store/sittings.ts';
import { insertReturned, listReturned } from '../store/validation.ts';

/**
 * Gives single decisions of sealed minutes back to their commission, with a reason and words that it reads before it decides again. The
 * decision stays in the books and opens nothing; the file comes first on the next agenda; the others of the sitting go on.
 */
export const returnFiles = defineAction({
  name: 'commissions.return-files',
  summary: 'Give decisions of sealed minutes back to their commission, with a reason',
  permission: 'commissions:validate',
  input: z.object({
    sitting: z.uuid(),
    applications: z.array(z.uuid()).min(1).max(500),
    reason: z.enum(returnReasons),
    words: z.string().trim().min(1).max(1_000),
  }),
  output: z.object({ returned: z.int() }),
  refusals: ['sitting-not-found', 'sitting-not-sealed', 'file-listed-twice', 'not-decided-here', 'already-returned'],
  async run(context, { sitting: id, applications, reason, words }) {
    const sitting = await findSittingForUpdate(context.tx, id);
    if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
    const { number, state, territory } = sitting;
    if (state !== 'sealed') return refuse('sitting-not-sealed', { place: 'sitting', facts: { number, state } });
    const refused = await refuseUnlessDecided(context, id, applications);
    if (refused) return refused;
    const moved = await returnToCommission(
      context,
      applications.map((application) => ({ id: application, reason })),
    );
    if (moved.length !== applications.length) throw new Error(`sitting ${id}: a file of sealed minutes is not decided any more`);
    const at = context.now.toString();
    const rows = applications.map((application) => ({
      sitting_id: id,
      application_id: application,
      territory,
      reason,
      words,
      at,
    }));
    await insertReturned(
      context.tx,
      rows.map((row) => ({ ...row, actor: context.actor.id })),
    );
    const after = digestOf({ sitting: id, returned: [...applications].sort(), reason, words });
    context.journal({ subject: `sitting:${id}`, territory, after, reason });
    return { returned: moved.length };
  },
});

async function refuseUnlessDecided(
  { tx }: DeedContext,
  sitting: string,
  applications: readonly string[],
): Promise<Refusal | undefined> {
  if (new Set(applications).size !== applications.length) return refuse('file-listed-twice', { place: 'applications' });
  const decided = new Set((await listDecisions(tx, [sitting])).filter(isFinal).map((decision) => decision.application_id));
  const gone = new Set((await listReturned(tx, [sitting])).map((row) => row.application_id));
  for (const [index, application] of applications.entries()) {
    const at = { place: `applications[${index}]`, facts: { application } };
    if (!decided.has(application)) return refuse('not-decided-here', at);
    if (gone.has(application)) return refuse('already-returned', at);
  }
  return undefined;
}
