import type { Language } from '#platform/i18n';
import type { Draft } from '../../client/drafts.ts';
import { type Receipt, receiptKey } from '../../client/receipts.ts';
import type { Example } from '../../testing/example.ts';

const application = '0193b5a0-1111-7222-8333-444455556666';

/** An invented family of so many, with its names in both scripts as a receipt has them. */
function receiptOf(persons: number): Receipt {
  const given = [
    ...([['Hassan', 'حسن'] as const, ['Fatima', 'فاطمة'] as const, ['Youssef', 'يوسف'] as const] as const),
    ...([['Khadija', 'خديجة'] as const, ['Omar', 'عمر'] as const, ['Zineb', 'زينب'] as const] as const),
  ];
  const family = Array.from({ length: persons }, (_, index) => {
    const [latin, arabic] = given[index % given.length] ?? ['', ''];
    return {
      name: { latin: `OUBELLA ${latin}`, arabic: `${arabic} أوبلا` },
      card: index < 2 ? 'IC••••56' : '',
      birthYear: 1985 + index,
    };
  });
  return {
    ...{ application, filedOn: '2026-11-27', answerBy: '2027-01-01', emergenciesUntil: '2027-01-26', family },
    office: { latin: 'Azilal', arabic: 'أزيلال' },
    missing: ['applicant-photos', 'collective-life'],
  };
}

/** As long as the code of a family of five. */
const signed = `RMD1:${'6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N'.repeat(6)}`;
const number = '202600012341';

const kept = (persons: number) => (): readonly Draft[] => [
  { id: receiptKey(application), kind: 'receipt', label: '', changedAt: 0, content: receiptOf(persons) },
];
const print = { path: `/print/${application}`, as: 'counter-agent', answers: () => ({}), waitFor: '.receipt' } as const;
const answered = (persons: number) => (_language: Language) => ({ ...receiptOf(persons), number, signed });
const noted = { 'applications.note-printing': { state: 'done', output: { application, paper: 'receipt', times: 2 } } } as const;

export const examples: readonly Example[] = [
  { name: 'print-receipt', ...print, drafts: kept(5), receipt: answered(5), deeds: noted },
  { name: 'print-receipt-large', ...print, drafts: kept(14), receipt: answered(14) },
  { name: 'print-provisional', ...print, drafts: kept(5) },
  { name: 'print-provisional-large', ...print, drafts: kept(14) },
  { name: 'print-nothing', ...print, waitFor: '.empty' },
];
