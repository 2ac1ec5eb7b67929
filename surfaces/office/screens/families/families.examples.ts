import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';
import type { Family } from './family-view.tsx';

const NUMBER = '261000000016';
const at = '2026-11-20T10:00:00Z';
const id = (last: number) => `0192f000-0000-7000-8000-00000000000${last}`;

/** Invented persons in the script of the reader. */
function names(language: Language, fr: readonly [string, string], ar: readonly [string, string]) {
  const [given, family] = language === 'ar' ? ar : fr;
  return language === 'ar' ? { ar: { given, family } } : { fr: { given, family } };
}

const clear = { state: 'clear', askedAt: at, answeredAt: at, covers: [] } as const;
const overlap = {
  ...({ state: 'overlap', askedAt: at, answeredAt: at } as const),
  covers: [{ scheme: 'cnss', role: 'dependant', from: '2024-05-01' }],
} as const;

/** A spouse whom another scheme covers. */
function covered(language: Language): Family['events'] {
  const proof = { kind: 'marriage-act', number: '40/2026' };
  const who = { kind: 'marriage', names: names(language, ['Salma', 'Idrissi'], ['سلمى', 'الإدريسي']) } as const;
  return [
    {
      event: id(7),
      ...who,
      happenedOn: '2026-11-03',
      proof,
      cover: { ...overlap, covers: [...overlap.covers] },
      reportedBy: 'counter',
      reportedAt: at,
      state: 'reported',
    },
  ];
}

function events(language: Language): Family['events'] {
  const proof = { kind: 'birth-certificate', number: '118/2026' };
  const born = {
    kind: 'birth',
    happenedOn: '2026-11-02',
    names: names(language, ['Ilyas', 'Amrani'], ['إلياس', 'العمراني']),
  } as const;
  return [
    { event: id(8), ...born, proof, cover: { ...clear, covers: [] }, reportedBy: 'family', reportedAt: at, state: 'reported' },
    {
      ...{
        event: id(9),
        kind: 'studies',
        happenedOn: '2026-09-15',
        names: names(language, ['Yassine', 'Amrani'], ['ياسين', 'العمراني']),
      },
      ...{ proof: { kind: 'school-certificate', number: '77' }, reportedBy: 'counter', reportedAt: at, state: 'accepted' },
      ...{ settledAt: at, reason: language === 'ar' ? 'شهادة الموسم' : 'Certificat de la saison' },
    },
  ];
}

function family(language: Language, more: Partial<Family> = {}): { family: Family } {
  const member = { sex: 'F' as const, isIn: true, since: '2026-03-15' };
  return {
    family: {
      ...{ registration: NUMBER, request: id(1), category: 'vulnerable', registeredOn: '2026-03-15', territory: '05.081.01.03' },
      rights: [{ state: 'open', from: '2026-03-15', to: '2027-03-14', reason: 'contribution-paid' }],
      members: [
        {
          ...{ ...member, person: id(2), ref: 1, birthDate: '1982-02-01', entitledBy: 'applicant' },
          names: names(language, ['Fatima Zahra', 'Benali'], ['فاطمة الزهراء', 'بنعلي']),
        },
        {
          ...{ ...member, person: id(3), ref: 2, sex: 'M', birthDate: '2005-06-11', entitledBy: 'studying-child' },
          ...{ names: names(language, ['Yassine', 'Amrani'], ['ياسين', 'العمراني']), until: '2032-06-10', endsBy: 'student-age' },
        },
      ],
      events: events(language),
      ...more,
    },
  };
}

function waiting(language: Language): QuestionOutput<'entitlements.waiting-life-events'> {
  const own = { registration: NUMBER, request: id(1), territory: '05.081.01.03' };
  return {
    events: events(language)
      .slice(0, 1)
      .map((event) => ({ ...event, ...own })),
  };
}

function renewals(language: Language): QuestionOutput<'entitlements.waiting-renewals'> {
  const own = { registration: NUMBER, request: id(5), number: '264000000141', territory: '05.081.01.03' };
  return {
    renewals: [
      { ...own, askedOn: '2026-11-12', state: 'checking', names: names(language, ['Driss', 'Ouali'], ['إدريس', 'والي']) },
    ],
    more: false,
  };
}

/** What the family sent to prove the birth: a photo, and another that is still being looked at. */
const sent: QuestionOutput<'documents.papers-on-file'> = {
  pages: (['clean', 'to-be-scanned'] as const).map((scan, place) => ({
    ...{ id: id(place + 1), kind: 'birth-certificate', checksum: 'c'.repeat(64), mediaType: 'image/jpeg', bytes: 180_000 },
    ...{ sheets: 1, scan, keptAt: at },
  })),
  promised: [],
};
const page = { path: '/families', as: 'registration-officer' } as const;
const typed = [...NUMBER, 'Enter'];
const answers = (language: Language) => ({
  'entitlements.waiting-life-events': waiting(language),
  'entitlements.waiting-renewals': renewals(language),
  'entitlements.family-over-time': family(language),
  'entitlements.newcomer-of-event': { differs: [], elsewhere: [] },
  'documents.papers-on-file': sent,
});
const salma = (language: Language) => names(language, ['Salma', 'Ouali'], ['سلمى', 'والي']);

