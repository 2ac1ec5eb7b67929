import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findHolder } from '../store/agents.ts';

const Holder = z.object({
  agent: z.string(),
  post: z.string(),
  territory: z.string(),
  name_fr: z.string(),
  name_ar: z.string(),
  institution: z.string(),
  /** The agent whose post it is, where another acts at it. */
  acting_for: z.string().optional(),
});

/** Who acts in a role for a territory today, the nearest jurisdiction first: of who is away, whoever replaces; of a post that is lent, whoever has it. */
export const holderOfRole = defineQuery({
  name: 'staff.holder-of-role',
  summary: 'Who holds a role for a territory today, the nearest jurisdiction first',
  permission: 'staff:read',
  input: z.object({ role: z.string(), territory: z.string() }),
  output: z.object({ holder: Holder.optional() }),
  async run({ tx, today }, { role, territory }) {
    const found = await findHolder(tx, role, territory, today);
    if (!found) return {};
    const { name_fr, name_ar, institution, holder } = found;
    const acting = holder === found.id ? {} : { acting_for: holder };
    return {
      holder: { agent: found.id, post: found.post_id, territory: found.post_territory, name_fr, name_ar, institution, ...acting },
    };
  },
});
