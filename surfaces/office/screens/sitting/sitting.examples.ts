import type { Language } from '#platform/i18n';
import type { Entry } from '../../offline/index.ts';
import type { CannedKept, Example } from '../../testing/example.ts';
import type { Room } from './room.ts';

type File = Room['files'][number];
type Ruling = NonNullable<File['ruling']>;

const families = [
  { fr: { family: 'Benali', given: 'Fatima Zahra' }, ar: { family: 'بنعلي', given: 'فاطمة الزهراء' } },
  { fr: { family: 'Oubella', given: 'Saïd' }, ar: { family: 'أوبلا', given: 'سعيد' } },
  { fr: { family: 'Amrani', given: 'Itto' }, ar: { family: 'عمراني', given: 'إيطو' } },
  { fr: { family: 'Aït Lahcen', given: 'Moha' }, ar: { family: 'أيت لحسن', given: 'موحى' } },
] as const;

const said = {
  fr: {
    question: 'Comment vit la famille : logement, eau, électricité ?',
    answer: 'Une pièce en pisé, eau à la borne du douar, pas d’électricité.',
    remark: 'Le mari travaille loin depuis deux ans.',
  },
  ar: {
    question: 'كيف تعيش الأسرة: السكن والماء والكهرباء؟',
    answer: 'غرفة واحدة من الطين، والماء من سقاية الدوار، ولا كهرباء.',
    remark: 'يعمل الزوج بعيدا منذ سنتين.',
  },
} as const;

const sayings = (language: Language) => said[language === 'ar' ? 'ar' : 'fr'];

const aFile = (position: number, over: Partial<File> = {}): File => ({
  ...{ application: `file-${position}`, position, number: `2026000${1000 + position}41` },
  names: families[position % families.length] ?? families[0],
  ...{ birthDate: '1982-03-12', sex: 'F', maritalStatus: 'widowed', milieu: 'rural', persons: 5, children: 4 },
  ...{ territory: '05.081.01.03', filedOn: '2026-10-02', proposal: 'poor', isConcordant: true, isNearLimit: false },
  ...{ formula: 'ramed-2008 · 1', isIllustrative: true },
  conditions: [
    { key: 'patrimony', value: 24.1, limit: 70, unit: 'points', met: true },
    { key: 'patrimony_poor', value: 24.1, limit: 28, unit: 'points', met: true },
    { key: 'living_conditions', value: 5, limit: 6, unit: 'points', met: true },
  ],
  weights: [
    { key: 'rainfed_land', points: 14.4, answer: null },
    { key: 'sheep_goats', points: 8, answer: null },
    { key: 'fruit_trees', points: 5, answer: null },
    { key: 'electricity', points: 2, answer: null },
    { key: 'running_water', points: 1, answer: null },
    { key: 'disabled_member', points: -3.5, answer: null },
  ],
  checks: [
    { partner: 'dgsn', state: 'answered', answeredAt: '2026-11-26T08:00:00Z' },
    { partner: 'cnss', state: 'answered', answeredAt: '2026-11-26T08:00:00Z' },
    { partner: 'cnops', state: 'answered', answeredAt: '2026-11-20T08:00:00Z' },
  ],
  ...{ alerts: [], papers: { present: 7, needed: 7 }, recused: [], writtenOpinions: [] },
  ...over,
});

/** The file with everything that can be said about one. */
const fullFile = (language: Language, position: number): File => ({
  ...aFile(position, { isConcordant: false, isNearLimit: true, proposal: 'vulnerable' }),
  alerts: [{ kind: 'same-phone', count: 2 }],
  papers: { present: 6, needed: 7 },
  enquiry: {
    question: sayings(language).question,
    answeredAt: '2026-11-24T10:00:00Z',
    points: ['dwelling'],
    findings: { points: [{ point: 'dwelling', found: 'as-declared' }], met: sayings(language).remark, visitedOn: '2026-11-24' },
    words: sayings(language).answer,
  },
  before: { kind: 'adjourned', reason: 'papers-awaited', words: sayings(language).remark, on: '2026-11-10' },
  writtenOpinions: [{ institution: 'health', outcome: 'poor', words: sayings(language).remark, receivedOn: '2026-11-26' }],
});

