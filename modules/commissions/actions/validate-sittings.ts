import { z } from 'zod';
import { validateFiles } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { isFinal } from '../model/decision.ts';
import { signaturesOf } from '../queries/signatures.ts';
import { listDecisions, listSittingsForUpdate, moveSittings } from '../store/sittings.ts';
import type { SittingRow } from '../store/tables.ts';
import { listLooked, listReturned } from '../store/validation.ts';

/**
 * Validates sealed sittings for the province: admitted families go on to registration, refused ones are told. Refuses minutes that fewer
 * institutions have signed than the law has sign them, by a code or on paper.
 */
export const validateSittings = defineAction({
  name: 'commissions.validate-sittings',
  summary: 'Validate the decisions of sealed sittings for the province',
  permission: 'commissions:validate',
  input: z.object({ sittings: z.array(z.uuid()).min(1).max(500) }),
  output: z.object({ sittings: z.int(), admitted: z.int(), refused: z.int() }),
  refusals: ['sitting-not-found', 'sitting-not-sealed', 'minutes-unsigned'],
  async run(context, { sittings: ids }) {
    const sittings = await findSealed(context, ids);
    if (isRefusal(sittings)) return sittings;
    const signatures = await signaturesOf(context.tx, sittings);
    for (const { id, number } of sittings) {
      const { given, needed } = signatures.get(id) ?? { given: 0, needed: 0 };
      if (given < needed) return refuse('minutes-unsigned', { place: 'sittings', facts: { number, given, needed } });
    }
    return validateSealed(context, sittings);
  },
});

/** The same for what the named cast holds by itself in a rehearsal, where nobody signs: no post can do it, and no other sitting is found. */
export const validateRehearsed = defineAction({
  name: 'commissions.validate-rehearsed',
  summary: 'Validate the decisions of sittings that were rehearsed',
  permission: 'system:commissions',
  input: z.object({ sittings: z.array(z.uuid()).min(1).max(500) }),
  output: z.object({ sittings: z.int(), admitted: z.int(), refused: z.int() }),
  refusals: ['sitting-not-found', 'sitting-not-sealed'],
  internal: true,
  async run(context, { sittings: ids }) {
    const sittings = await findSealed(context, ids);
    if (isRefusal(sittings)) return sittings;
    if (sittings.some(({ rehearsal }) => !rehearsal)) return refuse('sitting-not-found', { place: 'sittings' });
    return validateSealed(context, sittings);
  },
});

async function findSealed(
  { tx }: DeedContext,
  ids: readonly string[],
): Promise<SittingRow[] | Refusal<'sitting-not-found' | 'sitting-not-sealed'>> {
  const sittings = await listSittingsForUpdate(tx, ids);
  if (sittings.length !== new Set(ids).size) return refuse('sitting-not-found', { place: 'sittings' });
  const open = sittings.find((sitting) => sitting.state !== 'sealed');
  return open ? refuse('sitting-not-sealed', { place: 'sittings', facts: { number: open.number, state: open.state } }) : sittings;
}

/** Moves the decided files of sealed sittings on and tells of it: those to be registered, and all whose families are told. */
export async function validateSealed(context: DeedContext, sittings: readonly SittingRow[]) {
  const ids = sittings.map(({ id }) => id);
  const returned = new Set((await listReturned(context.tx, ids)).map(keyOf));
  const decisions = (await listDecisions(context.tx, ids)).filter((one) => isFinal(one) && !returned.has(keyOf(one)));
  const validated = await validateFiles(
    context,
    decisions.map((decision) => ({ id: decision.application_id, outcome: decision.outcome, reason: decision.reason_code })),
  );
  if (validated.length !== decisions.length) throw new Error('a file of a sealed sitting is not decided any more');
  await moveSittings(context.tx, 'validate', ids, { validated_at: context.now.toString() });
  context.journal(...(await linesOf(context, sittings)));
  const admitted = decisions.filter((decision) => decision.outcome !== 'refused').map((decision) => decision.application_id);
  const told = decisions.map((decision) => decision.application_id);
  if (told.length > 0) context.emit('commissions.decisions-validated', { applications: told });
  if (admitted.length > 0) context.emit('commissions.validated', { applications: admitted });
  return { sittings: sittings.length, admitted: admitted.length, refused: decisions.length - admitted.length };
}

/** A line for each sitting, with how many of its files the province read before it validated them. */
async function linesOf({ tx }: DeedContext, sittings: readonly SittingRow[]) {
  const ids = sittings.map(({ id }) => id);
  const looked = Map.groupBy(await listLooked(tx, ids), ({ sitting_id }) => sitting_id);
  return sittings.map(({ id, territory }) => {
    const read = (looked.get(id) ?? []).map((row) => row.application_id).sort();
    return {
      ...{ subject: `sitting:${id}`, territory, before: digestOf({ sitting: id, state: 'sealed' }) },
      after: digestOf({ sitting: id, state: 'validated', looked: read }),
      reason: `looked at: ${read.length}`,
    };
  });
}

/** A file may be given back by one sitting and decided by another of the same deed. */
function keyOf(row: { readonly sitting_id: string; readonly application_id: string }): string {
  return `${row.sitting_id} ${row.application_id}`;
}
