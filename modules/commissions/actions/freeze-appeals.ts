import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, refuse } from '#platform/refusals';
import { mayPass } from '../model/appeal.ts';
import { insertAppealItems, listAppealsForUpdate, moveAppeals } from '../store/appeals.ts';
import { moveSittings } from '../store/sittings.ts';
import { findHearingToHold } from './find-sitting-to-hold.ts';

/** Fixes which appeals a sitting of the provincial commission hears, in the order given: those that were admitted and wait for one. */
export const freezeAppeals = defineAction({
  name: 'commissions.freeze-appeals',
  summary: 'Fix the appeals that a sitting of the provincial commission will hear',
  permission: 'commissions:hear-appeals',
  input: z.object({ sitting: z.uuid(), appeals: z.array(z.uuid()).min(1).max(200) }),
  output: z.object({ sitting: z.string(), appeals: z.int() }),
  refusals: ['sitting-not-found', 'sitting-not-convened', 'agenda-too-long', 'appeal-listed-twice', 'appeal-not-ready'],
  async run(context, { sitting: id, appeals: ids }) {
    const held = await findHearingToHold(context, id, ['convened']);
    if (isRefusal(held)) return held.refused === 'sitting-not-open' ? { ...held, refused: 'sitting-not-convened' } : held;
    const { sitting } = held;
    const most = lawAt(sitting.held_on).commissions.capacity.value;
    if (ids.length > most) return refuse('agenda-too-long', { place: 'appeals', facts: { most } });
    if (new Set(ids).size !== ids.length) return refuse('appeal-listed-twice', { place: 'appeals' });
    const found = new Map((await listAppealsForUpdate(context.tx, ids)).map((appeal) => [appeal.id, appeal]));
    const appeals = ids.flatMap((one) => found.get(one) ?? []);
    const astray = appeals.find((appeal) => !mayPass('schedule', appeal.state));
    if (astray || appeals.length !== ids.length)
      return refuse('appeal-not-ready', { place: 'appeals', facts: { number: astray?.number ?? '' } });
    await insertAppealItems(
      context.tx,
      appeals.map((appeal, index) => ({
        sitting_id: id,
        appeal_id: appeal.id,
        territory: appeal.territory,
        position: index + 1,
      })),
    );
    await moveAppeals(context.tx, 'schedule', { ids, at: context.now.toString() });
    await moveSittings(context.tx, 'freeze-agenda', [id]);
    const lines = appeals.map(({ id: appeal, application_id, territory: commune, state: before }) => ({
      ...{ subject: `application:${application_id}`, territory: commune },
      ...{ before: digestOf({ appeal, state: before }), after: digestOf({ appeal, state: 'scheduled', sitting: id }) },
    }));
    context.journal(
      { subject: `sitting:${id}`, territory: sitting.territory, after: digestOf({ sitting: id, appeals: ids }) },
      ...lines,
    );
    return { sitting: id, appeals: ids.length };
  },
});
