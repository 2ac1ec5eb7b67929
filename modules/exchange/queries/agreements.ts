import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { agreementState, answerFields, askingWays } from '../model/agreement.ts';
import { type AgreementRow, listAgreements, listAgreementsNamed, listNotOver } from '../store/agreements.ts';

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
});

/** Every agreement there is or was with a body that asks about rights: what it may ask, what it is told, until when. Never its key. */
export const agreements = defineQuery({
  name: 'exchange.agreements',
  summary: 'The agreements with bodies that ask about rights: what each may ask and is told',
  permission: 'exchange:read',
  input: z.object({}),
  output: z.object({ agreements: z.array(Agreement) }),
  async run({ tx, today }) {
    return { agreements: (await listAgreements(tx)).map((row) => toAgreement(row, today.toString())) };
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

/** What the gateway holds a key against: the agreements that stand today, with the digests of their keys. */
export const agreementsInForce = defineQuery({
  name: 'exchange.agreements-in-force',
  summary: 'The agreements that stand today, with the digests of their keys',
  permission: 'system:exchange',
  internal: true,
  input: z.object({}),
  output: z.object({ agreements: z.array(Agreement.extend({ keyDigest: z.string() })) }),
  async run({ tx, today }) {
    const day = today.toString();
    const rows = (await listNotOver(tx, day)).filter((row) => agreementState(row, day) === 'in-force');
    return { agreements: rows.map((row) => ({ ...toAgreement(row, day), keyDigest: row.key_digest })) };
  },
});

function toNamed({ id, partner, name_fr, name_ar, purpose_fr, purpose_ar }: AgreementRow) {
  return { id, partner, nameFr: name_fr, nameAr: name_ar, purposeFr: purpose_fr, purposeAr: purpose_ar };
}

function toAgreement(row: AgreementRow, today: string) {
  return {
    ...toNamed(row),
    ...{ legalBasis: row.legal_basis, legalStatus: row.legal_status, mayAskBy: row.may_ask_by, fields: row.fields },
    ...{ perMinute: row.per_minute, from: row.from_day, to: row.to_day, endedFor: row.ended_for },
    state: agreementState(row, today),
  };
}
