import type { Language } from '#platform/i18n';
import type { OutboxView, Standing } from '../../offline/index.ts';
import type { Example } from '../../testing/example.ts';
import { headNames } from '../sittings/sittings.examples.ts';
import type { Enquiry } from './enquiry-standing.tsx';

const ID = '0192f000-0000-7000-8000-0000000000e1';

function enquiry(language: Language, over: Partial<Enquiry> = {}): Enquiry {
  const isArabic = language === 'ar';
  return {
    ...{ id: ID, application: '0192f000-0000-7000-8000-000000000001', number: '202600000111', names: headNames(language, 0) },
    ...{
      territory: '05.081.01.03',
      question: isArabic ? 'كم شخصا يعيش في هذا البيت؟' : 'Combien de personnes vivent dans ce logement ?',
    },
    ...{ points: ['dwelling', 'persons'], askedAt: '2026-11-20T10:00:00Z', dueOn: '2026-12-05', days: 8, clock: 'normal' },
    ...over,
  } as Enquiry;
}

function answered(language: Language): Enquiry {
  const isArabic = language === 'ar';
  return enquiry(language, {
    answer: {
      ...{ at: '2026-11-27T10:00:00Z', met: isArabic ? 'فاطمة أمهاوش' : 'Fatima Amhaouch', visitedOn: '2026-11-26' },
      findings: [
        { point: 'dwelling', found: 'as-declared' },
        { point: 'persons', found: 'not-as-declared', words: isArabic ? 'ستة أشخاص' : 'Six personnes' },
      ],
      words: isArabic ? 'سكن من غرفتين.' : 'Un logement de deux pièces.',
    },
  });
}

const late = (language: Language) =>
  enquiry(language, {
    id: '0192f000-0000-7000-8000-0000000000e2',
    dueOn: '2026-11-24',
    clock: 'late',
    names: headNames(language, 2),
  });
const open = (language: Language) => ({ 'commissions.enquiries': { enquiries: [late(language), enquiry(language)] } });

function waiting(language: Language, standing: Standing = { state: 'waiting', tries: 0, failures: 0 }): OutboxView {
  const work = {
    does: 'deed',
    deed: 'commissions.answer-enquiry',
    input: { enquiry: ID, findings: [], met: '', visitedOn: '2026-11-26', words: '' },
  } as const;
  const item = {
    ...{ id: 'item', seq: 1, author: { agent: 'agent', post: 'post' }, madeAt: '2026-11-27T09:30:00Z', waitsFor: [], work },
    ...{ label: language === 'ar' ? 'حسن أوبلا' : 'Hassan Oubella', file: 'application:0192f000-0000-7000-8000-000000000001' },
  };
  return {
    entries: [{ item, standing }],
    damaged: [],
    counts: { unsent: 1, refused: 0, broken: 0, bytes: 0 },
    lastArrival: undefined,
  };
}

const at = { path: '/enquiries', as: 'field-agent' } as const;
const one = { path: `/enquiries/${ID}`, as: 'field-agent' } as const;

export const examples: readonly Example[] = [
  { name: 'enquiries', ...at, answers: open },
  {
    name: 'enquiries-answered',
    ...at,
    path: '/enquiries/answered',
    answers: (l) => ({ 'commissions.enquiries': { enquiries: [answered(l)] } }),
  },
  { name: 'enquiries-empty', ...at, answers: () => ({ 'commissions.enquiries': { enquiries: [] } }) },
  {
    name: 'enquiries-kept',
    ...at,
    answers: (language) => ({ 'commissions.enquiries': { kept: open(language)['commissions.enquiries'] } }),
  },
  { name: 'enquiries-failed', ...at, answers: () => ({ 'commissions.enquiries': 'no-network' }) },
  { name: 'enquiries-loading', ...at, answers: () => ({ 'commissions.enquiries': 'loading' }) },
  { name: 'enquiry', ...one, answers: open },
  { name: 'enquiry-missing', ...one, answers: open, press: ['Control+Enter'] },
  { name: 'enquiry-not-as-declared', ...one, answers: open, click: '.choices label:nth-of-type(2) input' },
  { name: 'enquiry-waits', ...one, answers: open, kept: (language) => ({ view: waiting(language) }) },
  {
    name: 'enquiry-refused',
    ...one,
    answers: open,
    kept: (language) => ({
      view: waiting(language, {
        state: 'refused',
        tries: 1,
        failures: 0,
        refusal: { refused: 'visit-not-possible', facts: { from: '2026-11-20', to: '2026-11-28' } },
      }),
    }),
  },
  {
    name: 'enquiry-just-arrived',
    ...one,
    answers: open,
    kept: (language) => ({ view: waiting(language, { state: 'acknowledged', tries: 1, failures: 0, output: { enquiry: ID } }) }),
  },
  { name: 'enquiry-seen-by-secretary', ...one, as: 'commission-secretary', answers: open },
  {
    name: 'enquiry-answered',
    ...one,
    answers: (language) => ({
      'commissions.enquiries': (input) => ({ enquiries: input.open === false ? [answered(language)] : [] }),
    }),
  },
];
