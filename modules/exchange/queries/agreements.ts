import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { lastReadings } from '#platform/audit';
import type { Tx } from '#platform/database';
import type { Temporal } from '#platform/dates';
import { agreementState, answerFields, askingWays } from '../model/agreement.ts';
import {
  type AgreementRow,
  type KeyRow,
  listAgreements,
  listAgreementsNamed,
  listKeysOf,
  listNotOver,
} from '../store/agreements.ts';

const Named = z.object({
  id: z.string(),
  partner: z.string(),
  nameFr: z.string(),
  nameAr: z.string(),
  purposeFr: z.string(),
  purposeAr: z.string(),
});

const Agreement = Named.extend({
  legalBasis: z.string(),
  legalStatus: z.enum(['official', 'unverified', 'illustrative']),
  mayAskBy: z.array(z.enum(askingWays)),
  fields: z.array(z.enum(answerFields)),
  perMinute: z.int(),
  from: z.string(),
  to: z.string().nullable(),
  state: z.enum(['to-come', 'in-force', 'over']),
  endedFor: z.string().nullable(),
  /** When the present key was given, and until when the one before it still opens, if it does. */
  keySince: z.string(),
  oldKeyUntil: z.string().nullable(),
});

/** Every agreement there is or was with a body that asks about rights: what it may ask, what it is told, until when. Never its key. */
export const agreements = defineQuery({
  name: 'exchange.agreements',
  summary: 'The agreements with bodies that ask about rights: what each may ask and is told',
  permission: 'exchange:read',
  input: z.object({}),
  output: z.object({ agreements: z.array(Agreement.extend({ lastAskedAt: z.string().nullable() })) }),
  async run({ tx, today, now }) {
    const rows = await listAgreements(tx);
    const ids = rows.map(({ id }) => id);
    const [keys, last] = [await keysOf(tx, ids, now), await lastReadings(tx, ids)];
    return {
      agreements: rows.map((row) => ({
        ...toAgreement(row, keys.get(row.id) ?? [], today.toString()),
        lastAskedAt: last.get(row.id) ?? null,
      })),
    };
  },
});

/** What agreements of these identifiers are called and for what they are, for families who read who asked about them. */
export const agreementsNamed = defineQuery({
  name: 'exchange.agreements-named',
  summary: 'What some agreements are called, and for what they are',
  permission: 'system:exchange',
  internal: true,
  input: z.object({ agreements: z.array(z.string()).max(1_000) }),
  output: z.object({ agreements: z.array(Named) }),
  run: async ({ tx }, { agreements: ids }) => ({
    agreements: (
      await listAgreementsNamed(
        tx,
        ids.filter((id) => z.uuid().safeParse(id).success),
      )
    ).map(toNamed),
  }),
});

/** What the gateway holds a key against: the agreements that stand today, with the digests of the keys that open them now. */
export const agreementsInForce = defineQuery({
  name: 'exchange.agreements-in-force',
  summary: 'The agreements that stand today, with the digests of their keys',
  permission: 'system:exchange',
  internal: true,
  input: z.object({}),
  output: z.object({ agreements: z.array(Agreement.extend({ keyDigests: z.array(z.string()) })) }),
  async run({ tx, today, now }) {
    const day = today.toString();
    const rows = (await listNotOver(tx, day)).filter((row) => agreementState(row, day) === 'in-force');
    const keys = await keysOf(
      tx,
      rows.map(({ id }) => id),
      now,
    );
    return {
      agreements: rows.map((row) => {
        const own = keys.get(row.id) ?? [];
        return { ...toAgreement(row, own, day), keyDigests: own.map(({ digest }) => digest) };
      }),
    };
  },
});

/** The keys of each agreement that open something now, the present one first. */
async function keysOf(tx: Tx, agreements: readonly string[], now: Temporal.Instant): Promise<ReadonlyMap<string, KeyRow[]>> {
  return Map.groupBy(await listKeysOf(tx, agreements, now.toString()), ({ agreement_id }) => agreement_id);
}

function toNamed({ id, partner, name_fr, name_ar, purpose_fr, purpose_ar }: AgreementRow) {
  return { id, partner, nameFr: name_fr, nameAr: name_ar, purposeFr: purpose_fr, purposeAr: purpose_ar };
}

function toAgreement(row: AgreementRow, [present, before]: readonly KeyRow[], today: string) {
  return {
    ...toNamed(row),
    ...{ legalBasis: row.legal_basis, legalStatus: row.legal_status, mayAskBy: row.may_ask_by, fields: row.fields },
    ...{ perMinute: row.per_minute, from: row.from_day, to: row.to_day, endedFor: row.ended_for },
    ...{ keySince: present?.made_at ?? row.made_at, oldKeyUntil: before?.until ?? null },
    state: agreementState(row, today),
  };
}
