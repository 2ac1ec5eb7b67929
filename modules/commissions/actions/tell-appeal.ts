import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { toIsoDate } from '#platform/dates';
import { refuse } from '#platform/refusals';
import { mayPass } from '../model/appeal.ts';
import { findAppealForUpdate, moveAppeals } from '../store/appeals.ts';

/** Notes that a family was told what became of its appeal: the letter was handed over, or posted. It is the end of the appeal. */
export const tellAppeal = defineAction({
  name: 'commissions.tell-appeal',
  summary: 'Note that the letter about an appeal was handed over or posted',
  permission: 'commissions:take-appeals',
  input: z.object({ appeal: z.uuid(), by: z.enum(['handed', 'posted']) }),
  output: z.object({ number: z.string(), toldOn: z.string() }),
  refusals: ['appeal-not-found', 'appeal-not-ruled', 'already-told'],
  async run(context, { appeal: id, by }) {
    const appeal = await findAppealForUpdate(context.tx, id);
    if (!appeal) return refuse('appeal-not-found', { place: 'appeal' });
    const { number, state, application_id, territory } = appeal;
    if (state === 'notified') return refuse('already-told', { place: 'appeal', facts: { number } });
    if (!mayPass('tell', state)) return refuse('appeal-not-ruled', { place: 'appeal', facts: { number } });
    const change = { told_on: toIsoDate(context.today), told_by: by };
    await moveAppeals(context.tx, 'tell', { ids: [id], at: context.now.toString(), change });
    context.journal({
      subject: `application:${application_id}`,
      territory,
      before: digestOf({ appeal: id, state }),
      after: digestOf({ appeal: id, state: 'notified', by }),
    });
    return { number, toldOn: toIsoDate(context.today) };
  },
});
