import { z } from 'zod';
import { listFilesInBrief } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { listAskedRenewals } from '../store/renewal-requests.ts';
import type { RenewalRow } from '../store/tables.ts';
import { Name } from './life-event.ts';

const SHOWN = 50;
/** So many are looked at to find those: what was refused lies among them. */
const PAGES = 10;

const Waiting = z.object({
  registration: z.string(),
  request: z.uuid(),
  number: z.string(),
  askedOn: z.string(),
  territory: z.string(),
  state: z.string(),
  names: z.object({ fr: Name.optional(), ar: Name.optional() }),
});
type Waiting = z.output<typeof Waiting>;

/** Families of the asker's jurisdiction that asked for their rights again and are not registered anew, the longest waiting first. */
export const waitingRenewals = defineQuery({
  name: 'entitlements.waiting-renewals',
  summary: 'Families that asked for their rights again, whose request is under way',
  permission: 'entitlements:see-family',
  input: z.object({}),
  output: z.object({ renewals: z.array(Waiting), more: z.boolean() }),
  noted: ({ renewals }) => renewals.map(({ request, territory }) => ({ subject: `application:${request}`, territory })),
  async run({ tx }) {
    const found: Waiting[] = [];
    let after: RenewalRow | undefined;
    for (let page = 0; page < PAGES && found.length <= SHOWN; page++) {
      const rows = await listAskedRenewals(tx, after, SHOWN);
      found.push(...(await underWay(tx, rows)));
      after = rows.at(-1);
      if (rows.length < SHOWN) break;
    }
    return { renewals: found.slice(0, SHOWN), more: found.length > SHOWN };
  },
});

async function underWay(tx: Tx, rows: readonly RenewalRow[]): Promise<Waiting[]> {
  const files = await listFilesInBrief(
    tx,
    rows.map((row) => row.request_id),
  );
  const byId = new Map(files.map((file) => [file.id, file]));
  return rows.flatMap(({ request_id: request, registration_number: registration, asked_on: askedOn, territory }) => {
    const file = byId.get(request);
    if (!file || file.state === 'closed') return [];
    return [{ registration, request, number: file.number, askedOn, territory, state: file.state, names: file.names }];
  });
}
