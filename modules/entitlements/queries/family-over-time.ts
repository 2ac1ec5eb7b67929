import { z } from 'zod';
import { listNewcomerCovers } from '#modules/coverage';
import { type Beneficiary, listEverStated } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { normaliseTyped } from '#platform/numbers';
import { membershipOn } from '../model/beneficiary.ts';
import { listPeriodsOf } from '../store/beneficiaries.ts';
import { listLifeEventsOf } from '../store/life-events.ts';
import { listPresentRights, listRegistrations, listRegistrationsOfRequests } from '../store/registrations.ts';
import { listRenewalsOf } from '../store/renewal-requests.ts';
import type { BeneficiaryRow } from '../store/tables.ts';
import { askedRenewalOn } from './asked-renewal.ts';
import { LifeEvent, Name, toLifeEvent } from './life-event.ts';

const Member = z.object({
  person: z.uuid(),
  ref: z.int(),
  names: z.object({ fr: Name.optional(), ar: Name.optional() }),
  sex: z.enum(['F', 'M']),
  birthDate: z.string(),
  entitledBy: z.string(),
  /** Whether it has a part in the rights today; by what that ends or ended, if it is known. */
  isIn: z.boolean(),
  since: z.string(),
  until: z.string().optional(),
  endsBy: z.string().optional(),
});

const Family = z.object({
  registration: z.string(),
  request: z.uuid(),
  category: z.enum(['poor', 'vulnerable']),
  registeredOn: z.string(),
  territory: z.string(),
  rights: z.array(z.object({ state: z.string(), from: z.string(), to: z.string(), reason: z.string() })),
  members: z.array(Member),
  events: z.array(LifeEvent),
  /** The day on which it asked for its rights again, while that request is on its way. */
  renewalAsked: z.string().optional(),
});

/** A registered family over time: its rights, who has a part in them from when to when, and what happened in it. By its number, or by the request it came of. */
export const familyOverTime = defineQuery({
  name: 'entitlements.family-over-time',
  summary: 'A registered family over time: its rights, its members and what happened in it',
  permission: 'entitlements:see-family',
  input: z.union([z.object({ registration: z.string().max(40) }), z.object({ application: z.uuid() })]),
  output: z.object({ family: Family.optional() }),
  noted: ({ family }) => (family ? [{ subject: `application:${family.request}`, territory: family.territory }] : []),
  async run({ tx, today }, sought) {
    const [row] =
      'application' in sought
        ? await listRegistrationsOfRequests(tx, [sought.application])
        : await listRegistrations(tx, [normaliseTyped(sought.registration)]);
    if (!row) return {};
    const rights = await listPresentRights(tx, [row.number]);
    const asked = await askedRenewalOn(tx, row.number);
    return {
      family: {
        ...{ registration: row.number, request: row.request_id, category: row.category, registeredOn: row.registered_on },
        territory: row.territory,
        rights: rights.map(({ state, from_day: from, to_day: to, reason }) => ({ state, from, to, reason })),
        ...(asked === undefined ? {} : { renewalAsked: asked }),
        ...(await readMembers(tx, { ...row, today: today.toString() })),
      },
    };
  },
});

/** Of a family that renews, each person once: as of the right that runs today. */
function isOtherTerm({ begun_by, ends_by, from_day, to_day }: BeneficiaryRow, today: string): boolean {
  return (begun_by === 'renewed' && from_day > today) || (ends_by === 'renewal' && to_day !== null && to_day < today);
}

type Asked = { readonly number: string; readonly request_id: string; readonly today: string };

async function readMembers(tx: Tx, { number, request_id: request, today }: Asked) {
  const requests = (await listRenewalsOf(tx, [number])).flatMap((row) => [row.request_id, row.previous_request]);
  const stated = new Map((await listEverStated(tx, [...new Set([request, ...requests])])).map((one) => [one.personId, one]));
  const present = (await listPeriodsOf(tx, number)).filter((row) => row.known_to === null && !isOtherTerm(row, today));
  const members = [...Map.groupBy(present, ({ person_id }) => person_id)].flatMap(([person, periods]) => {
    const words = stated.get(person);
    return words ? [toMember(words, periods, today)] : [];
  });
  const events = await listLifeEventsOf(tx, number);
  const covers = await listNewcomerCovers(
    tx,
    events.map(({ id }) => id),
  );
  return {
    members: members.sort((one, other) => one.ref - other.ref),
    events: events.map((event) => toLifeEvent(event, { member: stated.get(event.person_id ?? ''), cover: covers.get(event.id) })),
  };
}

function toMember(words: Beneficiary, periods: readonly BeneficiaryRow[], today: string): z.input<typeof Member> {
  const last = periods.at(-1);
  const known = periods.map((row) => ({
    ...{ from: row.from_day, to: row.to_day, begunBy: row.begun_by, endsBy: row.ends_by, knownFrom: row.known_from },
  }));
  const { personId: person, ref, names, sex, birthDate } = words;
  return {
    ...{ person, ref, names, sex, birthDate, entitledBy: last?.entitled_by ?? words.entitledBy },
    isIn: membershipOn(known, today)?.is === 'in',
    since: periods[0]?.from_day ?? '',
    ...(last?.to_day && last.ends_by && last.ends_by !== 'renewal' ? { until: last.to_day, endsBy: last.ends_by } : {}),
  };
}
