import { z } from 'zod';
import { lawAt } from '#law';
import { listFilesNamed } from '#modules/applications';
import { findCommune } from '#modules/territory';
import { defineQuery } from '#platform/actions';
import { appealCriteria } from '../model/appeal.ts';
import { isReversal } from '../model/appeal-decision.ts';
import { type Reversals, type Ruled, reversalsBy, reversalsOf } from '../model/appeal-statistics.ts';
import { outcomes, reasonCodes } from '../model/decision.ts';
import { listRuled, type RuledAppeal } from '../store/appeal-decisions.ts';
import { AppealAnswer } from './appeals.ts';

const Lesson = z.object({
  appeal: z.string(),
  number: z.string(),
  application: z.string(),
  request: z.string(),
  territory: z.string(),
  criteria: z.array(z.enum(appealCriteria)),
  first: z.object({ outcome: z.enum(outcomes), reason: z.enum(reasonCodes), sitting: z.string(), heldOn: z.string() }),
  answer: AppealAnswer,
});

/** What the provincial commission changed of the decisions of the asker's commissions, and why: the latest first. */
export const appealLessons = defineQuery({
  name: 'commissions.appeal-lessons',
  summary: 'What the provincial commission changed of local decisions, and why',
  permission: 'commissions:read',
  input: z.object({ limit: z.int().min(1).max(200).default(50), changed: z.boolean().default(true) }),
  output: z.object({ lessons: z.array(Lesson) }),
  async run({ tx }, { limit, changed }) {
    const ruled = (await listRuled(tx, {})).filter(({ outcome }) => !changed || isReversal(outcome)).slice(0, limit);
    const files = await listFilesNamed(
      tx,
      ruled.map(({ application }) => application),
    );
    return { lessons: ruled.map((one) => toLesson(one, files.get(one.application)?.number ?? '')) };
  },
});

function toLesson(one: RuledAppeal, request: string): z.input<typeof Lesson> {
  return {
    ...{ appeal: one.appeal, number: one.number, application: one.application, request, territory: one.territory },
    ...{ criteria: one.criteria },
    first: { outcome: one.first_outcome, reason: one.first_reason, sitting: one.first_sitting, heldOn: one.first_held_on },
    answer: {
      ...{ outcome: one.outcome, category: one.category, words: one.words, asks: one.asks },
      findings: one.findings.map(({ criterion, finding, words }) => ({ criterion, finding, ...(words ? { words } : {}) })),
      ...{ heldOn: one.held_on, sitting: one.sitting_number },
    },
  };
}

const Counted = z.object({
  group: z.string(),
  ruled: z.int(),
  upheld: z.int(),
  reformed: z.int(),
  sentBack: z.int(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
});

/**
 * How many decisions are changed on appeal and why, by criterion, by what was found, by commission and by milieu: counts with the interval of
 * each share, never a name.
 */
export const appealStatistics = defineQuery({
  name: 'commissions.appeal-statistics',
  summary: 'How many decisions are changed on appeal, by criterion, finding, commission and milieu',
  permission: 'commissions:read',
  input: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  output: z.object({
    filed: z.int(),
    lateAnswers: z.int(),
    days: z.int(),
    all: Counted,
    criteria: z.array(Counted),
    findings: z.array(Counted),
    commissions: z.array(Counted),
    milieux: z.array(Counted),
  }),
  async run({ tx, today }, { from, to }) {
    const appeals = await listRuled(tx, { from, to });
    const ruled = appeals.map(toRuled);
    const { normal } = lawAt(today.toString()).deadlines.appeal.value;
    return {
      filed: appeals.length,
      lateAnswers: appeals.filter(({ held_on, answer_by }) => held_on > answer_by).length,
      days: normal,
      all: mutable(
        reversalsOf(
          'all',
          ruled.map(({ outcome }) => outcome),
        ),
      ),
      criteria: reversalsBy(ruled, 'criterion').map(mutable),
      findings: reversalsBy(ruled, 'finding').map(mutable),
      commissions: reversalsBy(ruled, 'commission').map(mutable),
      milieux: reversalsBy(ruled, 'milieu').map(mutable),
    };
  },
});

function toRuled(appeal: RuledAppeal): Ruled {
  const milieu = findCommune(appeal.territory)?.milieu;
  return {
    outcome: appeal.outcome,
    groups: {
      criterion: appeal.criteria,
      finding: [...new Set(appeal.findings.map(({ finding }) => finding))],
      commission: [appeal.territory],
      milieu: milieu ? [milieu] : [],
    },
  };
}

function mutable(counted: Reversals): z.input<typeof Counted> {
  return { ...counted };
}
