import { lawAt } from '#law';
import { listStandingReceipts, type StandingReceipt } from '#modules/applications';
import { listBearers, type OnCard } from '#modules/registry';
import type { Tx } from '#platform/database';
import { toDate } from '#platform/dates';
import type { Wanted } from '../model/asked-right.ts';
import type { MemberPeriod } from '../model/beneficiary.ts';
import { type Category, lastDayOfRight } from '../model/right.ts';
import { type RightFacts, rightAnswer } from '../model/right-answer.ts';
import { type AnswerableRow, listAnswerable, listFamiliesOf, listFamiliesOfRequests } from '../store/answerable.ts';

/** The day asked about, and the moment whose knowledge is asked for; without one, as it is known now. */
export type Moment = { readonly day: string; readonly now: string; readonly knownAt: string | undefined };

/** A file that may answer for somebody: a registered family, a receipt that stands, or both. */
export type Candidate = {
  readonly request: string;
  readonly territory: string;
  readonly registration?: { readonly number: string; readonly category: Category };
  /** Who of it is asked about, where a card is asked: under whatever statement, who is one with its bearer. */
  readonly person?: string;
  readonly facts: Omit<RightFacts, 'renewalOpensMonths'>;
};

/** For each who is wanted, every file that may answer for them. */
export async function findCandidates(
  tx: Tx,
  wanted: readonly Wanted[],
  moment: Moment,
): Promise<readonly (readonly Candidate[])[]> {
  const knownAt = moment.knownAt ?? moment.now;
  const onCards = wanted.filter((one) => one.by === 'card');
  const bearers = await listBearers(tx, onCards, knownAt);
  const families = await listFamiliesOf(tx, [...new Set(bearers.map(({ personId }) => personId))], moment.knownAt);
  const numbered = await listStandingReceipts(tx, { requests: [], numbers: numbersOf(wanted, 'receipt') }, knownAt);
  const received = await listFamiliesOfRequests(
    tx,
    numbered.map(({ request }) => request),
  );
  const numbers = [...numbersOf(wanted, 'registration'), ...[...families, ...received].map(({ number }) => number)];
  const rows = numbers.length === 0 ? [] : await listAnswerable(tx, [...new Set(numbers)], moment.knownAt);
  const wanting = requestsWanting({ rows, bearers, families }, moment.day);
  const standing = await listStandingReceipts(tx, { requests: wanting, numbers: [] }, knownAt);
  const shelf = openShelf({ rows, families, received, receipts: [...numbered, ...standing] });
  const bearersOf = Map.groupBy(bearers, keyOf);
  return wanted.map((one) => shelf(one, one.by === 'card' ? (bearersOf.get(keyOf(one)) ?? []) : []));
}

type Family = { readonly person: string; readonly number: string; readonly periods: readonly MemberPeriod[] };
type Read = { readonly rows: readonly AnswerableRow[]; readonly families: readonly Family[] };

/** The requests whose receipt may still say something: who has an open right needs none. */
function requestsWanting({ rows, bearers, families }: Read & { readonly bearers: readonly OnCard[] }, day: string): string[] {
  const open = new Set(rows.filter((row) => isOpen(row, day)).map(({ number }) => number));
  const served = new Set(families.filter(({ number }) => open.has(number)).map(({ person }) => person));
  return [
    ...rows.filter(({ number }) => !open.has(number)).map((row) => row.request_id),
    ...bearers.filter(({ personId }) => !served.has(personId)).map(({ requestId }) => requestId),
  ];
}

function isOpen(row: AnswerableRow, day: string): boolean {
  return rightAnswer({ ...factsOf(row, undefined), renewalOpensMonths: () => 0 }, day).state === 'open';
}

type Shelf = (wanted: Wanted, bearers: readonly OnCard[]) => readonly Candidate[];

type OnShelf = Read & {
  readonly receipts: readonly StandingReceipt[];
  /** The families of the receipts that are asked by number: a renewed right rests on a later request than the receipt that a family may still hold. */
  readonly received: readonly { readonly request: string; readonly number: string }[];
};

function openShelf({ rows, families, received, receipts }: OnShelf): Shelf {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const resting = new Set(rows.map((row) => row.request_id));
  const familyOf = new Map(received.map(({ request, number }) => [request, byNumber.get(number)]));
  const receiptOf = new Map(receipts.map((receipt) => [receipt.request, receipt]));
  const receiptNumbered = new Map(receipts.map((receipt) => [receipt.number, receipt]));
  const numbersOfPerson = Map.groupBy(families, ({ person }) => person);
  const ofFamily = (row: AnswerableRow | undefined, member?: readonly MemberPeriod[]): Candidate[] =>
    row ? [toCandidate(row, receiptOf.get(row.request_id), member)] : [];
  const ofReceipt = (receipt: StandingReceipt | undefined) => (receipt && !resting.has(receipt.request) ? [alone(receipt)] : []);
  return (wanted, bearers) => {
    if (wanted.by === 'registration') return ofFamily(byNumber.get(wanted.number));
    if (wanted.by === 'receipt') {
      const receipt = receiptNumbered.get(wanted.number);
      return [...ofFamily(familyOf.get(receipt?.request ?? '')), ...ofReceipt(receipt)];
    }
    return bearers.flatMap(({ personId, requestId }) => [
      ...(numbersOfPerson.get(personId) ?? [])
        .flatMap(({ number, periods }) => ofFamily(byNumber.get(number), periods))
        .map((candidate) => ({ ...candidate, person: personId })),
      ...ofReceipt(receiptOf.get(requestId)).map((candidate) => ({ ...candidate, person: personId })),
    ]);
  };
}

function toCandidate(
  row: AnswerableRow,
  receipt: StandingReceipt | undefined,
  member: readonly MemberPeriod[] | undefined,
): Candidate {
  const { number, category, request_id: request, territory } = row;
  return { request, territory, registration: { number, category }, facts: { ...factsOf(row, receipt), member } };
}

function alone(receipt: StandingReceipt): Candidate {
  return { request: receipt.request, territory: receipt.territory, facts: { periods: [], receipt } };
}

function factsOf(row: AnswerableRow, receipt: StandingReceipt | undefined): Candidate['facts'] {
  const months = lawAt(row.registered_on).rights.periodMonths.value;
  const term = lastDayOfRight(toDate(row.registered_on), months).toString();
  return { registration: { category: row.category, term }, periods: row.periods, receipt };
}

function numbersOf(wanted: readonly Wanted[], by: 'registration' | 'receipt'): string[] {
  return wanted.flatMap((one) => (one.by === by ? [one.number] : []));
}

function keyOf({ cnie, birthDate }: { readonly cnie: string; readonly birthDate: string }): string {
  return `${cnie}/${birthDate}`;
}
