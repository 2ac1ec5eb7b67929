import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { batchWriter } from '#modules/applications';
import { ProvinceCode } from '#modules/territory';
import { readConfig } from '#platform/config';
import { type Database, openDatabase } from '#platform/database';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { type Errors, type Filed, population, writePopulation } from '../modules/applications/testing/population/index.ts';
import { receiveBatchFile } from '../surfaces/gateway/batch-files.ts';
import { type House, openHouse } from '../surfaces/house.ts';
import { startSystem } from '../surfaces/system.ts';
import { type BenchLine, printReport } from './report.ts';

// Files a second from the receipt of a batch to its last card, in a whole system on this machine: database, partners on the wire, server
// and worker, each a process. The peer is the same road in the same system when every request comes in a batch of its own, so that each
// deed has one file in hand: what working by sets brings. Sittings and payments are the rehearsal's in both.
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, households: { type: 'string' } } });
const households = Number(values.households ?? (values.quick ? 400 : 4_000));
const alone = values.quick ? 40 : 200;
const unit = 'files/s';
const period = { province: ProvinceCode.parse('05.081'), filedFrom: '2022-09-05', filedTo: '2022-11-25' } as const;
const by = { actor: systemActor('bench'), rehearsal: true };

const lines: BenchLine[] = [];
for (const errors of ['none', 'usual'] as const) lines.push(...(await measure(errors)));
printReport(`The whole chain, ${households.toLocaleString('en')} families of one province`, lines);

/** Each in a system of its own: a family known from one run would be refused in the next. */
async function measure(errors: Errors): Promise<BenchLine[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-chain-'));
  // Twenty ports of its own, below those that the machine gives to outgoing calls.
  const ports = 21_000 + (process.pid % 500) * 20;
  const environment = { RAMED_DATA: dataFolder, RAMED_LOG: 'error', PORT: `${ports}`, RAMED_PARTNERS_PORT_BASE: `${ports + 1}` };
  const config = readConfig(environment);
  const system = await startSystem(config, { onStage: () => undefined });
  const house = openHouse(config, system.urls, { name: 'bench', connections: 4 });
  const owner = openDatabase(system.urls.owner, { connections: 1, name: 'bench-owner' });
  try {
    return await takeAll({ house, owner }, errors);
  } finally {
    await house.close();
    await owner.close();
    await system.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

type Place = { readonly house: House; readonly owner: Database };

/** First the families beyond the counted ones: together, to warm the processes and the plans of the database, then each alone. */
async function takeAll(place: Place, errors: Errors): Promise<BenchLine[]> {
  const options = { ...period, seed: 'chain', errors };
  const beyond = [...population({ ...options, households: households + 2 * alone })].slice(households);
  await takeAlong(place, [textOf(beyond.slice(alone))], alone);
  const one = await takeAlong(
    place,
    beyond.slice(0, alone).map((filed) => textOf([filed])),
    alone,
  );
  const file = join(place.house.config.dataFolder, 'chain.xml');
  await writePopulation({ ...options, households, format: 'xml', file });
  const { road, cards } = await takeAlong(place, [createReadStream(file)], households);
  const peer = { name: `each in a batch of its own (${alone})`, value: alone / one.road['last card'] };
  const aim = '200 a second on 2 cores';
  return [
    { figure: `errors ${errors}, received to last card`, value: households / road['last card'], unit, aim, peer },
    ...Object.entries(road).map(([stage, value]) => ({ figure: `  ${stage} after`, value, unit: 's' })),
    { figure: '  cards made', value: cards, unit: 'cards' },
  ];
}

function textOf(families: readonly Filed[]): Readable {
  const writer = batchWriter('ndjson');
  const reference = families[0]?.reference ?? 'none';
  const records = families.map((filed) => writer.record(filed));
  const text = writer.header({ sender: 'bench', reference, created_on: '2022-11-25' }) + records.join('') + writer.footer();
  return Readable.from([Buffer.from(text)]);
}

type Road = Record<'read' | 'checked' | 'decided' | 'registered' | 'last card', number>;

async function takeAlong(place: Place, files: readonly Readable[], count: number): Promise<{ road: Road; cards: number }> {
  const before = await countCards(place);
  const start = performance.now();
  const batches: string[] = [];
  for (const file of files) batches.push(await receive(place, file));
  const road = await follow(place, batches, start);
  await checkAllRest(place, batches, count);
  return { road, cards: (await countCards(place)) - before };
}

async function countCards({ owner }: Place): Promise<number> {
  const { rows } = await owner.pool.query<{ cards: number }>('select count(*)::int as cards from cards.card');
  return rows[0]?.cards ?? 0;
}

async function receive({ house }: Place, source: Readable): Promise<string> {
  const received = await receiveBatchFile(house, source, by);
  if (isRefusal(received)) throw new Error(`not received: ${received.refused}`);
  return received.batch;
}

type Standing = { reading: number; checking: number; deciding: number; registering: number; due: number };

/** When each stage had let its last file go. The last card is made when nothing is due any more. */
async function follow({ owner }: Place, batches: readonly string[], start: number): Promise<Road> {
  const road: Road = { read: 0, checked: 0, decided: 0, registered: 0, 'last card': 0 };
  for (let quiet = 0; quiet < 3; await wait(100)) {
    const { rows } = await owner.pool.query<Standing>(
      `select (select count(*)::int from applications.batch where id = any($1) and state = 'receiving') as reading,
         count(*) filter (where state in ('filed', 'checking'))::int as checking,
         count(*) filter (where state in ('scored', 'scheduled', 'decided'))::int as deciding,
         count(*) filter (where state = 'validated')::int as registering,
         (select case when oldest_seconds is null then 0 else 1 end from platform.queue_state()) as due
       from applications.application where batch_id = any($1)`,
      [batches],
    );
    const standing = rows[0] as Standing;
    const open = [standing.reading, standing.checking, standing.deciding, standing.registering, standing.due];
    const now = (performance.now() - start) / 1000;
    for (const [index, stage] of (Object.keys(road) as (keyof Road)[]).entries()) {
      if (open.slice(0, index + 1).some((files) => files > 0)) road[stage] = now;
    }
    quiet = open.every((files) => files === 0) ? quiet + 1 : 0;
  }
  return road;
}

/** Every record was read, and those that were received stand where only a person or a partner moves them. */
async function checkAllRest({ owner }: Place, batches: readonly string[], count: number): Promise<void> {
  const { rows } = await owner.pool.query<{ read: number; resting: number; accepted: number }>(
    `select (select sum(accepted + refused + repeated)::int from applications.batch where id = any($1)) as read,
       (select sum(accepted)::int from applications.batch where id = any($1)) as accepted,
       count(*) filter (where state in ('registered', 'closed', 'discordant', 'held'))::int as resting
     from applications.application where batch_id = any($1)`,
    [batches],
  );
  const found = rows[0];
  if (found?.read === count && found.resting === found.accepted) return;
  process.stderr.write(`of ${count} files ${found?.read} were read, ${found?.accepted} received and ${found?.resting} rest\n`);
  process.exitCode = 1;
}
