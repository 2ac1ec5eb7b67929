import { z } from 'zod';
import { listFilesInBrief } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { appealCriteria, appealStates } from '../model/appeal.ts';
import { appealOutcomes, findingCodes } from '../model/appeal-decision.ts';
import { listSealedDecisions } from '../store/appeal-decisions.ts';
import { findAppealOfFile, listAppeals } from '../store/appeals.ts';
import type { AppealDecisionRow, AppealRow } from '../store/tables.ts';

export const AppealAnswer = z.object({
  outcome: z.enum(appealOutcomes),
  category: z.enum(['poor', 'vulnerable']).nullable(),
  findings: z.array(z.object({ criterion: z.enum(appealCriteria), finding: z.enum(findingCodes), words: z.string().optional() })),
  words: z.string(),
  asks: z.string().nullable(),
  heldOn: z.string(),
  sitting: z.string(),
});
export type AppealAnswer = z.output<typeof AppealAnswer>;

export const Appeal = z.object({
  id: z.string(),
  number: z.string(),
  application: z.string(),
  territory: z.string(),
  state: z.enum(appealStates),
  since: z.string(),
  filedAt: z.string(),
  channel: z.enum(['portal', 'counter']),
  lastDay: z.string(),
  isLate: z.boolean(),
  answerBy: z.string(),
  criteria: z.array(z.enum(appealCriteria)),
  words: z.string(),
  phone: z.string().nullable(),
  reason: z.string().nullable(),
  outcome: z.enum(['upheld', 'reformed', 'sent_back']).nullable(),
  decidedOn: z.string().nullable(),
  toldOn: z.string().nullable(),
  /** What the provincial commission answered, once its minutes are sealed. */
  answer: AppealAnswer.optional(),
  /** What the provincial commission asked when it adjourned, while it has not answered. */
  asked: z.object({ asks: z.string(), words: z.string(), heldOn: z.string() }).optional(),
});
export type Appeal = z.output<typeof Appeal>;

/** The appeal of a family against the decision on its file, for the family that follows it and the agents who serve it. */
export const appealOfFile = defineQuery({
  name: 'commissions.appeal-of-file',
  summary: 'The appeal against the decision on one file',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ appeal: Appeal.optional() }),
  async run({ tx }, { application }) {
    const found = await findAppealOfFile(tx, application);
    const [appeal] = found ? await withAnswers(tx, [found]) : [];
    return { appeal };
  },
});

/** The appeals of the jurisdiction in a state, those whose answer is due first before the others. */
export const appealsByState = defineQuery({
  name: 'commissions.appeals-by-state',
  summary: 'The appeals of the jurisdiction in a state, those due first before the others',
  permission: 'commissions:read',
  input: z.object({ state: z.enum(appealStates).default('filed'), limit: z.int().min(1).max(500).default(50) }),
  output: z.object({ appeals: z.array(Appeal.extend({ request: z.string() })) }),
  async run({ tx }, { state, limit }) {
    const appeals = await listAppeals(tx, [state], limit);
    const files = await listFilesInBrief(
      tx,
      appeals.map((appeal) => appeal.application_id),
    );
    const numbers = new Map(files.map((file) => [file.id, file.number]));
    const answered = await withAnswers(tx, appeals);
    return { appeals: answered.map((appeal) => ({ ...appeal, request: numbers.get(appeal.application) ?? '' })) };
  },
});

/** Appeals with what was answered; an adjournment is no answer, but asks for something until there is one. */
export async function withAnswers(tx: Tx, rows: readonly AppealRow[]): Promise<Appeal[]> {
  const sealed = await listSealedDecisions(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const latest = sealed.findLast((one) => one.appeal_id === row.id);
    if (!latest) return toAppeal(row);
    if (latest.outcome !== 'adjourned') return { ...toAppeal(row), answer: toAnswer(latest) };
    return { ...toAppeal(row), asked: { asks: latest.asks ?? '', words: latest.words, heldOn: latest.held_on } };
  });
}

function toAppeal(row: AppealRow): Appeal {
  return {
    ...{ id: row.id, number: row.number, application: row.application_id, territory: row.territory },
    ...{ state: row.state, since: row.since, filedAt: row.filed_at, channel: row.channel },
    ...{ lastDay: row.last_day, isLate: row.is_late, answerBy: row.answer_by },
    ...{ criteria: row.criteria, words: row.words, phone: row.phone, reason: row.reason },
    ...{ outcome: row.outcome, decidedOn: row.decided_on, toldOn: row.told_on },
  };
}

export function toAnswer(row: AppealDecisionRow): AppealAnswer {
  return {
    ...{ outcome: row.outcome, category: row.category, words: row.words, asks: row.asks },
    findings: row.findings.map(({ criterion, finding, words }) => ({ criterion, finding, ...(words ? { words } : {}) })),
    ...{ heldOn: row.held_on, sitting: row.sitting_number },
  };
}
