import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { findListForUpdate } from '../store/lists.ts';
import { close } from './lay-over.ts';

/** Sets a held list aside: it changes nothing, and its sender is told that it was refused. Refuses one that is unknown or not held. */
export const setListAside = defineAction({
  name: 'coverage.set-list-aside',
  summary: 'Set a held list aside: it changes nothing',
  permission: 'coverage:judge-lists',
  input: z.object({ list: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ list: z.string() }),
  refusals: ['list-unknown', 'list-not-held'],
  async run(context, { list: id, reason }) {
    const list = await findListForUpdate(context.tx, id);
    if (!list) return refuse('list-unknown', { place: 'list' });
    if (list.state !== 'held') return refuse('list-not-held', { place: 'list' });
    context.journal({ subject: `cover-list:${id}`, territory: '', after: list.fileDigest, reason });
    await close(context, list, { state: 'set_aside' });
    return { list: id };
  },
});
