import type { Language } from '#platform/i18n';
import type { Draft } from '../../client/drafts.ts';
import type { Example } from '../../testing/example.ts';
import type { Candidate } from './reasons.tsx';
import type { EntryDraft } from './use-entry.ts';

/** An invented family of three as it is being typed, in the script of the reader. */
function family(language: Language): EntryDraft {
  const [script, head, spouse, child, name] =
    language === 'ar'
      ? (['ar', 'حسن', 'فاطمة', 'يوسف', 'أوبلا'] as const)
      : (['fr', 'Hassan', 'Fatima', 'Youssef', 'Oubella'] as const);
  const named = (given: string) => ({ [`names.${script}.given`]: given, [`names.${script}.family`]: name });
  const texts = {
    birth: { birth_date: '31 3 1985', sex: 'M', cnie: 'IC123456' },
    name: named(head),
    status: { marital_status: 'married', disabled: 'no' },
    work: { education: 'basic', literate: 'yes', occupation: 'labourer', earns: 'yes' },
    province: { province: '05.081' },
    commune: { commune: '05.081.01.01' },
    contact: { 'contact.phone': '0612345678', 'contact.wants_notices': 'yes' },
    'identity/2': { relation: 'spouse', ...named(spouse), birth_date: '12041990', sex: 'F', cnie: 'IC654321' },
    'situation/2': {
      marital_status: 'married',
      education: 'none',
      literate: 'no',
      occupation: 'none',
      earns: 'no',
      disabled: 'no',
    },
    'identity/3': { relation: 'child', ...named(child), birth_date: '02092015', sex: 'M' },
    dwelling: { 'dwelling.kind': 'modern_house', 'dwelling.tenure': 'rented', 'dwelling.rooms': '2', nuclei: '1' },
    comforts: { dwelling: ['kitchen', 'toilet', 'electricity'] },
  };
  return { typed: { people: 3, texts }, papersSeen: ['applicant-identity', 'adult-identity'], isDeclared: false, notTheSame: [] };
}

const draftOf = (language: Language): Draft => ({
  id: 'begun',
  kind: 'entry',
  label: language === 'ar' ? 'حسن أوبلا' : 'Hassan Oubella',
  changedAt: Date.UTC(2026, 10, 27, 10, 15),
  content: family(language),
});

const whole = (language: Language): Draft => {
  const draft = family(language);
  const texts = {
    ...draft.typed.texts,
    work: { ...draft.typed.texts.work, schooling: 'none' },
    'situation/2': { ...draft.typed.texts['situation/2'], schooling: 'none' },
    'situation/3': { schooling: 'public', disabled: 'no' },
    equipment: Object.fromEntries(
      ['mobile_phones', 'landlines', 'computers', 'dishes', 'motorcycles', 'cars'].map((thing) => [`equipment.${thing}`, '1']),
    ),
    income: { 'resources.income_year': '18000', 'resources.transfers_year': '0', 'resources.bank_loan': 'no' },
    spending: { 'spending_year.butane': '600', 'spending_year.water_electricity': '1200', 'spending_year.phone_internet': '400' },
    cover: { other_cover: 'no' },
  };
  return { ...draftOf(language), content: { ...draft, typed: { people: 3, texts }, isDeclared: true } };
};

/** A file of the register that looks like the family: the same telephone and a namesake, another card. */
function candidate(language: Language): Candidate {
  const names = language === 'ar' ? { ar: { given: 'حسن', family: 'أوبلا' } } : { fr: { given: 'Hassan', family: 'Oubela' } };
  const members = [{ ref: 1, relation: 'head', sex: 'M', birth_date: '1985-11-02', names, cnie: 'IC777888' }];
  return {
    ...{
      id: 'other',
      number: '260000054321',
      kind: 'new',
      state: 'checking',
      since: '2026-10-02T09:00:00Z',
      territory: '05.081.01.01',
    },
    ...{
      filedOn: '2026-10-02',
      names,
      birthDate: '1985-11-02',
      reasons: [{ why: 'phone' }, { why: 'name-and-birth-year', ref: 1 }],
    },
    declaration: { members } as never,
    contact: { phone: '+212612345678', address: null },
  };
}

const told = {
  state: 'done',
  output: { standing: 'other-name', names: { fr: { given: 'Hassane', family: 'Oubela' } } },
} as const;
const entry = {
  as: 'counter-agent',
  answers: (language: Language) => ({ 'applications.likely-the-same': { candidates: [candidate(language)], more: false } }),
} as const;
const typing = { ...entry, path: '/new/begun' } as const;
const filed = {
  application: 'begun',
  number: '260000012345',
  territory: '05.081.01.01',
  receivedAt: '2026-11-27T10:20:00.000Z',
  digest: '',
  filedOn: '2026-11-27',
  deposit: 'stated',
} as const;

export const examples: readonly Example[] = [
  { name: 'entry-start-empty', ...entry, path: '/new' },
  { name: 'entry-start', ...entry, path: '/new', drafts: (language) => [draftOf(language)] },
  {
    name: 'entry-start-give-up',
    ...entry,
    path: '/new',
    drafts: (language) => [draftOf(language)],
    press: ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter'],
  },
  { name: 'entry-empty', ...typing },
  { name: 'entry-family', ...typing, drafts: (language) => [draftOf(language)] },
  {
    name: 'entry-warned',
    ...typing,
    drafts: (language) => [draftOf(language)],
    deeds: { 'verifications.ask-identity': told },
    waitFor: '.entry-likely',
  },
  {
    name: 'entry-compare',
    ...typing,
    drafts: (language) => [draftOf(language)],
    waitFor: '.entry-likely',
    press: ['F9'],
  },
  { name: 'entry-faults', ...typing, drafts: (language) => [draftOf(language)], press: ['Control+Enter'] },
  { name: 'entry-waits', ...typing, drafts: (language) => [whole(language)], press: ['Control+Enter'] },
  {
    name: 'entry-filed',
    ...typing,
    drafts: (language) => [whole(language)],
    deeds: { 'applications.file-at-counter': { state: 'done', output: filed } },
    press: ['Control+Enter'],
  },
  {
    name: 'entry-refused',
    ...typing,
    drafts: (language) => [whole(language)],
    deeds: {
      'applications.file-at-counter': {
        state: 'refused',
        module: 'applications',
        refusal: { refused: 'open-request', facts: { known: 'here', number: '260000012345' } },
      },
    },
    press: ['Control+Enter'],
  },
];
