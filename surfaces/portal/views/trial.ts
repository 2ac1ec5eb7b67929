import { lawAt } from '#law';
import { form, paperRulesOn, trial } from '#modules/applications';
import { yearlyContribution } from '#modules/contributions';
import { toIsoDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { PapersListView } from '../pages/trial/papers.tsx';
import type { AskedFields, TrialQuestionView } from '../pages/trial/question.tsx';
import type { TrialResultView } from '../pages/trial/result.tsx';
import { paths } from '../place.ts';
import { placesAskedFor } from './apply/question-view.ts';
import { papersInWords } from './papers-to-bring.ts';
import { toReasons } from './reasons.ts';

type Shown = { readonly situation: form.Situation; readonly typed?: form.Typed; readonly faults?: readonly form.Fault[] };

export function toTrialQuestion(language: Language, page: form.QuestionPage, shown: Shown): TrialQuestionView {
  const pages = trial.trialPagesShown(shown.situation).map(({ key }) => key);
  const here = pages.indexOf(page.key);
  const before = pages[here - 1];
  return {
    page,
    number: here + 1,
    count: pages.length,
    back: before === undefined ? paths.trial.start : paths.trial.page(before),
    ...toAskedFields(language, page, shown),
  };
}

/** The questions of a page as answered before, or as just typed. */
export function toAskedFields(language: Language, page: form.QuestionPage, shown: Shown): AskedFields {
  const { situation, typed, faults } = shown;
  const fields = form.fieldsShown(page, situation);
  const { cardAge, childAge, studentAge } = paperRulesOn(toIsoDate(situation.today));
  return {
    fields,
    typed: typed ?? form.typedFrom(page, situation),
    ...(faults ? { faults } : {}),
    ...placesAskedFor(language, fields, situation.answers),
    ages: { cardAge, childAge, studentAge },
  };
}

/** What the answers let expect; undefined while one is missing without which there is no declaration. */
export function toTrialResult({ answers, today }: form.Situation): TrialResultView | undefined {
  const outcome = trial.outcomeOfTrial(answers, today);
  if (!outcome) return undefined;
  const { prospect, isCovered, beneficiaries } = outcome;
  const { likelihood, assessment } = prospect;
  if (likelihood === 'unknown') return undefined;
  const { nearLimitShare } = lawAt(toIsoDate(today)).eligibility;
  const amount = isCovered || likelihood === 'unlikely' ? undefined : amountOf(outcome, today);
  return {
    likelihood: isCovered ? 'covered' : likelihood,
    ...(amount ? { amount: { ...amount, persons: beneficiaries } } : {}),
    reasons: toReasons(assessment),
    contradictions: outcome.contradictions,
    margin: nearLimitShare.value * 100,
    carried: JSON.stringify(trial.carriedFrom(answers, today)),
    questions: trial.trialPagesShown({ answers, today }).map(({ key }) => ({ key, path: paths.trial.page(key) })),
  };
}

function amountOf({ prospect, beneficiaries }: trial.TrialOutcome, today: form.Situation['today']) {
  const { perPerson, householdCap } = lawAt(toIsoDate(today)).contributions;
  const yearly = yearlyContribution(beneficiaries, { perPerson: perPerson.value, householdCap: householdCap.value });
  const [mayBePoor, mayPay] = [prospect.outcomes.includes('poor'), prospect.outcomes.includes('vulnerable')];
  return { kind: mayBePoor && mayPay ? ('either' as const) : mayPay ? ('pays' as const) : ('free' as const), yearly };
}

const ofEveryFamily: ReadonlySet<string> = new Set(['applicant-identity', 'applicant-photos']);

/** The papers of the family that was counted; undefined before it was. */
export function toPapersList({ answers, today }: form.Situation): PapersListView | undefined {
  const papers = trial.papersOfCounted(answers, today);
  if (!papers) return undefined;
  const { late } = lawAt(toIsoDate(today)).deadlines.incomplete.value;
  return { papers: papersInWords(papers), isShortest: papers.every(({ kind }) => ofEveryFamily.has(kind)), days: late };
}