function married(language: Language): Family['events'][number] {
  const proof = { kind: 'marriage-act', number: '40/2026' };
  return {
    ...{ event: id(6), kind: 'marriage', happenedOn: '2026-11-01', names: salma(language), birthDate: '2006-03-02', proof },
    ...{ reportedBy: 'counter', reportedAt: at, state: 'reported' },
  };
}

/** A spouse who has rights with her parents, and whose sex was typed wrong. */
function elsewhere(language: Language): QuestionOutput<'entitlements.newcomer-of-event'> {
  const own = { registration: '261000000024', request: id(7), territory: '05.081.01.05', since: '2026-01-20' };
  return {
    differs: ['sex'],
    elsewhere: [
      {
        ...{ ...own, entitledBy: 'dependent-child', leavings: ['child-marriage', 'departure'] },
        names: salma(language),
      },
    ],
  };
}
/** A given name that was misread and a birth year a digit off, told by the family with a photo of the birth certificate. */
function misread(language: Language): Family['events'][number] {
  const was = {
    names: { fr: { given: 'Yasine', family: 'Amrani' }, ar: { given: 'ياسين', family: 'العمراني' } },
    ...{ sex: 'M' as const, birthDate: '2005-06-11' },
  };
  const now = {
    ...was,
    names: { ...was.names, fr: { given: 'Yassine', family: 'Amrani' } },
    birthDate: '2006-06-11',
    cnie: 'IC40127',
  };
  return {
    ...{
      event: id(4),
      kind: 'correction',
      happenedOn: '2026-11-20',
      names: names(language, ['Yasine', 'Amrani'], ['ياسين', 'العمراني']),
    },
    ...{ birthDate: was.birthDate, correction: { was, now, fields: ['names.fr.given', 'birthDate', 'cnie'] } },
    ...{ proof: { kind: 'identity-paper', number: '204/2006' }, reportedBy: 'family', reportedAt: at, state: 'reported' },
  };
}
const none = {
  'entitlements.waiting-life-events': { events: [] },
  'entitlements.waiting-renewals': { renewals: [], more: false },
};
const suspended = {
  rights: [{ state: 'suspended', from: '2026-11-20', to: '2027-03-14', reason: 'papers-doubted' }],
  events: [],
};

export const examples: readonly Example[] = [
  { name: 'families', ...page, answers },
  { name: 'families-none', ...page, answers: () => none },
  { name: 'families-loading', ...page, answers: () => ({ ...none, 'entitlements.waiting-life-events': 'loading' }) },
  { name: 'families-no-network', ...page, answers: () => ({ ...none, 'entitlements.waiting-life-events': 'no-network' }) },
  { name: 'families-counter', ...page, as: 'counter-agent', answers },
  { name: 'families-one', ...page, answers, press: typed },
  { name: 'families-unknown', ...page, answers: () => ({ 'entitlements.family-over-time': {} }), press: typed },
  {
    name: 'families-suspended',
    ...page,
    answers: (language) => ({ 'entitlements.family-over-time': family(language, suspended) }),
    press: typed,
  },
  { name: 'families-accept', ...page, answers, press: typed, click: '.family-events .buttons button:first-child' },
  {
    name: 'families-accept-elsewhere',
    ...page,
    answers: (language) => ({
      ...answers(language),
      'entitlements.family-over-time': family(language, { events: [married(language)] }),
      'entitlements.newcomer-of-event': elsewhere(language),
    }),
    press: typed,
    click: '.family-events .buttons button:first-child',
  },
  {
    name: 'families-accept-covered',
    ...page,
    answers: (language) => ({ 'entitlements.family-over-time': family(language, { events: covered(language) }) }),
    press: typed,
    click: '.family-events .buttons button:first-child',
  },
  {
    ...{ name: 'families-accept-correction', ...page, press: typed, click: '.family-events .buttons button:first-child' },
    answers: (language) => ({
      ...answers(language),
      'entitlements.family-over-time': family(language, { events: [misread(language)] }),
    }),
  },
  { name: 'families-renew', ...page, answers, press: typed, click: 'article > .buttons button:nth-child(2)' },
  { name: 'families-suspend', ...page, answers, press: typed, click: 'article > .buttons button:nth-child(3)' },
  { name: 'families-report', ...page, answers, press: typed, click: 'article > .buttons button:nth-child(1)' },
];
