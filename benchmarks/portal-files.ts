import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { batchWriter } from '#modules/applications';
import { ProvinceCode } from '#modules/territory';
import type { Database } from '#platform/database';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { population } from '../modules/applications/testing/population/index.ts';
import { receiveBatchFile } from '../surfaces/gateway/batch-files.ts';
import type { House } from '../surfaces/house.ts';

export type Place = { readonly house: House; readonly owner: Database };

const period = { province: ProvinceCode.parse('05.081'), filedFrom: '2022-09-05', filedTo: '2022-11-25' } as const;
const by = { actor: systemActor('bench'), rehearsal: true };

/** Families that walk the whole chain of a running system, from receipt to card, so that their files are as real as any. */
export async function walkSample(place: Place, households: number): Promise<void> {
  const families = population({ ...period, households, seed: 'portal', errors: 'usual' });
  const writer = batchWriter('ndjson');
  const records = [...families].map((filed) => writer.record(filed));
  const header = writer.header({ sender: 'bench', reference: 'portal', created_on: '2022-11-25' });
  const received = await receiveBatchFile(
    place.house,
    Readable.from([Buffer.from(header + records.join('') + writer.footer())]),
    by,
  );
  if (isRefusal(received)) throw new Error(`not received: ${received.refused}`);
  for (let quiet = 0; quiet < 5; await wait(200)) quiet = (await isAtRest(place)) ? quiet + 1 : 0;
}

async function isAtRest({ owner }: Place): Promise<boolean> {
  const { rows } = await owner.pool.query<{ moving: boolean }>(
    `select exists (select from applications.batch where state = 'receiving')
       or exists (select from applications.application where state in ('filed', 'checking', 'scored', 'scheduled', 'decided', 'validated'))
       or (select oldest_seconds is not null from platform.queue_state()) as moving`,
  );
  return rows[0]?.moving === false;
}

/**
 * What each column becomes in a copy: keys and numbers get the copy's own, so that everything that points at a file points at its copy.
 */
const identifiers = ['id', 'application_id', 'request_id', 'sitting_id'] as const;
const numbers = ['registration_number', 'serial', 'notice', 'reference', 'head_cnie', 'cnie'] as const;
const tables = [
  'applications.application',
  'applications.adult_card',
  'applications.passage',
  'applications.assessment',
  'verifications.check',
  'coverage.control',
  'commissions.sitting',
  'commissions.agenda_item',
  'commissions.decision',
  'entitlements.registration',
  'entitlements.right_period',
  'entitlements.beneficiary',
  'contributions.due',
  'cards.card',
  'cards.passage',
] as const;

/** Copies every file of the sample with all that belongs to it until there are so many, a statement a table. Gives how many there are. */
export async function multiplyFiles({ owner }: Place, files: number): Promise<number> {
  const client = await owner.pool.connect();
  try {
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from applications.application');
    const sample = rows[0]?.count ?? 0;
    const copies = Math.ceil(files / sample) - 1;
    // What points at a row is copied with it: checking each of ten million references would only make the filling last.
    await client.query('set session_replication_role = replica');
    await client.query('create temporary sequence copied_number start 100000000000');
    const rebuildIndexes = await withoutIndexes(client);
    for (const table of tables) await client.query(await copying(client, table), [copies]);
    await rebuildIndexes();
    await client.query('set session_replication_role = default');
    await client.query('vacuum analyze');
    return sample * (copies + 1);
  } finally {
    client.release();
  }
}

/** An index made at once of a whole table takes a tenth of the time that it takes row by row. Keys stay: the copies must be held to them. */
async function withoutIndexes(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return async () => {
    for (const { definition } of rows) await client.query(definition);
  };
}

type Client = pg.PoolClient;
type Column = { readonly name: string; readonly type: string; readonly isIdentity: boolean };

async function copying(client: Client, table: (typeof tables)[number]): Promise<string> {
  const { rows } = await client.query<Column>(
    `select attname as name, atttypid::regtype::text as type, attidentity <> '' as "isIdentity"
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const columns = rows.filter(({ isIdentity }) => !isIdentity);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map((column) => valueInCopy(table, column)).join(', ');
  return `insert into ${table} (${names}) select ${values} from ${table} as original, generate_series(1, $1::int) as copy`;
}

/** A digest dressed as an identifier of version 7, which is all that questions let in. */
function valueInCopy(table: string, { name, type }: Column): string {
  if (type === 'uuid' && isOneOf(identifiers, name))
    return `overlay(overlay(md5(original."${name}"::text || copy) placing '7' from 13) placing '8' from 17)::uuid`;
  if (name === 'number')
    return table === 'applications.application' ? `nextval('copied_number')::text` : `original.number || '-' || copy`;
  if (name === 'adult_cards') return `array(select card || '-' || copy from unnest(original.adult_cards) card)`;
  // No page shows the minutes, and a hundred thousand sittings would fill the disk with them.
  if (name === 'minutes') return 'null';
  return isOneOf(numbers, name) ? `original."${name}" || '-' || copy` : `original."${name}"`;
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
