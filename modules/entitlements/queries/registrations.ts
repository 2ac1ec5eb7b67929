import { z } from 'zod';
import type { Beneficiary } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import type { PlainDate } from '#platform/dates';
import { rightOn } from '../model/right.ts';
import { listPresentRights, listRegistrations, listRegistrationsOfRequests } from '../store/registrations.ts';
import { listRenewalsOf } from '../store/renewal-requests.ts';
import type { RegistrationRow } from '../store/tables.ts';
import { listMembers } from './members.ts';

const Right = z.object({
  state: z.enum(['provisional', 'pending_payment', 'open', 'suspended', 'closed']),
  from_day: z.string(),
  to_day: z.string(),
  reason: z.string(),
});
const Registration = z.object({
  number: z.string(),
  request_id: z.string(),
  category: z.enum(['poor', 'vulnerable']),
  registered_on: z.string(),
  years_before: z.int(),
  territory: z.string(),
  right: Right.optional(),
});

/** The registrations that came of some requests, each with its right as known now. */
export const registrationsOfRequests = defineQuery({
  name: 'entitlements.registrations-of-requests',
  summary: 'The registrations that came of some requests, each with its present right',
  permission: 'entitlements:read',
  input: z.object({ applications: z.array(z.uuid()).max(10_000) }),
  output: z.object({ registrations: z.array(Registration) }),
  async run({ tx, today }, { applications }) {
    const rows = await listRegistrationsOfRequests(tx, applications);
    return { registrations: await withRights(tx, rows, today.toString()) };
  },
});

async function withRights(tx: Tx, rows: readonly RegistrationRow[], today: string): Promise<z.input<typeof Registration>[]> {
  const numbers = rows.map((row) => row.number);
  const rights = Map.groupBy(await listPresentRights(tx, numbers), (right) => right.registration_number);
  return rows.map((row) => ({ ...row, right: rightOn(rights.get(row.number) ?? [], today) }));
}

/** The requests that some registrations came of; for whoever tells their families. */
export async function listRequestsOfRegistrations(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  return (await listRegistrations(tx, numbers)).map((row) => row.request_id);
}

/** A registered family as its card shows it. */
export type RegisteredFamily = {
  readonly number: string;
  readonly category: 'poor' | 'vulnerable';
  readonly territory: string;
  readonly rightFrom: string;
  readonly rightTo: string;
  readonly isOpen: boolean;
  readonly members: readonly Beneficiary[];
};

/** Registered families with the members who have a part in their rights and the right as it is on a day: what a card is made from. */
export async function listRegisteredFamilies(tx: Tx, numbers: readonly string[], on: PlainDate): Promise<RegisteredFamily[]> {
  const day = on.toString();
  const rows = await listRegistrations(tx, numbers);
  const ahead = (await listRenewalsOf(tx, numbers)).filter(({ from_day: from }) => from !== null && from <= day);
  const renewed = new Map(ahead.map((row) => [row.registration_number, row.category]));
  const rights = Map.groupBy(await listPresentRights(tx, numbers), (right) => right.registration_number);
  const families = rows.map((row) => ({ row, right: rightOn(rights.get(row.number) ?? [], day) }));
  const asked = families.map(({ row: { number, request_id: request } }) => ({ number, request }));
  const members = Map.groupBy(await listMembers(tx, asked, { day, knownAt: undefined }), (person) => person.requestId);
  return families.map(({ row, right }) => ({
    number: row.number,
    category: renewed.get(row.number) ?? row.category,
    territory: row.territory,
    rightFrom: right?.from_day ?? row.registered_on,
    rightTo: right?.to_day ?? row.registered_on,
    isOpen: right?.state === 'open',
    members: members.get(row.request_id) ?? [],
  }));
}
