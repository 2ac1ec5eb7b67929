import { addDays, casablancaDate, Temporal } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';
import { fileExample } from './file.examples.ts';

type FamilyCase = QuestionOutput<'coverage.cases-of-family'>['cases'][number];

/** The days to answer must be to come wherever the example is looked at. */
const soon = addDays(casablancaDate(Temporal.Now.instant()), 12).toString();
const asked: Omit<FamilyCase, 'names'> = {
  ...{
    id: '0192f000-0000-7000-8000-0000000000c1',
    scheme: 'students',
    from: '2025-09-01',
    to: null,
    state: 'to_review' as const,
  },
  ...{ answerUntil: soon, answer: null, contestUntil: null, stands: null, standsFrom: null },
  ...{ organisms: ['um5-rabat'], words: null },
};
const contestable = { ...asked, id: '0192f000-0000-7000-8000-0000000000c2', scheme: 'cnss', state: 'confirmed' as const };

const imane = { fr: { given: 'Imane', family: 'Azeroual' }, ar: { given: 'إيمان', family: 'أزروال' } };
const called = (language: Language) => (language === 'ar' ? { ar: imane.ar } : { fr: imane.fr });

const answers = (state: 'held' | 'registered', found: Omit<FamilyCase, 'names'>) => (language: Language) => ({
  ...fileExample.of({ state, steps: [] })(language),
  'coverage.cases-of-family': { cases: [{ ...found, names: called(language) }] },
});

const at = { path: `/file/${fileExample.id}`, as: 'counter-agent' } as const;
const open = { waitFor: 'section.steps .buttons button', click: 'section.steps .buttons button' } as const;

export const examples: readonly Example[] = [
  { name: 'file-cover-asked', ...at, waitFor: open.waitFor, answers: answers('held', asked) },
  { name: 'file-cover-answer', ...at, ...open, answers: answers('held', asked) },
  {
    ...{ name: 'file-cover-contest', ...at, ...open },
    answers: answers('registered', { ...contestable, contestUntil: soon, standsFrom: '2026-11-20' }),
  },
];
