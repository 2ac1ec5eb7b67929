import { z } from 'zod';
import { listBeneficiaries } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import {
  listPresentRights,
  listRegistrations,
  listRegistrationsOfRequests,
  type RegistrationRow,
} from '../store/registrations.ts';

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
  async run({ tx }, { applications }) {
    return { registrations: await withRights(tx, await listRegistrationsOfRequests(tx, applications)) };
  },
});

async function withRights(tx: Tx, rows: readonly RegistrationRow[]): Promise<z.input<typeof Registration>[]> {
  const rights = new Map(
    (
      await listPresentRights(
        tx,
        rows.map((row) => row.number),
      )
    ).map((right) => [right.registration_number, right]),
  );
  return rows.map((row) => ({ ...row, right: rights.get(row.number) }));
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
  readonly members: Awaited<ReturnType<typeof listBeneficiaries>>;
};

/** Registered families with their members and present right: what a card is made from. */
export async function listRegisteredFamilies(tx: Tx, numbers: readonly string[]): Promise<RegisteredFamily[]> {
  const rows = await listRegistrations(tx, numbers);
  const members = Map.groupBy(
    await listBeneficiaries(
      tx,
      rows.map((row) => row.request_id),
    ),
    (person) => person.requestId,
  );
  const rights = new Map((await listPresentRights(tx, numbers)).map((right) => [right.registration_number, right]));
  return rows.map((row) => {
    const right = rights.get(row.number);
    return {
      number: row.number,
      category: row.category,
      territory: row.territory,
      rightFrom: right?.from_day ?? row.registered_on,
      rightTo: right?.to_day ?? row.registered_on,
      isOpen: right?.state === 'open',
      members: members.get(row.request_id) ?? [],
    };
  });
}
