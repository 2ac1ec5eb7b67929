import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, refuse } from '#platform/refusals';
import { outcomes } from '../model/decision.ts';
import { institutions } from '../model/members.ts';
import { insertWrittenOpinion } from '../store/rulings.ts';
import { listAgenda } from '../store/sittings.ts';
import { findSittingToHold } from './find-sitting-to-hold.ts';

/** Keeps what an institution that does not come wrote on a file: it is read out and stands in the minutes, and is not counted. */
export const keepWrittenOpinion = defineAction({
  name: 'commissions.keep-written-opinion',
  summary: 'Keep the written opinion of an absent institution on a file',
  permission: 'commissions:hold',
  input: z.object({
    sitting: z.uuid(),
    application: z.uuid(),
    institution: z.enum(institutions),
    outcome: z.enum(outcomes),
    words: z.string().trim().min(1).max(2_000),
    receivedOn: z.iso.date(),
  }),
  output: z.object({ application: z.string(), institution: z.string() }),
  refusals: ['sitting-not-found', 'not-allowed', 'sitting-not-open', 'not-on-agenda', 'day-not-yet', 'opinion-kept'],
  async run(context, { sitting: id, application, receivedOn, ...opinion }) {
    const held = await findSittingToHold(context, id, ['agenda_frozen', 'open']);
    if (isRefusal(held)) return held;
    const { territory } = held.sitting;
    const agenda = await listAgenda(context.tx, [id]);
    if (!agenda.some((item) => item.application_id === application)) return refuse('not-on-agenda', { place: 'application' });
    if (receivedOn > context.today.toString()) return refuse('day-not-yet', { place: 'receivedOn' });
    const by = { at: context.now.toString(), actor: context.actor.id };
    const row = { sitting_id: id, application_id: application, territory, received_on: receivedOn, ...opinion, ...by };
    if (!(await insertWrittenOpinion(context.tx, row)))
      return refuse('opinion-kept', { place: 'institution', facts: { institution: opinion.institution } });
    const { institution, outcome, words } = opinion;
    context.journal({
      subject: `application:${application}`,
      territory,
      after: digestOf({ sitting: id, institution, outcome, words: digestOf(words) }),
    });
    return { application, institution };
  },
});
