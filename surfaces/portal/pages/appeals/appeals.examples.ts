import { toDate } from '#platform/dates';
import { type Place, paths } from '../../place.ts';
import { refusedScore } from '../score.examples.ts';
import { renderScore } from '../score.tsx';
import { renderScoreMissing } from '../score-missing.tsx';
import { type AnswerView, type AppealView, renderAppeal } from './appeal.tsx';
import { type AppealFormView, renderAppealForm } from './form.tsx';
import { renderNoAppeal } from './no-appeal.tsx';

const number = '201504127733';
const caution = { key: 'portal.law.delay.illustrative' };
const lastDay = toDate('2026-04-11');

/** The rural family over the limit on property. */
function form(place: Place, view: Partial<AppealFormView> = {}): string {
  const [patrimony, living] = refusedScore(place).conditions;
  return renderAppealForm(place, {
    number,
    isRefused: true,
    place: 'Aït Bou Oulli',
    decidedOn: toDate('2026-03-12'),
    reason: { key: 'portal.reason.as-scored' },
    standing: { kind: 'open', lastDay, caution },
    choices: [
      { criterion: 'patrimony', ...(patrimony ? { condition: patrimony } : {}) },
      { criterion: 'living-conditions', ...(living ? { condition: living } : {}) },
      { criterion: 'household' },
      { criterion: 'other' },
    ],
    token: '019a9c3e-7d1c-7000-8000-000000000002',
    ...view,
  });
}

const filed: AppealView = {
  request: number,
  number: '202670000014',
  state: 'filed',
  filedOn: toDate('2026-03-20'),
  lastDay,
  isLate: false,
  answerBy: toDate('2026-04-19'),
  caution,
  criteria: ['patrimony', 'other'],
  words: 'Le tracteur est à mon frère. Il l’a repris en mars.',
  province: 'Azilal',
  place: 'Aït Bou Oulli',
};

const late: AppealView = { ...filed, filedOn: toDate('2026-05-02'), isLate: true, answerBy: toDate('2026-06-01'), daysOver: 9 };

const turnedDown: AppealView = { ...late, state: 'not_admissible', reason: 'Le recours est arrivé après le dernier jour.' };

const answered = { on: toDate('2026-04-10'), sitting: '202690000048' };
const upheld: AnswerView = {
  ...answered,
  findings: [
    { criterion: 'patrimony', finding: 'not-shown' },
    { criterion: 'other', finding: 'changes-nothing' },
  ],
  words: 'Le tracteur est encore à votre nom sur le registre.',
};
const reformed: AnswerView = {
  ...answered,
  category: 'vulnerable',
  findings: [
    { criterion: 'patrimony', finding: 'shown-by-paper', words: 'Acte de cession du 3 mars.' },
    { criterion: 'other', finding: 'confirmed' },
  ],
  words: 'Le tracteur n’est plus à vous. Vos biens passent sous la limite.',
};
const sentBack: AnswerView = {
  ...answered,
  findings: [{ criterion: 'patrimony', finding: 'not-looked-into' }],
  words: 'La commission locale doit regarder votre papier.',
  asks: 'Voir l’acte de cession et recompter les biens.',
};

const at = (name: string, render: (place: Place) => string) => ({ name, path: paths.appeal(number), render });

export const appealExamples = [
  at('appeal-form', (place) => form(place)),
  at('appeal-form-late', (place) => form(place, { standing: { kind: 'late', lastDay, caution } })),
  at('appeal-form-errors', (place) =>
    form(place, {
      typed: { criteria: ['other'], words: '', phone: '06 12' },
      errors: ['words-missing', 'phone-wrong'],
    }),
  ),
  at('appeal-filed', (place) => renderAppeal(place, filed)),
  at('appeal-late', (place) => renderAppeal(place, late)),
  at('appeal-admitted', (place) => renderAppeal(place, { ...filed, state: 'admitted', reason: 'Le recours est complet.' })),
  at('appeal-turned-down', (place) => renderAppeal(place, turnedDown)),
  at('appeal-adjourned', (place) =>
    renderAppeal(place, {
      ...filed,
      state: 'admitted',
      asked: { on: toDate('2026-04-10'), asks: 'L’acte de vente du tracteur.', words: 'Cet acte peut tout changer.' },
    }),
  ),
  at('appeal-scheduled', (place) => renderAppeal(place, { ...filed, state: 'scheduled', reason: 'Le recours est complet.' })),
  at('appeal-upheld', (place) => renderAppeal(place, { ...filed, state: 'upheld', answer: upheld })),
  at('appeal-reformed', (place) => renderAppeal(place, { ...filed, state: 'reformed', answer: reformed })),
  at('appeal-sent-back', (place) => renderAppeal(place, { ...filed, state: 'sent_back', answer: sentBack })),
  at('appeal-none', (place) => renderNoAppeal(place, { number })),
  {
    name: 'score-appealed',
    path: paths.score(number),
    render: (place: Place) =>
      renderScore(place, { ...refusedScore(place), appeal: { kind: 'filed', number: '202670000014', state: 'filed' } }),
  },
  {
    name: 'score-missing',
    path: paths.score(number),
    render: (place: Place) =>
      renderScoreMissing(place, { number, headline: { key: 'portal.headline.checking' }, helpline: '0800000000' }),
  },
] as const;
