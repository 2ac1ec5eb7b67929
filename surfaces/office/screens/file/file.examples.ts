import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';
import { differencesExample } from '../verification/verification.examples.ts';
import type { FileView } from './file-view.ts';

const ID = '0192f000-0000-7000-8000-000000000001';

const people = {
  head: { fr: { family: 'Amrani', given: 'Itto' }, ar: { family: 'عمراني', given: 'إيطو' } },
  spouse: { fr: { family: 'Oubella', given: 'Saïd' }, ar: { family: 'أوبلا', given: 'سعيد' } },
  child: { fr: { family: 'Oubella', given: 'Rkia' }, ar: { family: 'أوبلا', given: 'رقية' } },
} as const;

const declaration = {
  schema: 'ramed.declaration/1',
  filed_on: '2026-11-12',
  commune: '05.081.01.03',
  milieu: 'urban',
  no_other_cover_declared: true,
  nuclei: 1,
  members: [
    {
      ...{ ref: 1, relation: 'head', names: people.head, sex: 'F', birth_date: '1984-03-12', cnie: 'IC12345' },
      ...{
        marital_status: 'married',
        schooling: 'none',
        education: 'none',
        literate: false,
        occupation: 'none',
        earns: false,
      },
    },
    {
      ...{ ref: 2, relation: 'spouse', names: people.spouse, sex: 'M', birth_date: '1980-07-01', cnie: 'IC54321' },
      ...{ marital_status: 'married', schooling: 'none', earns: true },
    },
    { ref: 3, relation: 'child', names: people.child, sex: 'F', birth_date: '2015-05-20', schooling: 'public' },
  ],
  dwelling: { kind: 'room', tenure: 'rented', rooms: 2, electricity: true, running_water: false },
  resources: { income_year: 14_400, transfers_year: 0, bank_loan: false },
} as unknown as FileView['declaration'];

function file(over: Partial<FileView> = {}): FileView {
  return {
    ...{ id: ID, number: '202600001413', kind: 'new', state: 'filed', since: '2026-11-12T09:00:00Z', territory: '05.081.01.03' },
    ...{ filed_on: '2026-11-12', names: people.head, proposal: null, outcome: null, closed_for: null, declaration, next: [] },
    passages: [
      { from: null, to: 'filed', deed: 'submit', at: '2026-11-12T09:00:00Z', actor: 'citizen', reason: null },
      {
        from: 'filed',
        to: 'incomplete',
        deed: 'ask-for-papers',
        at: '2026-11-13T10:00:00Z',
        actor: 'agent:1',
        reason: 'salary-certificate',
      },
      { from: 'incomplete', to: 'filed', deed: 'complete', at: '2026-11-20T11:00:00Z', actor: 'agent:1', reason: null },
    ],
    steps: ['accept-papers', 'ask-for-papers', 'add-papers', 'correct'],
    ...over,
  };
}

const page = (id: string, kind: string, over: object = {}) => ({
  ...{ id, kind, checksum: 'c'.repeat(64), mediaType: 'image/jpeg' as const, bytes: 180_000, sheets: 1, scan: 'clean' as const },
  ...{ keptAt: '2026-11-12T09:00:00Z', ...over },
});

const papers: QuestionOutput<'documents.papers-on-file'> = {
  pages: [
    page('a', 'applicant-identity'),
    page('b', 'applicant-identity', {
      takenBack: { at: '2026-11-13T09:00:00Z', by: 'agent:1', reason: 'unreadable' },
    }),
    page('c', 'residence-certificate', { scan: 'to-be-scanned' }),
  ],
  promised: [],
};

const checks: QuestionOutput<'verifications.checks-of-request'> = {
  checks: [
    {
      ...{ partner: 'dgsn', state: 'answered', asked_at: '2026-11-20T11:00:00Z', answered_at: '2026-11-20T11:01:00Z' },
      ...{ source_date: '2026-11-19T00:00:00Z', differences: [] },
      answers: [
        { ref: 1, kind: 'identity', found: true, names: people.head, birthDate: '1983-03-12', sex: 'F', vitalStatus: 'alive' },
        { ref: 2, kind: 'identity', found: false },
      ],
    },
    {
      ...{ partner: 'cnss', state: 'silent', asked_at: '2026-11-20T11:00:00Z', answered_at: null, source_date: null },
      ...{ answers: null, differences: [] },
    },
  ],
};

