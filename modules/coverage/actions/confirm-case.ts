import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { addDays } from '#platform/dates';
import { refuse } from '#platform/refusals';
import { confirmReasons, decideConfirm } from '../model/cover-case.ts';
import { takeCase } from '../store/cases.ts';
import { passCase } from './of-case.ts';
import { settle } from './settle.ts';

/**
 * Confirms that somebody is covered by another scheme, which stands from a day: at once where the family accepts, else once its days to
 * contest are over. Refuses while the family may still answer, a case that is decided, and a day on which the other cover had not begun.
 */
export const confirmCase = defineAction({
  name: 'coverage.confirm-case',
  summary: 'Confirm a double registration: the other scheme stands from a day',
  permission: 'coverage:judge-cases',
  input: z.object({
    case: z.uuid(),
    from: z.iso.date(),
    reason: z.enum(confirmReasons),
    note: z.string().trim().max(500).optional(),
  }),
  output: z.object({ state: z.enum(['confirmed', 'settled']), contestUntil: z.string() }),
  refusals: ['no-such-case', 'not-in-this-state', 'answer-awaited', 'day-outside'],
  async run(context, { case: id, from, reason, note }) {
    const row = await takeCase(context.tx, id);
    if (!row) return refuse('no-such-case', { place: 'case' });
    const today = context.today.toString();
    const against = decideConfirm(row, { today, from });
    if (against === 'answer-awaited') return refuse(against, { place: 'case', facts: { until: row.answerUntil ?? today } });
    if (against === 'day-outside') return refuse(against, { place: 'from', facts: { first: row.fromDay, last: today } });
    if (against !== undefined) return refuse('not-in-this-state', { place: 'case' });
    const contestUntil = addDays(context.today, lawAt(today).coverage.contestDays.value).toString();
    const confirmed = { state: 'confirmed', contestUntil, confirmedBy: context.actor.id, standsFrom: from } as const;
    await passCase(context, row, confirmed, { passage: 'confirm', reason, words: note, day: from });
    if (row.answer === 'accepts') {
      await settle(context, { ...row, ...confirmed }, { stands: 'other', from, reason: 'family-accepts' });
      return { state: 'settled' as const, contestUntil };
    }
    context.emit('coverage.case-confirmed', { applications: [row.requestId], until: contestUntil });
    return { state: 'confirmed' as const, contestUntil };
  },
});
