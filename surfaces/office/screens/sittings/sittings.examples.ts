import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import type { Example } from '../../testing/example.ts';
import type { ListedSitting, Room } from './sitting-view.ts';

const ids = ['0192f000-0000-7000-8000-0000000000a1', '0192f000-0000-7000-8000-0000000000a2'] as const;
const [first, second] = ids;

const people = {
  fr: ['Hassan Oubella', 'Fatima Amhaouch', 'Rkia Demnati', 'Mohamed Ben Haddou', 'Khadija Zeroual', 'Itto Amrani'],
  ar: ['حسن أوبلا', 'فاطمة أمهاوش', 'رقية الدمناتي', 'محمد بن حدو', 'خديجة الزروال', 'إيطو عمراني'],
} as const;

/** Invented heads of families, in the script of the reader. */
export function headNames(language: Language, at: number) {
  const script = language === 'ar' ? 'ar' : 'fr';
  const [given = '', ...family] = (people[script][at % 6] ?? '').split(' ');
  return { [script]: { given, family: family.join(' ') } };
}

function listed(over: Partial<ListedSitting>): ListedSitting {
  return {
    ...{ id: first, number: '202690000014', kind: 'cpl', territory: '05.081.01.03', heldOn: '2026-12-02', startsAt: '09:30' },
    ...{
      state: 'convened',
      files: 0,
      lateFiles: 0,
      decided: 0,
      againstScore: 0,
      returned: 0,
      signatures: 0,
      neededSignatures: 3,
      youSigned: false,
    },
    ...over,
  };
}

const toHold = [
  listed({ state: 'open', heldOn: '2026-11-28', files: 100, decided: 63, id: second, number: '202690000030' }),
  listed({ state: 'agenda_frozen', heldOn: '2026-11-30', files: 87, number: '202690000048', territory: '05.081.01.05' }),
  listed({}),
];
export const toSign = [
  listed({
    state: 'sealed',
    heldOn: '2026-11-20',
    sealedAt: '2026-11-20T13:00:00Z',
    waiting: { days: 8, clock: 'late' },
    files: 94,
    decided: 94,
    signatures: 1,
    youSigned: true,
  }),
  listed({
    state: 'sealed',
    heldOn: '2026-11-26',
    sealedAt: '2026-11-26T13:00:00Z',
    waiting: { days: 2, clock: 'normal' },
    files: 61,
    decided: 61,
    signatures: 5,
    id: second,
  }),
];

/** The calendar with some sittings, and two communes whose files wait for one. */
export function calendarExample(sittings: readonly ListedSitting[]): QuestionOutput<'commissions.sittings-calendar'> {
  const ready = {
    territory: '05.081.01.03',
    ready: 43,
    oldest: '2026-10-12T09:00:00.000Z',
    nextHeld: '2026-12-02',
    nextBy: '2026-12-05',
  };
  return {
    ...{ sittings: [...sittings], perMonth: 2, capacity: 100 },
    commissions: [
      { ...ready, isBehind: false },
      {
        territory: '05.081.01.05',
        ready: 112,
        oldest: '2026-09-30T09:00:00.000Z',
        lastHeld: '2026-11-02',
        nextBy: '2026-11-17',
        isBehind: true,
      },
    ],
  };
}

const member = (at: number, over: Partial<Room['members'][number]> = {}): Room['members'][number] => ({
  ...{
    id: `member-${at}`,
    institution: (['interior', 'health', 'finance', 'entraide_nationale', 'local_authority'] as const)[at] ?? 'interior',
  },
  ...{
    seat: 'titular',
    nameFr: people.fr[at] ?? '',
    nameAr: people.ar[at] ?? '',
    presence: 'present',
    hasAccount: true,
    hasSigned: false,
    isYou: false,
  },
  ...over,
});

type RoomFile = Room['files'][number];

