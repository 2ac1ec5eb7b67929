import type { Language } from '#platform/i18n';
import type { Entry, OutboxView, Standing, Work } from '../../offline/index.ts';
import type { CannedKept, Example } from '../../testing/example.ts';

const filing: Work = { does: 'deed', deed: 'applications.file-at-counter', input: {} };
const correction: Work = {
  does: 'deed',
  deed: 'applications.correct-request',
  input: {
    application: 'a',
    reason: 'x',
    changes: [{ place: 'members[0].birth_date', from: '1980-01-01', to: '1980-01-02' }],
  },
};
const page: Work = { does: 'page', application: 'a', kind: 'applicant-identity', image: 'i', checksum: 'c', bytes: 241_000 };

const conflicts = JSON.stringify([
  { place: 'members[0].birth_date', base: '1980-01-01', theirs: '1980-10-01', yours: '1980-01-02', at: '2026-11-27T08:12:00Z' },
]);

type Over = { readonly file?: string; readonly waitsFor?: readonly string[]; readonly work?: Work };

function entry(
  seq: number,
  label: string,
  standing: Partial<Standing>,
  { file = `f${seq}`, waitsFor = [], work = filing }: Over = {},
): Entry {
  return {
    item: {
      id: `item-${seq}`,
      seq,
      author: { agent: 'agent', post: 'post' },
      madeAt: `2026-11-27T0${seq}:30:00Z`,
      label,
      file,
      waitsFor,
      work,
    },
    standing: { state: 'waiting', tries: 0, failures: 0, ...standing },
  };
}

function everyState(language: Language): OutboxView {
  const [first = '', second = '', third = '', fourth = ''] =
    language === 'ar'
      ? ['فاطمة الزهراء العلوي', 'محمد أيت علي', 'خديجة بناني', 'يوسف المرابط']
      : ['Fatima-Zahra Alaoui', 'Mohamed Aït Ali', 'Khadija Bennani', 'Youssef Mrabet'];
  const entries = [
    entry(1, first, { tries: 3, trouble: { code: 'not-our-server' } }),
    entry(2, second, {
      state: 'refused',
      tries: 1,
      refusal: { refused: 'open-request', facts: { known: 'elsewhere', number: '' } },
    }),
    entry(3, second, {}, { file: 'f2', waitsFor: ['item-2'], work: page }),
    entry(
      4,
      third,
      { state: 'refused', tries: 1, refusal: { refused: 'changed-meanwhile', facts: { answers: 1, conflicts } } },
      { work: correction },
    ),
    entry(5, fourth, {
      state: 'quarantined',
      tries: 10,
      failures: 10,
      trouble: { code: 'keeps-failing', facts: { tries: 10, last: 'server-fails' } },
    }),
    entry(6, fourth, { state: 'sent', tries: 1 }),
  ];
  return { entries, damaged: ['0193a0f2'], counts: { unsent: 7, refused: 2, broken: 2, bytes: 241_000 }, lastArrival: undefined };
}

function allSent(language: Language): OutboxView {
  const label = language === 'ar' ? 'فاطمة الزهراء العلوي' : 'Fatima-Zahra Alaoui';
  const receipt = { key: 'item-1', digest: 'd', receivedAt: '2026-11-27T09:00:00Z' };
  const arrived = entry(1, label, { state: 'acknowledged', tries: 1, receipt, output: { number: '202600000017' } });
  return {
    entries: [arrived],
    damaged: [],
    counts: { unsent: 0, refused: 0, broken: 0, bytes: 0 },
    lastArrival: receipt.receivedAt,
  };
}

const noLine = { line: 'closed', needs: 'sign-in', isSending: false, lastContact: undefined } as const;
const kept =
  (view: (language: Language) => OutboxView): ((language: Language) => CannedKept) =>
  (language) => ({ view: view(language) });
const outbox = { path: '/outbox', as: 'counter-agent', answers: () => ({}) } as const;

export const examples: readonly Example[] = [
  { name: 'outbox-empty', ...outbox },
  { name: 'outbox-all-sent', ...outbox, kept: kept(allSent) },
  { name: 'outbox', ...outbox, kept: (language) => ({ view: everyState(language), line: noLine }) },
  {
    name: 'outbox-withdraw',
    ...outbox,
    kept: (language) => ({ view: everyState(language), line: noLine }),
    press: ['j', 'Tab', 'Enter'],
  },
];
