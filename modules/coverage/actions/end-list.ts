import { z } from 'zod';
import { lawAt } from '#law';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import type { ListFault } from '#platform/lists';
import { refuse } from '#platform/refusals';
import { holdsFor } from '../model/decide-list.ts';
import { countEnding, findTouched, makeRoom, refuseOverlaps, touchEveryone } from '../store/compare-list.ts';
import { getListForUpdate, type ListRow, lockSource, overtakenBy, type Source, endList as saveEnd } from '../store/lists.ts';
import { close, layOver } from './lay-over.ts';

/**
 * Ends a list whose lines are all read: it is reconciled with what this body told before, or held for a person when it would end too many
 * covers. A list that could not be read to its end, or of which no line holds, changes nothing; a full list that another has overtaken, of a later day or of the same, is refused.
 */
export const endList = defineAction({
  name: 'coverage.end-list',
  summary: 'Reconcile an insurer’s list with the last, or hold it',
  permission: 'system:coverage',
  input: z.object({
    list: z.uuid(),
    fault: z.custom<ListFault>((value) => typeof value === 'object' && value !== null && 'rule' in value).optional(),
  }),
  output: z.object({ state: z.enum(['applied', 'held', 'unreadable', 'refused']) }),
  refusals: ['list-ended-already'],
  internal: true,
  async run(context, { list: id, fault }) {
    const list = await getListForUpdate(context.tx, id);
    if (list.state !== 'receiving') return refuse('list-ended-already', { facts: { state: list.state } });
    if (fault) {
      await close(context, list, { state: 'unreadable', fault });
      return { state: 'unreadable' as const };
    }
    if (list.refused > 0 && list.accepted === 0) {
      await close(context, list, { state: 'unreadable', fault: { rule: 'no-line-kept', place: String(list.refused), line: 0 } });
      return { state: 'unreadable' as const };
    }
    const source = await lockSource(context.tx, list.sourceId);
    const later = list.kind === 'full' ? await overtakenBy(context.tx, list) : undefined;
    if (later !== undefined) {
      await close(context, list, { state: 'refused', fault: { rule: 'overtaken', place: later, line: 0 } });
      return { state: 'refused' as const };
    }
    if (list.kind === 'changes') {
      await touchEveryone(context.tx, id);
      await layOver(context, list, source);
      return { state: 'applied' as const };
    }
    await makeRoom(context.tx);
    return weigh(context, list, source);
  },
});

async function weigh(context: DeedContext, { id, standsOn }: ListRow, source: Source) {
  const { tx } = context;
  await refuseOverlaps(tx, { list: id, standsOn });
  const list = await getListForUpdate(tx, id);
  const comparing = { list: id, source: source.id, standsOn };
  await findTouched(tx, comparing);
  const { nameless, ...figures } = await countEnding(tx, comparing);
  const heldFor = holdsFor({ ...figures, nameless }, lawAt(context.today.toString()).coverage.largestShareEnded.value);
  await saveEnd(tx, id, { state: heldFor ? 'held' : 'receiving', heldFor: heldFor ?? null, ...figures });
  if (!heldFor) {
    await layOver(context, list, source);
    return { state: 'applied' as const };
  }
  context.journal({ subject: `cover-list:${id}`, territory: '', after: digestOf({ list: id, ...figures }), reason: heldFor });
  context.emit('coverage.list-held', { list: id });
  return { state: 'held' as const };
}
