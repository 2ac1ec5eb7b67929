import { z } from 'zod';
import { lawAt } from '#law';
import { type FileToRegister, listFilesToRegister } from '#modules/applications';
import { countAdmitted, latestDecisions, listAdmitted } from '#modules/commissions';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { StatedFamily } from '../model/registration-list.ts';

const Where = z.object({ province: z.string().regex(/^\d{2}\.\d{3}$/), from: z.iso.date(), to: z.iso.date() });

/** How many families a province validated in some days. */
export const familiesValidated = defineQuery({
  name: 'entitlements.families-validated',
  summary: 'How many families a province validated in some days',
  permission: 'entitlements:read-lists',
  input: Where,
  output: z.object({ families: z.int() }),
  run: async ({ tx }, where) => ({ families: await countAdmitted(tx, where) }),
});

/** The families that a province validated in some days, as a list to register states them, a page at a time. */
export const familiesToRegister = defineQuery({
  name: 'entitlements.families-to-register',
  summary: 'The families that a province validated in some days, as a list to register states them',
  permission: 'entitlements:read-lists',
  input: Where.extend({ after: z.uuid().optional(), limit: z.int().min(1).max(1_000).default(500) }),
  output: z.object({ families: z.array(StatedFamily), last: z.string().nullable() }),
  noted: ({ families }, { province, from, to }) => [
    { subject: `registration-list:${province}:${from}:${to}`, territory: province, shown: families.length },
  ],
  async run({ tx, today }, { province, from, to, after, limit }) {
    const ids = await listAdmitted(tx, { province, from, to, after, limit });
    return { families: await toStated(tx, ids, today.toString()), last: ids.length < limit ? null : (ids.at(-1) ?? null) };
  },
});

async function toStated(tx: Tx, ids: readonly string[], day: string): Promise<StatedFamily[]> {
  const operations: Readonly<Record<string, string>> = lawAt(day).rights.registrationOperations.value;
  const files = new Map((await listFilesToRegister(tx, ids)).map((file) => [file.id, file]));
  const categories = new Map((await latestDecisions(tx, ids)).map(({ application, outcome }) => [application, outcome]));
  const persons = Map.groupBy(await listBeneficiaries(tx, ids), ({ requestId }) => requestId);
  return ids.map((id) => {
    const { number, kind } = files.get(id) as FileToRegister;
    const category = categories.get(id) === 'vulnerable' ? 'vulnerable' : 'poor';
    const operation = operations[kind];
    if (operation === undefined) throw new Error(`a file of kind ${kind} was validated, and no list names it`);
    return { request: number, operation, category, persons: (persons.get(id) ?? []).map(toPerson) } as const;
  });
}

function toPerson({ ref, cnie, birthDate, sex, names }: Beneficiary) {
  return {
    ...{ ref, birth_date: birthDate, sex, ...(cnie === undefined ? {} : { card: cnie }) },
    ...(names.fr ? { family_fr: names.fr.family, given_fr: names.fr.given } : {}),
    ...(names.ar ? { family_ar: names.ar.family, given_ar: names.ar.given } : {}),
  };
}
