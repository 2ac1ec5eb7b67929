import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listPostsHeld } from '../store/agents.ts';

/** The posts the asker holds today: one is chosen at sign-in. */
export const myPosts = defineQuery({
  name: 'staff.my-posts',
  summary: 'The posts the asker holds today',
  permission: 'public:my-posts',
  input: z.object({}),
  output: z.object({ posts: z.array(z.object({ id: z.string(), role: z.string(), territory: z.string() })) }),
  async run({ tx, actor, today }) {
    if (!actor.id.startsWith('agent:')) return { posts: [] };
    const posts = await listPostsHeld(tx, actor.id.slice('agent:'.length), today);
    return { posts: posts.map(({ id, role, territory }) => ({ id, role, territory })) };
  },
});
