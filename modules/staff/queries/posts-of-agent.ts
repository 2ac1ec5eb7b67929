import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listPostsInHand } from '../store/agents.ts';

/** The posts the asker may act at today, own, lent or of whom the asker replaces: one is chosen at sign-in. */
export const myPosts = defineQuery({
  name: 'staff.my-posts',
  summary: 'The posts the asker may act at today',
  permission: 'public:my-posts',
  input: z.object({}),
  output: z.object({
    posts: z.array(
      z.object({ id: z.string(), role: z.string(), territory: z.string(), how: z.enum(['own', 'lent', 'replaces']) }),
    ),
  }),
  async run({ tx, actor, today }) {
    if (!actor.id.startsWith('agent:')) return { posts: [] };
    const posts = await listPostsInHand(tx, actor.id.slice('agent:'.length), today);
    return { posts: posts.map(({ id, role, territory, how }) => ({ id, role, territory, how })) };
  },
});
