import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { systemClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database';
import { formatGrouped } from '#platform/numbers';
import { openHouse } from '../surfaces/house.ts';
import { openProofs } from '../surfaces/portal/routes/proof.ts';
import { startSystem } from '../surfaces/system.ts';
import { multiplyFiles, type Place, walkSample } from './portal-files.ts';
import { type BenchLine, printReport } from './report.ts';

// Pages a second that one server process gives out of a database with the whole country's files, and how long the slowest in a hundred takes.
// Every request is another family's: another file, another cookie, another address. The peer is a bare Fastify that says hello, loaded in the
// same way in the same run; database and load share the machine's cores with both.
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, households: { type: 'string' }, seconds: { type: 'string' } },
});
const wanted = Number(values.households ?? (values.quick ? 5_000 : 1_000_000));
const seconds = Number(values.seconds ?? (values.quick ? 4 : 20));
const connections = 10;
const families = 300;
const readers = Math.min(20_000, wanted);
const checked = 50;

type Reader = { readonly number: string; readonly cookie: string };
type Loaded = { readonly perSecond: number; readonly p99: number };
type Target = { readonly origin: string; readonly pathOf: (reader: Reader) => string };

const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-portal-'));
const ports = 21_000 + (process.pid % 500) * 20;
const config = readConfig({
  RAMED_DATA: dataFolder,
  RAMED_LOG: 'error',
  PORT: `${ports}`,
  RAMED_PARTNERS_PORT_BASE: `${ports + 1}`,
});
const system = await startSystem(config, { onStage: () => undefined });
const house = openHouse(config, system.urls, { name: 'bench', connections: 4 });
const owner = openDatabase(system.urls.owner, { connections: 2, name: 'bench-owner' });
const hello = fork(fileURLToPath(new URL('hello-server.ts', import.meta.url)), { execArgv: process.execArgv });
try {
  await measure({ house, owner }, await portOf(hello));
} finally {
  hello.disconnect();
  await house.close();
  await owner.close();
  await system.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function portOf(server: ChildProcess): Promise<number> {
  const [port] = (await once(server, 'message')) as [number];
  return port;
}

async function measure(place: Place, helloPort: number): Promise<void> {
  const started = performance.now();
  await walkSample(place, families);
  const walked = performance.now();
  const files = await multiplyFiles(place, wanted);
  const filling = (performance.now() - walked) / 1000;
  const some = await someReaders(place);
  const origin = `http://127.0.0.1:${config.port}`;
  const pathOf = ({ number }: Reader) => `/ar/follow/${number}`;
  await checkPages({ origin, pathOf }, some);
  const peer = await load({ origin: `http://127.0.0.1:${helloPort}`, pathOf: () => '/' }, some);
  const lines = [
    ...toLines('follow, a whole file', await load({ origin, pathOf }, some), peer),
    ...toLines('the score explained', await load({ origin, pathOf: (reader) => `${pathOf(reader)}/score` }, some), peer),
    ...toLines('a form, nothing asked of the database', await load({ origin, pathOf: () => '/fr/follow' }, some), peer),
    { figure: `${families} families along the whole chain`, value: (walked - started) / 1000, unit: 's' },
    { figure: 'their files copied, set by set', value: filling, unit: 's' },
    { figure: 'the database', value: await megabytes(place), unit: 'MB' },
  ];
  const size = `${files.toLocaleString('en')} files, ${connections} readers at a time, ${seconds} s each`;
  printReport(`Pages of the portal: ${size}`, lines);
}

function toLines(page: string, own: Loaded, peer: Loaded): BenchLine[] {
  const name = 'plain Fastify "hello"';
  return [
    { figure: page, value: own.perSecond, unit: 'pages/s', peer: { name, value: peer.perSecond } },
    { figure: '  99 in 100 within', value: own.p99, unit: 'ms', peer: { name, value: Math.max(peer.p99, 1) } },
  ];
}

/** Files from all over the country, each with the cookie of a family that has shown its number and birth date. */
async function someReaders({ owner }: Place): Promise<readonly Reader[]> {
  const { rows } = await owner.pool.query<{ id: string; number: string; territory: string }>(
    `select id, number, territory from applications.application
     where state in ('registered', 'closed', 'held') order by hashtext(id::text) limit $1`,
    [readers],
  );
  const proofs = openProofs(house.signingKey, systemClock);
  return rows.map(({ id, number, territory }) => {
    let cookie = '';
    const reply = { setCookie: (name: string, value: string) => (cookie = `${name}=${value}`) };
    proofs.keep({ protocol: 'http' } as FastifyRequest, reply as unknown as FastifyReply, { application: id, number, territory });
    return { number, cookie };
  });
}

/** Not every page that is quick is a page: each of some readers sees its own file. */
async function checkPages({ origin, pathOf }: Target, some: readonly Reader[]): Promise<void> {
  for (const reader of some.slice(0, checked)) {
    const answer = await fetch(origin + pathOf(reader), { headers: { cookie: reader.cookie, 'x-forwarded-for': '10.255.0.1' } });
    const page = await answer.text();
    if (answer.status === 200 && page.includes('timeline') && page.includes(formatGrouped(reader.number))) continue;
    throw new Error(`${pathOf(reader)}: ${answer.status}, not the page of this file`);
  }
}

async function load({ origin, pathOf }: Target, some: readonly Reader[]): Promise<Loaded> {
  let asked = 0;
  const next = (): autocannon.Request => {
    const count = asked++;
    const reader = some[count % some.length] ?? { number: '', cookie: '' };
    // One address may ask a thousand times a minute: a country has as many addresses as families.
    const address = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
    return { path: pathOf(reader), headers: { cookie: reader.cookie, 'x-forwarded-for': address, 'accept-encoding': 'br' } };
  };
  const run = (duration: number) =>
    autocannon({ url: origin, connections, duration, requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }] });
  await run(Math.ceil(seconds / 4));
  const result = await run(seconds);
  if (result.non2xx > 0 || result.errors > 0) {
    process.stderr.write(`${origin}: ${result.non2xx} refused, ${result.errors} broken of ${result.requests.total}\n`);
    process.exitCode = 1;
  }
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

async function megabytes({ owner }: Place): Promise<number> {
  const { rows } = await owner.pool.query<{ size: number }>(
    'select pg_database_size(current_database())::float8 / 1048576 as size',
  );
  return rows[0]?.size ?? 0;
}
