import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refusals';
import { mayGive } from '../model/gift.ts';
import { givePost } from '../store/administration.ts';
import { actingOf, Day, findSeen, isOneself, lineOn, RoleName, Territory, wouldStandOnBothSides } from './administered.ts';

/** Gives an agent one more post, from a day, to a day or until it is ended. Nobody gives one to oneself. */
export const givePostToAgent = defineAction({
  name: 'staff.give-post',
  summary: 'Give an agent one more post',
  permission: 'staff:administer',
  input: z.object({ agent: z.uuid(), role: RoleName, territory: Territory, from: Day.optional(), until: Day.optional() }),
  output: z.object({ post: z.uuid() }),
  refusals: ['agent-unknown', 'own-account', 'beyond-your-gift', 'days-reversed', 'post-held-already', 'posts-kept-apart'],
  async run(context, { agent: id, role, territory, from = context.today.toString(), until = null }) {
    const agent = await findSeen(context, id);
    if (!agent) return refuse('agent-unknown', { place: 'agent' });
    if (isOneself(context.actor, id)) return refuse('own-account', { place: 'agent' });
    if (!mayGive(context.actor, { role, territory })) return refuse('beyond-your-gift', { place: 'role' });
    if (until !== null && until < from) return refuse('days-reversed', { place: 'until' });
    const same = agent.posts.find((post) => post.role === role && post.territory === territory && (post.held_to ?? from) >= from);
    if (same) return refuse('post-held-already', { place: 'role' });
    if (await wouldStandOnBothSides(context, id, [{ role, territory }])) return refuse('posts-kept-apart', { place: 'role' });
    const post = { id: newId(), agent_id: id, role, territory, held_from: from, held_to: until };
    if (!(await givePost(context.tx, actingOf(context), post))) return refuse('beyond-your-gift', { place: 'role' });
    const reason = `${role} ${territory || 'national'} ${from}${until ? ` – ${until}` : ''}`;
    context.journal(lineOn(context, id, { reason, after: digestOf(post) }));
    return { post: post.id };
  },
});
