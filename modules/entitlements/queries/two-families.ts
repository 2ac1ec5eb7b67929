import { z } from 'zod';
import { type Beneficiary, listEverStated } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { listMembersOn } from '../store/beneficiaries.ts';
import { listPresentRights, listRegistrations } from '../store/registrations.ts';
import type { RegistrationRow, RightRow } from '../store/tables.ts';
import { countTwoFamilies, listTwoFamilies, type TwoFamiliesRow } from '../store/two-families.ts';
import { Name } from './life-event.ts';

const AT_ONCE = 20;

const Names = z.object({ fr: Name.optional(), ar: Name.optional() });
const Side = z.object({
  registration: z.string(),
  request: z.uuid(),
  territory: z.string(),
  category: z.enum(['poor', 'vulnerable']),
  registeredOn: z.string(),
  right: z.object({ state: z.string(), to: z.string() }).optional(),
  /** The person, as this family states it. */
  names: Names,
  birthDate: z.string(),
  cnie: z.string().optional(),
  relation: z.string(),
  head: Names,
  /** How many have a part in its rights today. */
  members: z.int(),
});
const Case = z.object({
  id: z.uuid(),
  foundBy: z.enum(['merge', 'card']),
  state: z.enum(['open', 'settled', 'lapsed']),
  openedAt: z.string(),
  one: Side,
  other: Side,
  settledAt: z.string().optional(),
  /** The number of the family in which the person stays. */
  kept: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
});

/** Persons of the asker's jurisdiction with a part in the rights of two families, side by side; the longest waiting first, or those that ended. */
export const twoFamilies = defineQuery({
  name: 'entitlements.two-families',
  summary: 'Persons who have a part in the rights of two families at once, with both families side by side',
  permission: 'entitlements:decide-event',
  input: z.object({
    state: z.enum(['open', 'ended']).default('open'),
    /** Goes on after this case. */
    after: z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid() }).optional(),
  }),
  output: z.object({
    counts: z.object({ open: z.int(), settled: z.int(), lapsed: z.int() }),
    cases: z.array(Case),
    more: z.boolean(),
  }),
  noted: ({ cases }) =>
    cases.flatMap(({ one, other }) =>
      [one, other].map(({ request, territory }) => ({ subject: `application:${request}`, territory })),
    ),
  async run({ tx, today }, { state, after }) {
    const rows = await listTwoFamilies(tx, { state, after, most: AT_ONCE + 1 });
    const shown = rows.slice(0, AT_ONCE);
    const read = await readFamilies(tx, shown, today.toString());
    const cases = shown.flatMap((row) => {
      const [one, other] = [read(row.one_registration, row.one_person), read(row.other_registration, row.other_person)];
      return one && other ? [{ ...toCase(row), one, other }] : [];
    });
    return { counts: await countTwoFamilies(tx), cases, more: rows.length > AT_ONCE };
  },
});

async function readFamilies(tx: Tx, rows: readonly TwoFamiliesRow[], today: string) {
  const numbers = [...new Set(rows.flatMap((row) => [row.one_registration, row.other_registration]))];
  const families = new Map((await listRegistrations(tx, numbers)).map((family) => [family.number, family]));
  const requests = [...families.values()].map((family) => family.request_id);
  const stated = Map.groupBy(await listEverStated(tx, requests), ({ requestId }) => requestId);
  const rights = Map.groupBy(await listPresentRights(tx, numbers), (right) => right.registration_number);
  const members = Map.groupBy(
    await listMembersOn(tx, numbers, { day: today, knownAt: undefined }),
    (one) => one.registration_number,
  );
  return (number: string, person: string) => {
    const family = families.get(number);
    const all = stated.get(family?.request_id ?? '') ?? [];
    const who = all.find(({ personId }) => personId === person);
    const head = all.find(({ relation }) => relation === 'head');
    const right = (rights.get(number) ?? []).find(({ from_day, to_day }) => from_day <= today && today <= to_day);
    return family && who ? toSide({ family, who, head, right, members: members.get(number)?.length ?? 0 }) : undefined;
  };
}

type Read = {
  readonly family: RegistrationRow;
  readonly who: Beneficiary;
  readonly head: Beneficiary | undefined;
  readonly right: RightRow | undefined;
  readonly members: number;
};

function toSide({ family, who, head, right, members }: Read): z.input<typeof Side> {
  return {
    ...{ registration: family.number, request: family.request_id, territory: family.territory, category: family.category },
    registeredOn: family.registered_on,
    ...(right ? { right: { state: right.state, to: right.to_day } } : {}),
    ...{ names: who.names, birthDate: who.birthDate, cnie: who.cnie, relation: who.relation },
    ...{ head: head?.names ?? who.names, members },
  };
}

function toCase(row: TwoFamiliesRow) {
  const { id, found_by: foundBy, state, opened_at: openedAt } = row;
  const settled = { settledAt: row.settled_at, kept: row.kept, reason: row.reason, note: row.note };
  const told = Object.fromEntries(Object.entries(settled).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
  return { id, foundBy, state, openedAt, ...told };
}