/** One sitting, in a state, with six files. */
export function roomExample(language: Language, state: ListedSitting['state'], files: readonly Partial<RoomFile>[] = []): Room {
  const isSealed = state === 'sealed' || state === 'validated';
  const all = Array.from({ length: 6 }, (_none, at) => ({ ...roomFile(language, at), ...files[at] }));
  const ruled = all.filter(({ ruling }) => ruling !== undefined);
  return {
    mark: '1',
    now: '2026-11-28T10:00:00Z',
    sitting: {
      ...{ id: first, number: '202690000014', kind: 'cpl', territory: '05.081.01.03', heldOn: '2026-11-28', startsAt: '09:30' },
      ...{ state, commission: { fr: '', ar: '' } },
      ...(isSealed ? { sealedAt: '2026-11-28T12:00:00Z', minutesDigest: '5f1c'.repeat(16) } : {}),
    },
    members: [
      member(0, { seat: 'chair', hasSigned: true, signed: { way: 'second-factor', at: '2026-11-28T12:20:00Z' } }),
      member(1),
      member(2, { hasAccount: false, presence: 'left' }),
      member(3, { seat: 'substitute' }),
      member(4, { presence: 'absent' }),
    ],
    signedPapers: [],
    quorum: { needed: 3, present: 4, reached: true, absent: ['local_authority'] },
    rules: {} as Room['rules'],
    files: state === 'convened' ? [] : all,
    counts: { files: all.length, decided: ruled.length, againstScore: 2, awaitingSecond: 1 },
  };
}

function roomFile(language: Language, at: number): RoomFile {
  return {
    ...{ application: `0192f000-0000-7000-8000-00000000000${at}`, position: at + 1, number: `2026000001${at}${at}` },
    ...{ names: headNames(language, at), filedOn: '2026-10-12', proposal: at % 3 === 2 ? 'not_eligible' : 'poor' },
    ...{ isConcordant: at < 3, isNearLimit: at === 4 },
  } as RoomFile;
}

export const ruling = (sequence: number, over: Partial<NonNullable<RoomFile['ruling']>> = {}): Pick<RoomFile, 'ruling'> =>
  ({
    ruling: {
      ...{ id: `ruling-${sequence}`, sequence, outcome: 'poor', reason: 'as-scored', opinions: [] },
      ...{ againstScore: false, needsSecond: false, ruledAt: '2026-11-28T10:00:00Z', ...over },
    },
  }) as Pick<RoomFile, 'ruling'>;

const at = { path: '/sittings', as: 'commission-secretary' } as const;
const withSittings = (sittings: readonly ListedSitting[]) => () => ({
  'commissions.sittings-calendar': calendarExample(sittings),
});

export const examples: readonly Example[] = [
  { name: 'sittings', ...at, answers: withSittings(toHold) },
  { name: 'sittings-to-sign', ...at, path: '/sittings/to-sign', answers: withSittings(toSign) },
  { name: 'sittings-empty', ...at, answers: withSittings([]) },
  { name: 'sittings-convene', ...at, answers: withSittings(toHold), press: ['n'] },
  {
    name: 'sittings-convene-refused',
    ...at,
    answers: withSittings(toHold),
    deeds: {
      'commissions.convene-sitting': {
        state: 'refused',
        module: 'commissions',
        refusal: { refused: 'already-called', facts: { day: '2026-12-02', hour: '09:30' } },
      },
    },
    press: ['n', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter'],
  },
  { name: 'sittings-kept', ...at, answers: () => ({ 'commissions.sittings-calendar': { kept: calendarExample(toHold) } }) },
  { name: 'sittings-failed', ...at, answers: () => ({ 'commissions.sittings-calendar': 'no-network' }) },
  { name: 'sittings-loading', ...at, answers: () => ({ 'commissions.sittings-calendar': 'loading' }) },
  {
    name: 'sittings-not-yet',
    path: `/sittings/${first}`,
    as: 'commission-member',
    answers: (language) => ({ 'commissions.sitting-in-full': roomExample(language, 'convened') }),
  },
];
