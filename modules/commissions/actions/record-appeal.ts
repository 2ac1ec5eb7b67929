import { createHash } from 'node:crypto';
import { z } from 'zod';
import { lawAt } from '#law';
import { findFileDecided } from '#modules/applications';
import type { DeedContext } from '#platform/actions';
import { canonicalJson, digestOf, type Json } from '#platform/canonical-json';
import { addDays, casablancaDate, type PlainDate, Temporal, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { type AppealRefusal, appealCriteria, appealNumber, decideAppeal } from '../model/appeal.ts';
import { findAppealOfFile, insertAppeal, takeAppealNumber } from '../store/appeals.ts';
import { findSittingOf } from '../store/first-decisions.ts';
import { type LatestDecision, listLatestDecisions } from '../store/sittings.ts';

/** The longest a family writes of what is wrong. */
export const LONGEST_APPEAL = 3_000;

/** What a family says when it contests, wherever it says it. */
export const Contesting = z.object({
  application: z.uuid(),
  criteria: z.array(z.enum(appealCriteria)).min(1).max(appealCriteria.length),
  words: z.string().max(LONGEST_APPEAL),
  phone: z.string().max(20).optional(),
  language: z.enum(['ar', 'zgh', 'fr', 'en']),
});
export const Recorded = z.object({ appeal: z.string(), number: z.string(), lastDay: z.string(), isLate: z.boolean() });
export const recordRefusals = ['nothing-to-appeal', 'nothing-said', 'already-appealed'] as const;

/** Where it was said, on which day, and by whom it was written down. */
type Said = { readonly on: PlainDate; readonly channel: 'portal' | 'counter'; readonly takenBy: string | null };

/**
 * Enters an appeal in the books, and seals beside it the file as the first commission saw it: whatever is corrected later, what was decided
 * upon stays readable. Once for each decision.
 */
export async function recordAppeal(
  context: DeedContext,
  contesting: z.output<typeof Contesting>,
  said: Said,
): Promise<z.input<typeof Recorded> | Refusal<AppealRefusal | 'already-appealed'>> {
  const [decision] = await listLatestDecisions(context.tx, [contesting.application]);
  const validatedOn = decision && dayValidated(decision);
  const days = lawAt(toIsoDate(validatedOn ?? context.today)).commissions.appealDays.value;
  const contested = decision && { outcome: decision.outcome, validatedOn };
  const decided = decideAppeal(contested, { ...contesting, on: said.on }, days);
  if (isRefusal(decided)) return decided;
  if (!decision) throw new Error('a decision that can be contested is there');
  const number = appealNumber(context.today.year, await takeAppealNumber(context.tx));
  const onTime = { last_day: toIsoDate(decided.lastDay), is_late: decided.isLate };
  const row = { ...toRow(context, contesting, said), number, ...(await ofDecision(context, decision)), ...onTime };
  if (!(await insertAppeal(context.tx, row))) {
    const earlier = await findAppealOfFile(context.tx, contesting.application);
    return refuse('already-appealed', { place: 'application', facts: { number: earlier?.number ?? '' } });
  }
  const { criteria, words } = row;
  context.journal({
    subject: `application:${contesting.application}`,
    territory: decision.territory,
    after: digestOf({ appeal: row.id, state: row.state, criteria, words: digestOf(words), file: row.file_digest }),
  });
  context.emit('commissions.appeal-filed', { appeal: row.id, application: contesting.application });
  return { appeal: row.id, number, lastDay: row.last_day, isLate: row.is_late };
}

function dayValidated({ validated_at }: LatestDecision): PlainDate | undefined {
  return validated_at === null ? undefined : casablancaDate(Temporal.Instant.from(validated_at));
}

function toRow(context: DeedContext, contesting: z.output<typeof Contesting>, { on, channel, takenBy }: Said) {
  const at = context.now.toString();
  const { appeal } = lawAt(toIsoDate(on)).deadlines;
  return {
    ...{ id: newId<'appeal'>(), application_id: contesting.application, criteria: [...new Set(contesting.criteria)] },
    ...{ words: contesting.words, phone: contesting.phone ?? null, language: contesting.language },
    ...{ state: 'filed' as const, since: at, filed_at: at, answer_by: toIsoDate(addDays(on, appeal.value.normal)) },
    ...{ channel, taken_by: takenBy, reason: null, actor: null },
    ...{ outcome: null, decided_on: null, told_on: null, told_by: null },
  };
}

/** The file as the first commission saw it, as canonical JSON with its digest. */
async function ofDecision({ tx }: DeedContext, decision: LatestDecision) {
  const file = await findFileDecided(tx, decision.application_id, decision.decided_at);
  const first = await findSittingOf(tx, decision);
  if (!file || !first) throw new Error(`request ${decision.application_id} was decided and is not there`);
  const { outcome, reason, remark, againstScore, opinions, heldOn, sitting, minutesDigest } = first;
  const { state: _state, names: _names, ...seen } = file;
  const sealed = canonicalJson({
    schema: 'ramed.appeal-file/1',
    ...seen,
    assessed: seen.assessed ?? null,
    decision: {
      ...{ outcome, reason, remark, against_score: againstScore, opinions },
      ...{ held_on: heldOn, sitting, minutes_digest: minutesDigest },
    },
  } as unknown as Json);
  const digest = createHash('sha256').update(sealed).digest('hex');
  return { territory: decision.territory, sitting_id: decision.sitting_id, file: sealed, file_digest: digest };
}
