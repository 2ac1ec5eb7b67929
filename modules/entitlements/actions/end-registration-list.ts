import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import type { ListFault } from '#platform/lists';
import { refuse } from '#platform/refusals';
import { getRegistrationListForUpdate, endRegistrationList as saveEnd } from '../store/registration-lists.ts';

/**
 * Ends a list whose records are all judged. Of one that could not be read to its end the records before stay as they were judged, each by
 * itself: `fault` says from where on nothing was.
 */
export const endRegistrationList = defineAction({
  name: 'entitlements.end-registration-list',
  summary: 'End a list to register whose records are all judged',
  permission: 'system:entitlements',
  input: z.object({
    list: z.uuid(),
    fault: z.custom<ListFault>((value) => typeof value === 'object' && value !== null && 'rule' in value).optional(),
  }),
  output: z.object({ state: z.enum(['ended', 'unreadable']) }),
  refusals: ['list-ended-already'],
  internal: true,
  async run(context, { list: id, fault }) {
    const list = await getRegistrationListForUpdate(context.tx, id);
    if (list.state !== 'receiving') return refuse('list-ended-already', { facts: { state: list.state } });
    const state = fault ? ('unreadable' as const) : ('ended' as const);
    await saveEnd(context.tx, id, { state, fault: fault ?? null, at: context.now.toString() });
    context.journal({
      ...{ subject: `registration-list:${id}`, territory: list.province, reason: fault?.rule ?? state },
      ...{ before: digestOf({ list: id, state: list.state }), after: digestOf({ list: id, state }) },
    });
    context.emit('entitlements.registration-list-ended', { list: id });
    return { state };
  },
});
