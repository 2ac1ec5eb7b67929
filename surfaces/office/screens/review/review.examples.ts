import type { Declaration } from '#modules/eligibility';
import type { Language } from '#platform/i18n';
import type { Draft } from '../../client/drafts.ts';
import type { Example } from '../../testing/example.ts';
import type { EntryDraft } from '../entry/use-entry.ts';
import { draftOfDossier } from './review-draft.ts';

const NUMBER = '202600012341';

const home = {
  dwelling: {
    ...{ kind: 'modern_house', tenure: 'rented', rooms: 2, kitchen: true, toilet: true, bath: false, running_water: true },
    ...{ electricity: true, own_meter: false, garage: false },
  },
  equipment: { mobile_phones: 2, landlines: 0, computers: 0, dishes: 1, motorcycles: 0, cars: 0 },
  resources: { income_year: 18000, transfers_year: 0, bank_loan: false },
  spending_year: { butane: 600, water_electricity: 1200, phone_internet: 400 },
  assets: { second_home: false, business_premises: false, non_farm_land: false, licence_rent: false },
  no_other_cover_declared: true,
};

/** An invented family of three as it filled in the form on line, in the script of the reader. */
function declarationOf(language: Language): Declaration {
  return {
    ...{ schema: 'ramed.declaration/1', filed_on: '2026-11-20', commune: '05.081.01.01', milieu: 'urban', nuclei: 1 },
    ...home,
    members: personsOf(language).map((person, index) => ({ ref: index + 1, ...person })),
    no_other_cover_declared: true,
  } as unknown as Declaration;
}

function personsOf(language: Language) {
  const [script, head, spouse, child, family] =
    language === 'ar'
      ? (['ar', 'حسن', 'فاطمة', 'يوسف', 'أوبلا'] as const)
      : (['fr', 'Hassan', 'Fatima', 'Youssef', 'Oubella'] as const);
  const named = (given: string) => ({ names: { [script]: { family, given } }, other_cover: null, disabled: false });
  const grown = { marital_status: 'married', education: 'basic', literate: true, schooling: 'none' };
  const working = { occupation: 'labourer', earns: true };
  const atHome = { occupation: 'none', earns: false };
  return [
    { relation: 'head', sex: 'M', birth_date: '1985-03-31', cnie: 'IC123456', ...named(head), ...grown, ...working },
    { relation: 'spouse', sex: 'F', birth_date: '1990-04-12', cnie: 'IC654321', ...named(spouse), ...grown, ...atHome },
    { relation: 'child', sex: 'M', birth_date: '2015-09-02', ...named(child), schooling: 'public' },
  ];
}

function dossier(language: Language, changes: Partial<EntryDraft> = {}): Draft {
  const contact = { phone: '+212612345678', wants_notices: true };
  const read = { number: NUMBER, language, declaration: declarationOf(language), contact };
  const draft = draftOfDossier('dossier', read, Date.UTC(2026, 10, 27, 10, 15));
  return { ...draft, content: { ...(draft.content as EntryDraft), ...changes } };
}

const file = (declaration: Declaration, state: string) =>
  ({ file: { id: 'one', number: NUMBER, state, declaration, passages: [] } }) as never;

/** What the server has: another income and one telephone more, as a colleague corrected them. */
function corrected(language: Language): Declaration {
  const declaration = declarationOf(language);
  return { ...declaration, resources: { ...declaration.resources, income_year: 24000 }, nuclei: 2 };
}

const answers =
  (serverHas: (language: Language) => Declaration, state = 'filed') =>
  (language: Language) =>
    ({
      'applications.find-files': { understood: [], files: [{ id: 'one', number: NUMBER }], more: false } as never,
      'applications.one-file': file(serverHas(language), state),
    }) as const;

const noNetwork = () => ({ 'applications.find-files': 'no-network' }) as const;
const review = { path: '/review/dossier', as: 'counter-agent', drafts: (language: Language) => [dossier(language)] } as const;
const ready = (language: Language) => [
  dossier(language, {
    seen: ['you', 'family', 'dwelling', 'means', 'cover'],
    isDeclared: true,
    papersSeen: ['applicant-identity'],
  }),
];
const filed = {
  ...{ application: 'one', number: NUMBER, territory: '05.081.01.01', receivedAt: '2026-11-27T10:20:00.000Z' },
  ...{ digest: '', filedOn: '2026-11-20', deposit: 'stated' },
} as const;
const press = ['Control+Enter'];
const filing = 'applications.file-at-counter';
const done = { [filing]: { state: 'done', output: filed } } as const;

export const examples: readonly Example[] = [
  { name: 'review', ...review, answers: answers(declarationOf) },
  { name: 'review-no-network', ...review, answers: noNetwork },
  { name: 'review-loading', ...review, answers: () => ({ 'applications.find-files': 'loading' }) },
  { name: 'review-differences', ...review, answers: answers(corrected) },
  { name: 'review-moved-on', ...review, answers: answers(declarationOf, 'scheduled') },
  { name: 'review-seen', ...review, answers: noNetwork, press: ['Space', 'Space', 'Space'] },
  { name: 'review-correct', ...review, answers: noNetwork, press: ['Space', 'c'] },
  { name: 'review-unseen', ...review, answers: noNetwork, press },
  { name: 'review-gone', ...review, drafts: () => [], answers: noNetwork },
  { name: 'review-filed', ...review, drafts: ready, answers: answers(declarationOf), press, deeds: done },
  { name: 'review-waits', ...review, drafts: ready, answers: noNetwork, press, deeds: { [filing]: { state: 'waiting' } } },
  { name: 'scan', ...review, answers: noNetwork, press: ['F4'] },
  { name: 'scan-slip', ...review, answers: noNetwork, press: ['F4', '1', '2', 'Enter'] },
];