const assessment = {
  formula: { id: 'ramed-2008', version: 1, digest: 'f'.repeat(64), status: 'illustrative' },
  ...{ branch: 'urban', outcome: 'vulnerable', score: 3_200, scores: [], missing: [], nearLimit: true },
  conditions: [
    { key: 'income', value: 4_800, operator: '<', limit: 5_650, unit: 'dirhams', met: true, near: true, status: 'official' },
    {
      key: 'living_conditions',
      value: 12,
      operator: '<=',
      limit: 11,
      unit: 'points',
      met: false,
      near: true,
      status: 'illustrative',
    },
    { key: 'patrimony', value: null, operator: '<=', limit: 70, unit: 'points', met: null, near: false, status: 'illustrative' },
  ],
  favourable: [{ score: 'income', label: 'region', amount: -1 }],
  unfavourable: [{ score: 'income', label: 'cars', amount: 1 }],
  sentence: { key: 'sentence.income', facts: {} },
};

const scored: QuestionOutput<'applications.assessment-of-file'> = {
  assessment: {
    ...{ formula: 'ramed-2008', formula_digest: 'f', input_digest: 'i', result_digest: 'r', assessed_at: '2026-11-21T09:00:00Z' },
    result: JSON.stringify(assessment),
  },
};

const versions: QuestionOutput<'applications.versions-of-request'> = {
  versions: [
    { version: 1, at: '2026-11-12T09:00:00Z', by: 'citizen', post: null, reason: null, digest: 'a', changes: [] },
    {
      ...{ version: 2, at: '2026-11-20T12:00:00Z', by: 'agent:1', post: 'p', digest: 'b', reason: '2026' },
      changes: [{ place: 'members[0].birth_date', from: '1984-03-21', to: '1984-03-12' }],
    },
  ],
};

const readers = (language: Language): QuestionOutput<'staff.readers-of-file'> => ({
  lines: [
    {
      ...{
        at: '2026-11-21T10:00:00Z',
        subject: `application:${ID}`,
        territory: '05.081',
        question: 'applications.one-file',
        shown: 1,
        ...{ told: null, post: null },
      },
      who: {
        actor: 'agent:1',
        nameFr: language === 'ar' ? 'سميرة الإدريسي' : 'Samira El Idrissi',
        nameAr: 'سميرة الإدريسي',
      } as never,
    },
  ],
});

const printings: QuestionOutput<'applications.printings-of-file'> = {
  printings: [{ paper: 'receipt', at: '2026-11-12T09:05:00Z', by: 'agent:1' }],
};

const digest = (letter: string) => letter.repeat(64);
const equal = (proof: string, kept: string) => ({ proof, verdict: 'equal', kept, remade: kept, apart: [] });

/** One decision that proves equal, and one that somebody touched. */
const replayed = {
  found: {
    ...{ application: ID, number: '202600001413', territory: '05.081.01.03' },
    decisions: [
      {
        ...{ kind: 'cpl', sitting: '202690000412', heldOn: '2023-11-28', territory: '05.081.01.03', outcome: 'refused' },
        ...{ reason: 'as-scored', isProven: true },
        proofs: [
          equal('law', digest('a')),
          equal('score', digest('b')),
          equal('quorum', '{"needed":3,"present":4,"reached":true}'),
          equal('minutes', digest('c')),
          { ...equal('printing', '{"journal":[],"printed":[]}'), note: 'never-printed' },
        ],
      },
      {
        ...{ kind: 'cpp', sitting: '202690000520', heldOn: '2024-02-06', territory: '05.081', outcome: 'upheld' },
        ...{ reason: 'as-scored', appeal: '202470000114', isProven: false },
        proofs: [
          { ...equal('score', digest('b')), note: 'own-assessment' },
          {
            ...{ proof: 'presence', verdict: 'different', kept: digest('d'), remade: digest('e') },
            apart: [{ place: '[0].at', kept: '2024-02-06T09:05:00Z', remade: '2024-02-06T09:35:00Z' }],
          },
          { proof: 'printing', verdict: 'unknown', kept: digest('1'), remade: digest('2'), note: 'another-form', apart: [] },
        ],
      },
    ],
  },
} as unknown as QuestionOutput<'commissions.replay-decision'>;

