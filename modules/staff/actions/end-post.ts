import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { mayGive } from '../model/gift.ts';
import { endPost, findPost } from '../store/administration.ts';
import { actingOf, Day, isOneself, lineOn } from './administered.ts';

/** Says the last day of a post, today where none is said; sessions at it end with the day. */
export const endPostOfAgent = defineAction({
  name: 'staff.end-post',
  summary: 'Say the last day of a post',
  permission: 'staff:administer',
  input: z.object({ post: z.uuid(), lastDay: Day.optional() }),
  output: z.object({ post: z.uuid() }),
  refusals: ['post-unknown', 'own-account', 'days-reversed', 'post-over'],
  async run(context, { post: id, lastDay = context.today.toString() }) {
    const post = await findPost(context.tx, id);
    if (!post || !mayGive(context.actor, post)) return refuse('post-unknown', { place: 'post' });
    if (isOneself(context.actor, post.agent_id)) return refuse('own-account', { place: 'post' });
    if (post.held_to !== null && post.held_to < context.today.toString()) return refuse('post-over', { place: 'post' });
    if (lastDay < post.held_from) return refuse('days-reversed', { place: 'lastDay' });
    if (!(await endPost(context.tx, actingOf(context), id, lastDay))) return refuse('post-unknown', { place: 'post' });
    const reason = `${post.role} ${post.territory || 'national'} – ${lastDay}`;
    const after = digestOf({ ...post, held_to: lastDay });
    context.journal(lineOn(context, post.agent_id, { reason, before: digestOf(post), after }));
    return { post: id };
  },
});
