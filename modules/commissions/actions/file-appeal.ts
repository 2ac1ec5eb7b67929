import { z } from 'zod';
import { lawAt } from '#law';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, casablancaDate, type PlainDate, Temporal, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { isRefusal, refuse } from '#platform/refusals';
import { appealCriteria, appealNumber, decideAppeal } from '../model/appeal.ts';
import { findAppealOfFile, insertAppeal, takeAppealNumber } from '../store/appeals.ts';
import { type LatestDecision, listLatestDecisions } from '../store/sittings.ts';
import type { AppealRow } from '../store/tables.ts';

/** The longest a family writes of what is wrong. */
export const LONGEST_APPEAL = 3_000;

const Filed = z.object({
  application: z.uuid(),
  criteria: z.array(z.enum(appealCriteria)).min(1).max(appealCriteria.length),
  words: z.string().max(LONGEST_APPEAL),
  phone: z.string().max(20).optional(),
  language: z.enum(['ar', 'zgh', 'fr', 'en']),
});

/**
 * Records that a family contests the decision on its request, before the provincial commission: once for each decision, even after the last
 * day. Refuses where nothing validated can be contested, and an appeal that says nothing.
 */
export const fileAppeal = defineAction({
  name: 'commissions.file-appeal',
  summary: 'Contest a decision before the provincial commission',
  permission: 'commissions:appeal',
  input: Filed,
  output: z.object({ appeal: z.string(), number: z.string(), lastDay: z.string(), isLate: z.boolean() }),
  refusals: ['nothing-to-appeal', 'nothing-said', 'already-appealed'],
  internal: true,
  async run(context, filed) {
    const [decision] = await listLatestDecisions(context.tx, [filed.application]);
    const validatedOn = decision && dayValidated(decision);
    const days = lawAt(toIsoDate(validatedOn ?? context.today)).commissions.appealDays.value;
    const contested = decision && { outcome: decision.outcome, validatedOn };
    const decided = decideAppeal(contested, { ...filed, on: context.today }, days);
    if (isRefusal(decided)) return decided;
    if (!decision) throw new Error('a decision that can be contested is there');
    const number = appealNumber(context.today.year, await takeAppealNumber(context.tx));
    const { territory, sitting_id } = decision;
    const row = { ...toRow(context, filed), number, territory, sitting_id, ...onTime(decided) };
    if (!(await insertAppeal(context.tx, row))) {
      const earlier = await findAppealOfFile(context.tx, filed.application);
      return refuse('already-appealed', { place: 'application', facts: { number: earlier?.number ?? '' } });
    }
    context.journal({
      subject: `application:${filed.application}`,
      territory,
      after: digestOf({ appeal: row.id, state: row.state, criteria: filed.criteria, words: digestOf(filed.words) }),
    });
    context.emit('commissions.appeal-filed', { appeal: row.id, application: filed.application });
    return { appeal: row.id, number, lastDay: row.last_day, isLate: row.is_late };
  },
});

function dayValidated({ validated_at }: LatestDecision): PlainDate | undefined {
  return validated_at === null ? undefined : casablancaDate(Temporal.Instant.from(validated_at));
}

function onTime({ lastDay, isLate }: Exclude<ReturnType<typeof decideAppeal>, { refused: string }>) {
  return { last_day: toIsoDate(lastDay), is_late: isLate };
}

function toRow(context: DeedContext, filed: z.output<typeof Filed>) {
  const at = context.now.toString();
  const { appeal } = lawAt(toIsoDate(context.today)).deadlines;
  return {
    id: newId<'appeal'>(),
    application_id: filed.application,
    criteria: [...new Set(filed.criteria)],
    words: filed.words,
    phone: filed.phone ?? null,
    language: filed.language,
    state: 'filed',
    since: at,
    filed_at: at,
    answer_by: toIsoDate(addDays(context.today, appeal.value.normal)),
    reason: null,
    actor: null,
  } satisfies Partial<AppealRow>;
}