const answersOf = (shown: FileView) => (language: Language) => ({
  'applications.one-file': { file: shown },
  'applications.papers-asked': {
    asked: {
      askedAt: '2026-11-13T10:00:00Z',
      papers: ['salary-certificate'],
      note: language === 'ar' ? 'أقل من ثلاثة أشهر' : 'De moins de trois mois',
    },
  },
  'documents.papers-on-file': papers,
  'verifications.checks-of-request': checks,
  'verifications.differences-of-request': differencesExample,
  'applications.assessment-of-file': scored,
  'applications.versions-of-request': versions,
  'staff.readers-of-file': readers(language),
  'applications.printings-of-file': printings,
  'commissions.replay-decision': replayed,
});

const unproven = { found: { application: ID, number: '202600001413', territory: '05.081', decisions: [] } };
const newer = {
  ...{ application: `${ID.slice(0, -1)}2`, number: '202690001411', territory: '05.081.01.03', askedOn: '2026-11-03' },
  isUnderWay: true,
};

const renewed = answersOf(file({ state: 'registered', steps: [] }));

const at = { path: `/file/${ID}`, as: 'counter-agent' } as const;
const whole = answersOf(file());
/** The same file for the screen of its papers, and in other states. */
export const fileExample = { id: ID, answers: whole, of: (over: Partial<FileView>) => answersOf(file(over)) };
const conflict = {
  state: 'refused',
  module: 'applications',
  refusal: {
    refused: 'changed-meanwhile',
    facts: {
      answers: 1,
      conflicts: JSON.stringify([
        { place: 'members[0].birth_date', theirs: '1983-03-12', yours: '1985-03-12', at: '2026-11-26T09:00:00Z' },
      ]),
    },
  },
} as const;

export const examples: readonly Example[] = [
  { name: 'file', ...at, answers: whole },
  {
    name: 'file-incomplete',
    ...at,
    answers: answersOf(file({ state: 'incomplete', steps: ['complete', 'add-papers', 'correct'] })),
  },
  {
    name: 'file-decided',
    ...at,
    as: 'auditor',
    answers: answersOf(file({ state: 'closed', proposal: 'vulnerable', outcome: 'refused', closed_for: 'refused', steps: [] })),
  },
  {
    name: 'file-sent-back',
    ...at,
    answers: (language) => ({
      ...answersOf(file({ state: 'discordant', steps: ['add-papers', 'correct'] }))(language),
      'entitlements.rejections-of-request': {
        rejections: [
          {
            code: 'data-error',
            place: 'persons[1].birth_date',
            note: language === 'ar' ? 'تاريخ الازدياد غير مطابق للعقد' : 'La date ne suit pas l’acte de naissance',
            at: '2026-11-20T10:00:00Z',
          },
        ],
      },
    }),
  },
  { name: 'file-renewed', ...at, answers: (language) => ({ ...renewed(language), 'entitlements.newer-request': { newer } }) },
  { name: 'file-correct', ...at, answers: whole, press: ['c'] },
  {
    name: 'file-conflict',
    ...at,
    answers: whole,
    deeds: { 'applications.correct-request': conflict } as never,
    press: ['c', 'ArrowDown', 'Tab', 'Tab', 'a', 'b', 'c', 'Tab', 'Enter'],
  },
  { name: 'file-family', ...at, path: `${at.path}/family`, answers: whole },
  { name: 'file-papers', ...at, path: `${at.path}/papers`, answers: whole },
  { name: 'file-checks', ...at, answers: whole, press: ['4'] },
  { name: 'file-score', ...at, answers: whole, press: ['5'] },
  { name: 'file-history', ...at, answers: whole, press: ['6'] },
  { name: 'file-letters', ...at, answers: whole, press: ['7'] },
  { name: 'file-proof', ...at, as: 'auditor', answers: whole, press: ['8'] },
  {
    name: 'file-without-proof',
    ...{ ...at, as: 'auditor' as const, path: `${at.path}/proof` },
    answers: (language) => ({ ...whole(language), 'commissions.replay-decision': unproven }),
  },
  { name: 'file-not-here', ...at, answers: () => ({ 'applications.one-file': {} }) },
  {
    name: 'file-kept',
    ...at,
    answers: (language) => ({ ...whole(language), 'applications.one-file': { kept: { file: file() } } }),
  },
  { name: 'file-failed', ...at, answers: () => ({ 'applications.one-file': 'no-network' }) },
  { name: 'file-loading', ...at, answers: () => ({ 'applications.one-file': 'loading' }) },
];
