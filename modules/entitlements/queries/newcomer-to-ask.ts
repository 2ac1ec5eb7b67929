import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { StatedNewcomer } from '../model/stated-change.ts';
import { listLifeEventsNamed } from '../store/life-events.ts';

/** Who comes into a family by a report that waits for its decision, for whoever asks the insurers. */
export const newcomerToAsk = defineQuery({
  name: 'entitlements.newcomer-to-ask',
  summary: 'Who comes into a family by a report that waits for its decision',
  permission: 'system:entitlements',
  internal: true,
  input: z.object({ event: z.uuid() }),
  output: z.object({ newcomer: StatedNewcomer.extend({ territory: z.string() }).optional() }),
  async run({ tx }, { event }) {
    const [row] = await listLifeEventsNamed(tx, [event]);
    if (row?.state !== 'reported' || !row.stated.newcomer) return {};
    return { newcomer: { ...row.stated.newcomer, territory: row.territory } };
  },
});
