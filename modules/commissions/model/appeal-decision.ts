import { type Refusal, refuse } from '#platform/refusals';
import type { AppealCriterion } from './appeal.ts';
import type { Outcome } from './decision.ts';

/** What the provincial commission can rule: the decision stands, is replaced, is to be taken again, or the appeal waits for something. */
export const appealOutcomes = ['upheld', 'reformed', 'sent_back', 'adjourned'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** What the commission found of a contested criterion, and whether it speaks for the family. */
const findings = {
  'shown-by-paper': 'for',
  'shown-by-enquiry': 'for',
  'changed-since': 'for',
  'rule-misapplied': 'for',
  'not-looked-into': 'for',
  'not-shown': 'against',
  confirmed: 'against',
  'changes-nothing': 'against',
} as const satisfies Record<string, 'for' | 'against'>;

export type FindingCode = keyof typeof findings;
export const findingCodes = Object.keys(findings) as [FindingCode, ...FindingCode[]];

export type Finding = {
  readonly criterion: AppealCriterion;
  readonly finding: FindingCode;
  readonly words?: string | undefined;
};

export type AppealRuling = {
  readonly outcome: AppealOutcome;
  readonly category?: 'poor' | 'vulnerable' | undefined;
  readonly findings: readonly Finding[];
  readonly words: string;
  readonly asks?: string | undefined;
};

/** What is ruled upon: what the family contests, what was decided first, and whether the first commission can still be asked again. */
export type Heard = { readonly criteria: readonly AppealCriterion[]; readonly first: Outcome; readonly canGoBack: boolean };

export type AppealRulingRefusal =
  | 'criterion-without-finding'
  | 'finding-does-not-fit'
  | 'category-does-not-fit'
  | 'asks-needed'
  | 'cannot-go-back';

/**
 * Whether an appeal can be ruled on so. Each contested criterion gets one finding; what changes the decision needs one that speaks for the
 * family, what upholds it none; a reform gives more than the first decision did; whoever is asked something is told what.
 */
export function decideAppealRuling(ruling: AppealRuling, heard: Heard): Refusal<AppealRulingRefusal> | undefined {
  const { outcome, category } = ruling;
  if (outcome !== 'reformed' && category !== undefined) return refuse('category-does-not-fit', { place: 'category' });
  if (outcome === 'adjourned') return asksOf(ruling);
  const missing = heard.criteria.find((criterion) => ruling.findings.filter((one) => one.criterion === criterion).length !== 1);
  if (missing) return refuse('criterion-without-finding', { place: 'findings', facts: { criterion: missing } });
  const isFor = ruling.findings.some(({ finding }) => findings[finding] === 'for');
  if (isFor === (outcome === 'upheld')) return refuse('finding-does-not-fit', { place: 'findings', facts: { outcome } });
  if (outcome === 'reformed' && !isBetter(heard.first, category))
    return refuse('category-does-not-fit', { place: 'category', facts: { first: heard.first } });
  if (outcome !== 'sent_back') return undefined;
  return heard.canGoBack ? asksOf(ruling) : refuse('cannot-go-back', { place: 'outcome' });
}

function asksOf({ asks = '' }: AppealRuling): Refusal<AppealRulingRefusal> | undefined {
  return asks.trim() === '' ? refuse('asks-needed', { place: 'asks' }) : undefined;
}

/** A family has nothing to fear from an appeal: it may only be given more. */
function isBetter(first: Outcome, category: 'poor' | 'vulnerable' | undefined): boolean {
  return first === 'refused' ? category !== undefined : category === 'poor';
}

/** Whether what was ruled changes what the first commission decided. */
export function isReversal(outcome: AppealOutcome): boolean {
  return outcome === 'reformed' || outcome === 'sent_back';
}
