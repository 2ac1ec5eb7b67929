import { z } from 'zod';
import { lawAt } from '#law';
import { listReceiptsFiledOn, listStandingReceipts, type StandingReceipt } from '#modules/applications';
import { birthYearsOf } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { toDate } from '#platform/dates';
import { lastDayOfRight } from '../model/right.ts';
import type { RightFacts } from '../model/right-answer.ts';
import { betterOutlook, openOutlooks, outlookStates, type RightOutlook } from '../model/right-outlook.ts';
import { type AnswerableInOrder, listAnswerable, listAnswerableAfter, listFamiliesOfRequests } from '../store/answerable.ts';
import { listMembersOn } from '../store/beneficiaries.ts';

const state = z.enum(outlookStates);
const Outlook = z.object({ state, day: z.string().optional(), becomes: state.optional() });
const page = {
  /** The day asked about, as it was known at `knownAt`: pages of one moment fit together whatever happens between them. */
  on: z.iso.date(),
  knownAt: z.iso.datetime({ offset: true }),
  limit: z.int().min(1).max(10_000),
};

/** What every right of the nation is and becomes, a page after another in the order of numbers: what a snapshot is made from. */
export const outlooksOfRegistrations = defineQuery({
  name: 'entitlements.outlooks-of-registrations',
  summary: 'What every right is and becomes, in the order of registration numbers',
  permission: 'system:entitlements',
  internal: true,
  input: z.object({ ...page, after: z.string() }),
  output: z.object({
    families: z.array(z.object({ number: z.string(), outlook: Outlook, birthYears: z.array(z.int()) })),
    next: z.string().optional(),
  }),
  async run({ tx }, { on, knownAt, after, limit }) {
    const rows = await listAnswerableAfter(tx, { after, limit }, knownAt);
    const known = rows.filter(isKnown);
    const outlooks = await outlooksOf(tx, known, { on, knownAt });
    const covered = known.filter((_, at) => !hasEnded(outlooks[at])).map(({ number }) => number);
    const years = await yearsOfMembers(tx, covered, { on, knownAt });
    return {
      families: known.map((row, at) => ({
        number: row.number,
        outlook: outlooks[at] ?? { state: 'unknown' as const },
        birthYears: years.get(row.number) ?? [],
      })),
      next: rows.length < limit ? undefined : rows.at(-1)?.number,
    };
  },
});

/** What the receipts of the requests filed on a day open, or the rights that their families have since. */
export const outlooksOfReceipts = defineQuery({
  name: 'entitlements.outlooks-of-receipts',
  summary: 'What the receipts of a day of filing open, or the rights of their families',
  permission: 'system:entitlements',
  internal: true,
  input: z.object({ ...page, filedOn: z.iso.date(), after: z.uuid() }),
  output: z.object({
    receipts: z.array(z.object({ number: z.string(), outlook: Outlook })),
    next: z.uuid().optional(),
  }),
  async run({ tx }, { on, knownAt, filedOn, after, limit }) {
    const { receipts, next } = await listReceiptsFiledOn(tx, { filedOn, after, limit }, knownAt);
    const requests = receipts.map(({ request }) => request);
    const numbers = new Map((await listFamiliesOfRequests(tx, requests)).map(({ request, number }) => [request, number]));
    const rows = numbers.size === 0 ? [] : await listAnswerable(tx, [...new Set(numbers.values())], knownAt);
    const families = new Map(rows.map((row) => [row.number, row]));
    const outlookOf = outlooksOn(on);
    return {
      receipts: receipts.map((receipt) => {
        const row = families.get(numbers.get(receipt.request) ?? '');
        const own = row?.request_id === receipt.request ? [] : [outlookOf({ periods: [], receipt })];
        const outlooks = [...(row ? [outlookOf(factsOf(row, receipt))] : []), ...own];
        return { number: receipt.number, outlook: outlooks.reduce(betterOutlook) };
      }),
      next,
    };
  },
});

type Known = AnswerableInOrder & { readonly periods: RightFacts['periods'] };
type Moment = { readonly on: string; readonly knownAt: string };

function isKnown(row: AnswerableInOrder): row is Known {
  return row.periods !== null;
}

/** A receipt is read for the families alone to which it may still open something. */
async function outlooksOf(tx: Tx, rows: readonly Known[], { on, knownAt }: Moment): Promise<readonly RightOutlook[]> {
  const outlookOf = outlooksOn(on);
  const first = rows.map((row) => outlookOf(factsOf(row, undefined)));
  const waiting = rows.filter((_, at) => ['unpaid', 'unknown'].includes(first[at]?.state ?? ''));
  const requests = waiting.map(({ request_id }) => request_id);
  const receipts = await listStandingReceipts(tx, { requests, numbers: [] }, knownAt);
  const receiptOf = new Map(receipts.map((receipt) => [receipt.request, receipt]));
  return rows.map((row, at) => {
    const receipt = receiptOf.get(row.request_id);
    return receipt || first[at] === undefined ? outlookOf(factsOf(row, receipt)) : first[at];
  });
}

/** Who has a part in the rights of each family on the day, by year of birth, in the order of the form. */
async function yearsOfMembers(
  tx: Tx,
  numbers: readonly string[],
  { on, knownAt }: Moment,
): Promise<ReadonlyMap<string, number[]>> {
  if (numbers.length === 0) return new Map();
  const members = (await listMembersOn(tx, numbers, { day: on, knownAt })).toSorted((one, other) => one.ref - other.ref);
  const born = await birthYearsOf(
    tx,
    members.map(({ person_id }) => person_id),
  );
  const families = Map.groupBy(members, ({ registration_number }) => registration_number);
  return new Map([...families].map(([number, some]) => [number, some.flatMap(({ person_id }) => born.get(person_id) ?? [])]));
}

function factsOf(row: Omit<Known, 'number'>, receipt: StandingReceipt | undefined): Omit<RightFacts, 'renewalOpensMonths'> {
  return { registration: { category: row.category, term: termOf(row.registered_on) }, periods: row.periods, receipt };
}

/** Those of one day are kept from page to page. */
let kept: { readonly on: string; readonly outlookOf: ReturnType<typeof openOutlooks> } | undefined;

function outlooksOn(on: string): ReturnType<typeof openOutlooks> {
  if (kept?.on !== on) kept = { on, outlookOf: openOutlooks(on) };
  return kept.outlookOf;
}

const terms = new Map<string, string>();

function termOf(registeredOn: string): string {
  const known = terms.get(registeredOn);
  if (known !== undefined) return known;
  const term = lastDayOfRight(toDate(registeredOn), lawAt(registeredOn).rights.periodMonths.value).toString();
  terms.set(registeredOn, term);
  return term;
}

function hasEnded(outlook: RightOutlook | undefined): boolean {
  return outlook?.state === 'closed' || outlook?.state === 'expired';
}