const ruling = (over: Partial<Ruling>): Ruling => ({
  ...{ id: 'ruling', sequence: 1, outcome: 'poor', reason: 'as-scored', againstScore: false, opinions: [] },
  ...{ ruledAt: '2026-11-28T09:12:00Z', needsSecond: false },
  ...over,
});

const member = (
  id: number,
  institution: Room['members'][number]['institution'],
  seat: Room['members'][number]['seat'],
  presence: Room['members'][number]['presence'],
) => ({
  ...{ id: `member-${id}`, institution, seat, presence, hasAccount: true, hasSigned: false, isYou: false },
  nameFr: `${families[id % 4]?.fr.given} ${families[(id + 1) % 4]?.fr.family}`,
  nameAr: `${families[id % 4]?.ar.given} ${families[(id + 1) % 4]?.ar.family}`,
});

const membersThere = (there: 'all' | 'none' | 'few'): Room['members'] => {
  const seen = (isFew: boolean) =>
    there === 'all' || (there === 'few' && isFew) ? 'present' : there === 'few' ? 'left' : 'absent';
  return [
    member(1, 'interior', 'chair', seen(true)),
    member(2, 'health', 'titular', seen(false)),
    member(3, 'finance', 'titular', seen(true)),
    member(4, 'entraide_nationale', 'titular', seen(false)),
    member(5, 'entraide_nationale', 'substitute', 'absent'),
    member(6, 'local_authority', 'titular', seen(false)),
  ];
};

const room = (state: string, files: Room['files'], there: 'all' | 'none' | 'few' = 'all'): Room =>
  ({
    ...{ mark: 'open.5', now: '2026-11-27T09:30:00Z' },
    sitting: {
      ...{ id: 'sitting-1', number: '2026 0412 7', kind: 'cpl', territory: '05.081.01.03', heldOn: '2026-11-28' },
      ...{ commission: { fr: 'Azilal', ar: 'أزيلال' }, startsAt: '09:30', state },
      ...{ openedAt: '2026-11-28T08:40:00Z' },
    },
    members: membersThere(there),
    quorum: { needed: 3, present: 5, reached: true, absent: [] },
    rules: {
      ...{
        institutions: ['interior', 'health', 'finance', 'entraide_nationale', 'local_authority'],
        chair: 'interior',
        quorum: 3,
      },
      ...{ batchSize: 10, readingSeconds: 20, overridesBeforeSecond: 5, capacity: 100 },
    },
    files,
    counts: { files: files.length, decided: 0, againstScore: 0, awaitingSecond: 0 },
  }) as unknown as Room;

const concordant = (count: number) => Array.from({ length: count }, (_, place) => aFile(place + 1));
const single = (language: Language) => [
  ...[1, 2, 3].map((place) => aFile(place, { ruling: ruling({ id: `ruling-${place}`, sequence: place }) })),
  fullFile(language, 4),
  aFile(5, { isConcordant: false, proposal: 'not_eligible' }),
];
const overruled = (language: Language) => [
  ...Array.from({ length: 6 }, (_, place) =>
    aFile(place + 1, {
      proposal: 'not_eligible',
      ruling: ruling({ id: `ruling-${place}`, sequence: place, againstScore: true, reason: 'hardship-known-locally' }),
    }),
  ),
  fullFile(language, 7),
];

const at = { path: '/sitting/sitting-1', as: 'commission-secretary' } as const;
const withRoom = (make: (language: Language) => Room | 'loading' | 'no-network' | { kept: Room }) => (language: Language) => ({
  'commissions.sitting-in-full': make(language),
});
const open = (language: Language) => room('open', single(language));
const first = { application: 'file-4', outcome: 'refused', reason: 'resources-understated', ruledAt: '2026-11-28T09:20:00Z' };

/** What this computer ruled on the same file as another screen, and what waits for the line. */
const kept = (state: 'waiting' | 'refused') => (): CannedKept => {
  const rulings = state === 'refused' ? [{ ...first, id: 'mine', application: 'file-2' }] : [{ ...first, id: 'mine' }];
  const entry = {
    item: {
      ...{ id: 'item-1', seq: 1, author: { agent: 'agent', post: 'post' }, madeAt: '2026-11-28T09:20:00Z' },
      ...{ label: '4', file: 'sitting:sitting-1', waitsFor: [] },
      work: { does: 'deed', deed: 'commissions.record-decisions', input: { sitting: 'sitting-1', rulings } },
    },
    standing: { state, tries: 1, failures: 0, ...(state === 'refused' ? { refusal: { refused: 'already-decided' } } : {}) },
  } as unknown as Entry;
  const counts = { unsent: 1, refused: state === 'refused' ? 1 : 0, broken: 0, bytes: 0 };
  return {
    view: { entries: [entry], damaged: [], counts, lastArrival: undefined },
    line: { line: state === 'refused' ? 'open' : 'closed', needs: 'nothing', isSending: false, lastContact: undefined },
  };
};

