import { form, trial } from '#modules/applications';
import { toDate } from '#platform/dates';
import type { Place } from '../../place.ts';
import { toAskedFields, toPapersList, toTrialQuestion, toTrialResult } from '../../views/trial.ts';
import type { PageExample } from '../examples.ts';
import { renderPapersList, renderPapersQuestion } from './papers.tsx';
import { renderTrialQuestion } from './question.tsx';
import { renderTrialResult } from './result.tsx';
import { renderTrialStart } from './start.tsx';

const today = toDate('2026-11-22');
const nobody = {
  spouses: 0,
  children: 0,
  grown: 0,
  students: 0,
  disabled: 0,
  fostered: 0,
  others: 0,
  adultDisabled: false,
  wage: false,
};

/** A village family of five with a few sheep, three rooms and no water. */
const village: form.Answers = {
  members: [{}],
  province: '05.081',
  commune: '05.081.03.07',
  family: { ...nobody, spouses: 1, children: 2, grown: 1 },
  nuclei: 1,
  dwelling: {
    kind: 'rural_earth_house',
    tenure: 'owned',
    rooms: 3,
    kitchen: true,
    toilet: true,
    bath: false,
    running_water: false,
    electricity: true,
    own_meter: false,
    garage: false,
  },
  equipment: { mobile_phones: 2, landlines: 0, computers: 0, dishes: 1, motorcycles: 0, cars: 0, tractors: 0 },
  resources: { income_year: 9600, transfers_year: 0, bank_loan: false },
  assets: {
    second_home: false,
    business_premises: false,
    non_farm_land: false,
    licence_rent: false,
    irrigated_ha: 0,
    rainfed_ha: 1.2,
    cows: 1,
    sheep_goats: 8,
    fruit_trees: 10,
    poultry_house: 0,
  },
  covered: 'nobody',
  shows: 'card',
};

/** Owns so much that the limit of the countryside is near, or far passed. */
const owning = (assets: object): form.Answers => ({ ...village, assets: { ...(village.assets as object), ...assets } });

function result(answers: form.Answers) {
  return (place: Place) => {
    const view = toTrialResult(place.reader.language, { answers, today });
    if (!view) throw new Error('an answer is missing in the example');
    return renderTrialResult(place, view);
  };
}

/** A family that does not know what it has. */
function withoutMeans(): form.Answers {
  const { equipment: _things, assets: _owned, resources: _income, ...known } = village;
  return known;
}

function question(key: string, more: { typed?: form.Typed; faults?: readonly form.Fault[] } = {}) {
  const situations = [village, { ...village, commune: '05.081.01.03' }].map((answers) => ({ answers, today }));
  const situation = situations.find((one) => trial.trialPagesShown(one).some((page) => page.key === key));
  const page = situation && trial.trialPagesShown(situation).find((one) => one.key === key);
  if (!page) throw new Error(`the trial has no page ${key}`);
  return (place: Place) => renderTrialQuestion(place, toTrialQuestion(place.reader.language, page, { situation, ...more }));
}

function papers(answers: form.Answers) {
  return (place: Place) => {
    const view = toPapersList({ answers, today });
    if (!view) throw new Error('the family of the example is not counted');
    return renderPapersList(place, view);
  };
}

const wholeFamily = {
  spouses: 1,
  children: 2,
  grown: 1,
  students: 1,
  disabled: 1,
  fostered: 1,
  others: 0,
  adultDisabled: false,
  wage: true,
};
const miscounted = { typed: { 'family.spouses': 'une' }, faults: [{ key: 'family.spouses', fault: 'no-whole-number' as const }] };

export const trialExamples: readonly PageExample[] = [
  {
    name: 'trial-start',
    path: '/try',
    render: (place) => renderTrialStart(place, { count: 9, next: '/try/insurance', isBegun: false }),
  },
  {
    name: 'trial-begun',
    path: '/try',
    render: (place) => renderTrialStart(place, { count: 9, next: '/try/income', isBegun: true }),
  },
  ...trial.trialPages.map(({ key }) => ({ name: `trial-${key}`, path: `/try/${key}`, render: question(key) })),
  { name: 'trial-counts-errors', path: '/try/counts', render: question('counts', miscounted) },
  { name: 'trial-probable', path: '/try/result', render: result(village) },
  {
    name: 'trial-near',
    path: '/try/result',
    render: result(owning({ cows: 10, sheep_goats: 60, rainfed_ha: 5, fruit_trees: 40 })),
  },
  { name: 'trial-unlikely', path: '/try/result', render: result(owning({ cows: 40, irrigated_ha: 12 })) },
  { name: 'trial-covered', path: '/try/result', render: result({ ...village, covered: 'head-or-spouse' }) },
  { name: 'trial-unknown', path: '/try/result', render: result(withoutMeans()) },
  { name: 'trial-unknown-town', path: '/try/result', render: result({ ...withoutMeans(), commune: '05.081.01.03' }) },
  {
    name: 'trial-contradicted',
    path: '/try/result',
    render: result({
      ...owning({ irrigated_ha: 0, rainfed_ha: 0 }),
      equipment: { ...(village.equipment as object), tractors: 1 },
      covered: 'somebody-else',
    }),
  },
  {
    name: 'papers',
    path: '/papers',
    render: (place) =>
      renderPapersQuestion(
        place,
        toAskedFields(place.reader.language, trial.papersPage, { situation: { answers: form.noAnswers, today } }),
      ),
  },
  {
    name: 'papers-list',
    path: '/papers/list',
    render: papers({ ...village, family: wholeFamily, shows: 'old-card-or-receipt' }),
  },
  { name: 'papers-list-shortest', path: '/papers/list', render: papers({ ...village, family: nobody }) },
];
