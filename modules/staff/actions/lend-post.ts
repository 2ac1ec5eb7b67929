import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refusals';
import { mayGive } from '../model/gift.ts';
import { endDelegation, findDelegation, findPost, lendPost, listDelegationsOf } from '../store/administration.ts';
import { actingOf, Day, findSeen, isOneself, lineOn, Why, wouldStandOnBothSides } from './administered.ts';

/** Lends a post to another agent for some days. Both may act at it meanwhile, and the journal says for whom the other did. */
export const lendPostToAgent = defineAction({
  name: 'staff.lend-post',
  summary: 'Lend a post to another agent for some days',
  permission: 'staff:administer',
  input: z.object({ post: z.uuid(), to: z.uuid(), from: Day, until: Day, reason: Why }),
  output: z.object({ delegation: z.uuid() }),
  refusals: ['post-unknown', 'agent-unknown', 'own-account', 'days-reversed', 'post-lent-already', 'posts-kept-apart'],
  async run(context, { post: id, to, from, until, reason }) {
    const post = await findPost(context.tx, id);
    if (!post || !mayGive(context.actor, post)) return refuse('post-unknown', { place: 'post' });
    if (isOneself(context.actor, to)) return refuse('own-account', { place: 'to' });
    const agent = await findSeen(context, to);
    if (!agent?.active || to === post.agent_id) return refuse('agent-unknown', { place: 'to' });
    if (until < from || until < context.today.toString()) return refuse('days-reversed', { place: 'until' });
    const others = await listDelegationsOf(context.tx, id, from);
    if (others.some((one) => one.from_day <= until)) return refuse('post-lent-already', { place: 'from' });
    if (await wouldStandOnBothSides(context, to, [post])) return refuse('posts-kept-apart', { place: 'to' });
    const lent = { id: newId(), post_id: id, agent_id: to, from_day: from, to_day: until, reason };
    if (!(await lendPost(context.tx, actingOf(context), lent))) return refuse('post-unknown', { place: 'post' });
    const line = { reason: `${post.role} ${post.territory || 'national'} ${from} – ${until}`, after: digestOf(lent) };
    context.journal(lineOn(context, post.agent_id, line), lineOn(context, to, line));
    return { delegation: lent.id };
  },
});

/** Ends a loan before its last day. */
export const endLoanOfPost = defineAction({
  name: 'staff.end-delegation',
  summary: 'End the loan of a post before its last day',
  permission: 'staff:administer',
  input: z.object({ delegation: z.uuid(), lastDay: Day.optional() }),
  output: z.object({ delegation: z.uuid() }),
  refusals: ['delegation-unknown', 'delegation-over'],
  async run(context, { delegation: id, lastDay }) {
    const lent = await findDelegation(context.tx, id);
    const post = lent && (await findPost(context.tx, lent.post_id));
    if (!lent || !post || !mayGive(context.actor, post)) return refuse('delegation-unknown', { place: 'delegation' });
    const yesterday = context.today.subtract({ days: 1 }).toString();
    if (lent.to_day <= yesterday) return refuse('delegation-over', { place: 'delegation' });
    const last = lastDay ?? yesterday;
    if (!(await endDelegation(context.tx, actingOf(context), id, last)))
      return refuse('delegation-unknown', { place: 'delegation' });
    const reason = `${post.role} ${post.territory || 'national'} – ${last}`;
    const after = digestOf({ ...lent, to_day: last });
    context.journal(lineOn(context, lent.agent_id, { reason, before: digestOf(lent), after }));
    return { delegation: id };
  },
});
