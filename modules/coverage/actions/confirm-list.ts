import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { findTouched, makeRoom } from '../store/compare-list.ts';
import { findListForUpdate, lockSource, overtakenBy } from '../store/lists.ts';
import { layOver } from './lay-over.ts';

/**
 * Applies a full list that was held, once a person has asked the body whether it is whole: the covers it leaves out end on its day. Refuses
 * one that is unknown or not held, or that this body has overtaken with a later list.
 */
export const confirmList = defineAction({
  name: 'coverage.confirm-list',
  summary: 'Apply a held list: the covers it leaves out end on its day',
  permission: 'coverage:judge-lists',
  input: z.object({ list: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ superseded: z.int(), written: z.int() }),
  refusals: ['list-unknown', 'list-not-held', 'older-than-the-last'],
  async run(context, { list: id, reason }) {
    const list = await findListForUpdate(context.tx, id);
    if (!list) return refuse('list-unknown', { place: 'list' });
    if (list.state !== 'held') return refuse('list-not-held', { place: 'list' });
    const source = await lockSource(context.tx, list.sourceId);
    if ((await overtakenBy(context.tx, list)) !== undefined)
      return refuse('older-than-the-last', { place: 'list', facts: { last: source.lastDay ?? list.standsOn } });
    await makeRoom(context.tx);
    await findTouched(context.tx, { list: id, source: source.id, standsOn: list.standsOn });
    context.journal({ subject: `cover-list:${id}`, territory: '', after: list.fileDigest, reason });
    return layOver(context, list, source);
  },
});
