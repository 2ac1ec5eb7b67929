import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { territoryOf } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { answerReminders, listRemindersForUpdate } from '../store/reminders.ts';

/** Says what the level above does about what was escalated to it: of one or of several at once, all or none. Only for whom it was told. */
export const answerEscalation = defineAction({
  name: 'applications.answer-escalation',
  summary: 'Say what is done about what was escalated',
  permission: 'applications:answer-escalations',
  input: z.object({ reminders: z.array(z.uuid()).min(1).max(200), doing: z.string().trim().min(3).max(1_000) }),
  output: z.object({ answered: z.int() }),
  refusals: ['reminder-not-found', 'not-escalated-here', 'already-answered'],
  async run(context, { reminders: ids, doing }) {
    const found = await listRemindersForUpdate(context.tx, ids);
    if (found.length !== new Set(ids).size) return refuse('reminder-not-found', { place: 'reminders' });
    const elsewhere = found.find(({ said, told }) => said !== 'escalation' || told !== territoryOf(context.actor));
    if (elsewhere) return refuse('not-escalated-here', { place: 'reminders', facts: { number: elsewhere.number } });
    const answered = found.find(({ answered_at }) => answered_at !== null);
    if (answered) return refuse('already-answered', { place: 'reminders', facts: { number: answered.number } });
    const answer = { answered_at: context.now.toString(), answered_by: context.actor.id, doing };
    await answerReminders(context.tx, ids, answer);
    context.journal(
      ...found.map(({ id, kind, subject_id, territory, clock }) => ({
        ...{ subject: `${kind}:${subject_id}`, territory, reason: doing, before: digestOf({ reminder: id, clock }) },
        after: digestOf({ reminder: id, clock, doing }),
      })),
    );
    return { answered: found.length };
  },
});