const listed = {
  ...{ id: 'sitting-1', number: '2026 0412 7', territory: '05.081.01.03', held_on: '2026-11-28', state: 'open' },
} as const;

export const examples: readonly Example[] = [
  {
    name: 'sitting-attendance',
    ...at,
    answers: withRoom(() => room('agenda_frozen', concordant(12), 'none')),
    press: ['1', '2', '3'],
  },
  {
    name: 'sitting-attendance-no-quorum',
    ...at,
    answers: withRoom(() => room('agenda_frozen', concordant(12), 'none')),
    press: ['1'],
  },
  {
    name: 'sitting-not-opened',
    ...at,
    answers: withRoom(() => room('agenda_frozen', concordant(12), 'none')),
    press: ['1', '2', '3', 'Control+Enter'],
  },
  { name: 'sitting-decide', ...at, answers: withRoom(open) },
  { name: 'sitting-reasons', ...at, answers: withRoom(open), press: ['r'] },
  { name: 'sitting-opinions', ...at, answers: withRoom(open), press: ['o', '1', '1', '2', '1', '1'] },
  { name: 'sitting-enquiry', ...at, answers: withRoom(open), press: ['e'] },
  { name: 'sitting-enquiry-other', ...at, answers: withRoom(open), press: ['e', '5'] },
  { name: 'sitting-conflict', ...at, answers: withRoom(open), press: ['k'] },
  { name: 'sitting-conflict-for-good', ...at, answers: withRoom(open), press: ['k', '1'] },
  { name: 'sitting-presence', ...at, answers: withRoom(open), press: ['p', '2'] },
  { name: 'sitting-remark', ...at, answers: withRoom(open), press: ['m'] },
  { name: 'sitting-jump', ...at, answers: withRoom(open), press: ['/'] },
  { name: 'sitting-decided-file', ...at, answers: withRoom(open), press: ['b', 'a'] },
  { name: 'sitting-no-quorum', ...at, answers: withRoom((language) => room('open', single(language), 'few')), press: ['a'] },
  { name: 'sitting-overrides', ...at, answers: withRoom((language) => room('open', overruled(language))) },
  { name: 'sitting-batch', ...at, answers: withRoom(() => room('open', concordant(14))), press: ['3'] },
  { name: 'sitting-all-decided', ...at, answers: withRoom(() => room('open', [aFile(1, { ruling: ruling({}) })])) },
  { name: 'sitting-offline', ...at, answers: withRoom((language) => ({ kept: open(language) })), kept: kept('waiting') },
  { name: 'sitting-decided-twice', ...at, answers: withRoom(open), kept: kept('refused') },
  { name: 'sitting-sealed', ...at, answers: withRoom(() => room('sealed', concordant(3))) },
  { name: 'sitting-loading', ...at, answers: withRoom(() => 'loading') },
  { name: 'sitting-failed', ...at, answers: withRoom(() => 'no-network') },
  {
    ...{ name: 'sitting-under-way', path: '/my-work', as: at.as },
    answers: (language) => ({
      'commissions.sitting-so-far': {
        ...{ mark: 'open.5', now: '2026-11-27T09:30:00Z', state: 'open', members: [], recused: [] },
        rulings: single(language).flatMap(({ application, ruling: one }) => (one ? [{ application, ruling: one }] : [])),
      },
      'commissions.agenda-of-sitting': {
        files: single(language).map(({ application, position, proposal }) => ({
          application,
          position,
          proposal,
          decided: false,
        })),
      },
      'commissions.sittings-by-state': { sittings: [listed] },
      'applications.my-work': { queues: [], files: [] },
    }),
  },
  { name: 'sitting-none', path: '/sitting', as: at.as, answers: () => ({ 'commissions.sittings-by-state': { sittings: [] } }) },
];
