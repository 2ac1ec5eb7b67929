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
import { findLawValue } from './guide/law-value.ts';
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
    mayBeUnknown: trial.mayBeUnknown(page),
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
export function toTrialResult(language: Language, { answers, today }: form.Situation): TrialResultView | undefined {
  const law = lawAt(toIsoDate(today));
  const questions = trial.trialPagesShown({ answers, today });
  const links = questions.map(({ key }) => ({ key, path: paths.trial.page(key) }));
  if (trial.isCoveredElsewhere(answers)) return { likelihood: 'covered', questions: links };
  const outcome = trial.outcomeOfTrial(answers, today);
  if (!outcome) return undefined;
  const { likelihood, assessment } = outcome.prospect;
  const amount = likelihood === 'unlikely' ? undefined : amountOf(outcome, today);
  const missing = new Set(assessment.missing);
  const isOpen = (page: form.QuestionPage) => form.keysShown(page, { answers, today }).some((key) => missing.has(key));
  return {
    likelihood,
    ...(amount ? { amount } : {}),
    reasons: { ...toReasons(assessment), missing: [] },
    isSomebodyCovered: outcome.isSomebodyCovered,
    contradictions: outcome.contradictions,
    margin: law.eligibility.nearLimitShare.value * 100,
    numbers: numbers.flatMap((key) => findLawValue(law, language, key) ?? []),
    carried: JSON.stringify(trial.carriedFrom(answers, today)),
    open: links.filter((_link, index) => isOpen(questions[index] as form.QuestionPage)),
    questions: links,
  };
}

const numbers = ['eligibility.nearLimitShare', 'contributions.perPerson', 'contributions.householdCap'] as const;

function amountOf({ prospect, beneficiaries }: trial.TrialOutcome, today: form.Situation['today']) {
  const { perPerson, householdCap } = lawAt(toIsoDate(today)).contributions;
  const yearly = yearlyContribution(beneficiaries, { perPerson: perPerson.value, householdCap: householdCap.value });
  const [mayBePoor, mayPay] = [prospect.outcomes.includes('poor'), prospect.outcomes.includes('vulnerable')];
  const isUnknown = prospect.assessment.missing.length > 0;
  const kind = mayBePoor && mayPay ? (isUnknown ? 'unknown' : 'either') : mayPay ? 'pays' : 'free';
  return { kind, yearly, persons: beneficiaries } as const;
}

const ofEveryFamily: ReadonlySet<string> = new Set(['applicant-identity', 'applicant-photos']);

/** The papers of the family that was counted; undefined before it was. */
export function toPapersList({ answers, today }: form.Situation): PapersListView | undefined {
  const papers = trial.papersOfCounted(answers, today);
  if (!papers) return undefined;
  const { late } = lawAt(toIsoDate(today)).deadlines.incomplete.value;
  return { papers: papersInWords(papers), isShortest: papers.every(({ kind }) => ofEveryFamily.has(kind)), days: late };
}
