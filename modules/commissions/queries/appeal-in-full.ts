import { z } from 'zod';
import { type FileOnAppeal, findFileOnAppeal, SCHEME_FORMULA } from '#modules/applications';
import { type Assessment, assess, type Declaration } from '#modules/eligibility';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { toIsoDate } from '#platform/dates';
import { appealClock, clockStandings } from '../model/appeal-clock.ts';
import { answersApart } from '../model/before-and-now.ts';
import { outcomes, reasonCodes } from '../model/decision.ts';
import { actedFirst } from '../model/first-deciders.ts';
import { listStandingDecisions } from '../store/appeal-decisions.ts';
import { findAppeal, findHearingOf } from '../store/appeals.ts';
import { findFirstDeciders } from '../store/first-deciders.ts';
import { findSittingOf } from '../store/first-decisions.ts';
import type { AppealRow } from '../store/tables.ts';
import { Appeal, AppealAnswer, toAnswer, withAnswers } from './appeals.ts';

const Condition = z.object({
  key: z.string(),
  value: z.number().nullable(),
  operator: z.string(),
  limit: z.number(),
  unit: z.string(),
  met: z.boolean().nullable(),
});
const Check = z.object({ partner: z.string(), state: z.string(), answeredAt: z.string().nullable(), differences: z.int() });
const Seen = z.object({
  version: z.int(),
  outcome: z.string().nullable(),
  formula: z.string().nullable(),
  conditions: z.array(Condition),
  checks: z.array(Check),
});

const Full = z.object({
  appeal: Appeal,
  request: z.string(),
  names: z.object({ fr: z.unknown().optional(), ar: z.unknown().optional() }),
  daysLeft: z.int(),
  clock: z.enum(clockStandings),
  /** Whether the asker had a hand in the first decision, and may only read. */
  isFirstHand: z.boolean(),
  first: z.object({
    outcome: z.enum(outcomes),
    reason: z.enum(reasonCodes),
    remark: z.string().nullable(),
    againstScore: z.boolean(),
    opinions: z.array(z.object({ institution: z.string(), outcome: z.string(), words: z.string().optional() })),
    heldOn: z.string(),
    sitting: z.string(),
    minutesDigest: z.string().nullable(),
  }),
  fileDigest: z.string().nullable(),
  before: Seen.optional(),
  now: Seen.optional(),
  /** The same answers judged by the formula of today, where it says otherwise. */
  today: Seen.pick({ outcome: true, formula: true, conditions: true }).optional(),
  /** Answers that are not what they were when the decision was taken. */
  changed: z.array(z.object({ place: z.string(), before: z.unknown().optional(), now: z.unknown().optional() })),
  hearing: z.object({ sitting: z.string(), number: z.string(), state: z.string(), heldOn: z.string() }).optional(),
  ruling: AppealAnswer.extend({ id: z.string() }).optional(),
});

/** One appeal whole: what the family says beside what was decided first, and what the file was then beside what it is now. */
export const appealInFull = defineQuery({
  name: 'commissions.appeal-in-full',
  summary: 'One appeal whole: the grievance, the first decision, the file then and now',
  permission: 'commissions:read',
  input: z.object({ appeal: z.uuid() }),
  output: z.object({ found: Full.optional() }),
  noted: ({ found }) =>
    found ? [{ subject: `application:${found.appeal.application}`, territory: found.appeal.territory }] : [],
  async run(context, { appeal: id }) {
    const row = await findAppeal(context.tx, id);
    const [appeal] = row ? await withAnswers(context.tx, [row]) : [];
    const file = row && (await findFileOnAppeal(context.tx, row.application_id));
    const first = row && (await findSittingOf(context.tx, row));
    if (!row || !appeal || !file || !first) return {};
    const deciders = await findFirstDeciders(context.tx, row);
    return {
      found: {
        ...{ appeal, request: file.number, names: file.names, ...appealClock(row.answer_by, context.today) },
        ...{ isFirstHand: actedFirst(context.actor.id, deciders), first, fileDigest: row.file_digest },
        ...beforeAndNow(context, row, file),
        ...(await inHearing(context, row)),
      },
    };
  },
});

function beforeAndNow({ today }: QuestionContext, { file: sealed }: AppealRow, now: FileOnAppeal) {
  const before = sealed === null ? undefined : (JSON.parse(sealed) as FileOnAppeal);
  const kept = before?.assessed ? (JSON.parse(before.assessed.result) as Assessment) : undefined;
  const current = assess(SCHEME_FORMULA, now.declaration);
  const ofToday = assess(SCHEME_FORMULA, { ...now.declaration, filed_on: toIsoDate(today) } as Declaration);
  const differs = ofToday.formula.digest !== current.formula.digest;
  return {
    ...(before ? { before: seenOf(before, kept) } : {}),
    now: seenOf(now, current),
    ...(differs ? { today: judged(ofToday) } : {}),
    changed: before ? answersApart(before.declaration, now.declaration) : [],
  };
}

function seenOf(file: FileOnAppeal, assessment: Assessment | undefined): z.input<typeof Seen> {
  return {
    version: file.version,
    ...(assessment ? judged(assessment) : { outcome: file.proposal, formula: null, conditions: [] }),
    checks: file.checks.map(({ partner, state, answeredAt, differences }) => ({
      ...{ partner, state, answeredAt, differences: differences.filter(({ weight }) => weight === 'to-settle').length },
    })),
  };
}

function judged({ outcome, formula, conditions }: Assessment) {
  return {
    outcome,
    formula: `${formula.id} ${formula.version}`,
    conditions: conditions.map(({ key, value, operator, limit, unit, met }) => ({ key, value, operator, limit, unit, met })),
  };
}

async function inHearing({ tx }: QuestionContext, { id }: AppealRow) {
  const hearing = await findHearingOf(tx, id);
  if (!hearing) return {};
  const ruling = (await listStandingDecisions(tx, hearing.sitting)).find((one) => one.appeal_id === id);
  return { hearing, ...(ruling ? { ruling: { id: ruling.id, ...toAnswer(ruling) } } : {}) };
}
