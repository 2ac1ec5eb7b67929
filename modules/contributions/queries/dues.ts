import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { anyOf, type Tx } from '#platform/database';
import { canBePaid, isOver } from '../model/due.ts';
import { type DueRow, listDuesOf, listPaymentsOf, tables } from '../store/dues.ts';

const Due = z.object({
  notice: z.string(),
  registration_number: z.string(),
  year_of_right: z.int(),
  persons: z.int(),
  amount_centimes: z.int(),
  state: z.string(),
  assessed_on: z.string(),
  payable_until: z.string().nullable(),
  credited_year: z.int().nullable(),
  /** The bank's own number, when and where it was paid; null as long as it is not. */
  paid: z.object({ payment: z.string(), at: z.string(), branch: z.string() }).nullable(),
});

/** What some registered families owe and have paid, year by year. */
export const duesOfRegistrations = defineQuery({
  name: 'contributions.dues-of-registrations',
  summary: 'What some registered families owe and have paid, year by year',
  permission: 'contributions:read',
  input: z.object({ registrations: z.array(z.string()).max(10_000) }),
  output: z.object({ dues: z.array(Due) }),
  run: async ({ tx }, { registrations }) => ({ dues: await withPayments(tx, await listDuesOf(tx, registrations)) }),
});

/** The notices themselves, by number. */
export const duesByNotice = defineQuery({
  name: 'contributions.dues-by-notice',
  summary: 'Payment notices by number: amount, persons, state',
  permission: 'contributions:read',
  input: z.object({ notices: z.array(z.string()).min(1).max(1_000) }),
  output: z.object({ dues: z.array(Due) }),
  run: async ({ tx }, { notices }) => ({
    dues: await withPayments(
      tx,
      await tables(tx).selectFrom('due').selectAll().where('notice', '=', anyOf(notices)).orderBy('notice').execute(),
    ),
  }),
});

async function withPayments(tx: Tx, dues: readonly DueRow[]): Promise<z.input<typeof Due>[]> {
  const payments = await listPaymentsOf(
    tx,
    dues.map(({ notice }) => notice),
  );
  const byNotice = new Map(payments.map(({ notice, id, paid_at, branch }) => [notice, { payment: id, at: paid_at, branch }]));
  return dues.map((due) => ({ ...due, paid: byNotice.get(due.notice) ?? null }));
}

/** What these families have paid, year by year. */
export async function listPaidDues(tx: Tx, registrations: readonly string[]): Promise<DueRow[]> {
  return (await listDuesOf(tx, registrations)).filter(({ state }) => state === 'paid');
}

/** What a family has still to pay, by the notice it takes to the bank. */
export type Owed = { readonly notice: string; readonly amountCentimes: number };

/** The earliest notice that each of these families may still pay on a day; families that owe nothing are not in it. */
export async function listOwed(tx: Tx, registrations: readonly string[], day: string): Promise<ReadonlyMap<string, Owed>> {
  const dues = (await listDuesOf(tx, registrations)).filter((due) => canBePaid(due.state) && !isOver(due, day));
  return new Map(
    dues.toReversed().map((due) => [due.registration_number, { notice: due.notice, amountCentimes: due.amount_centimes }]),
  );
}
