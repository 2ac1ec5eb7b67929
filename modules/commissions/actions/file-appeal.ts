import { defineAction } from '#platform/actions';
import { Contesting, Recorded, recordAppeal, recordRefusals } from './record-appeal.ts';

/**
 * Records that a family contests the decision on its request, before the provincial commission: once for each decision, even after the last
 * day. Refuses where nothing validated can be contested, and an appeal that says nothing.
 */
export const fileAppeal = defineAction({
  name: 'commissions.file-appeal',
  summary: 'Contest a decision before the provincial commission',
  permission: 'commissions:appeal',
  input: Contesting,
  output: Recorded,
  refusals: [...recordRefusals],
  internal: true,
  run: (context, contesting) => recordAppeal(context, contesting, { on: context.today, channel: 'portal', takenBy: null }),
});
