import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { insertSteps } from '../store/cases.ts';
import { type Filed, type FoundBy, fileFindings } from '../store/filing.ts';
import { addFindings, type FindingRow, openFindings } from '../store/findings.ts';
import { lockSource, openSource } from '../store/lists.ts';

/**
 * Opens the gathering of overlaps in this deed. RAMED's own row is held until it ends: cases are opened one deed after the other, so that an
 * overlap which two deeds find at once is one case, and so that rights and lists which are told at once see each other.
 */
export async function gatherOverlaps({ tx }: DeedContext): Promise<void> {
  const { id } = await openSource(tx, { organism: 'ramed', scheme: 'ramed' });
  await lockSource(tx, id);
  await openFindings(tx);
}

/** Makes cases and evidence of what was gathered, with their lines in the journal. */
export async function fileOverlaps(context: DeedContext, foundBy: FoundBy, more: readonly FindingRow[] = []): Promise<Filed> {
  const at = context.now.toString();
  await addFindings(context.tx, more);
  const filed = await fileFindings(context.tx, { foundBy, at });
  const passed = [
    ...filed.contested.map((one) => ({ ...one, passage: 'contest' as const, reason: 'told-by-card' })),
    ...filed.reopened.map((one) => ({ ...one, passage: 'told-again' as const, reason: null })),
  ];
  await insertSteps(
    context.tx,
    passed.map(({ id, territory, passage, reason }) => ({
      ...{ id: newId(), case_id: id, passage, hand: context.actor.id, taken_at: at, reason },
      ...{ words: null, day: null, territory },
    })),
  );
  const lines = [
    ...[...filed.opened, ...filed.reopened].map((one) => ({ ...one, state: 'suspected' })),
    ...filed.contested.map((one) => ({ ...one, state: 'contested' })),
  ];
  context.journal(
    ...lines.map(({ id, request_id, territory, state }) => ({
      subject: `application:${request_id}`,
      territory,
      after: digestOf({ case: id, state }),
      reason: 'covered elsewhere',
    })),
  );
  return filed;
}
