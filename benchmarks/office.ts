import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CAST_PASSWORD } from '#modules/staff';
import { systemClock, today } from '#platform/clock';
import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database';
import { withCheckDigit } from '#platform/numbers';
import { openHouse } from '../surfaces/house.ts';
import { startSystem } from '../surfaces/system.ts';
import { deeds, type FilesOfAgent, type SignedInAgent, send, type Timed, timed, within, workTogether } from './office-agents.ts';
import { multiplyFiles, type Place, walkSample } from './portal-files.ts';
import { type BenchLine, printReport } from './report.ts';

// What an agent waits for when five hundred work at the same moment against one server process and the files of a whole country, and two
// thousand who come in within a minute. Agents pause between two requests as people do; the peer is a bare hello, asked by as many in the same
// way. Database, server, worker and load share the machine's cores.
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, households: { type: 'string' }, seconds: { type: 'string' } },
});
const wanted = Number(values.households ?? (values.quick ? 5_000 : 1_000_000));
const seconds = Number(values.seconds ?? (values.quick ? 15 : 90));
const atOnce = values.quick ? 100 : 500;
const signInsAMinute = values.quick ? 300 : 2_000;
const families = 300;

const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-office-'));
const ports = 21_000 + (process.pid % 500) * 20;
const config = readConfig({
  RAMED_DATA: dataFolder,
  RAMED_LOG: 'error',
  PORT: `${ports}`,
  RAMED_PARTNERS_PORT_BASE: `${ports + 1}`,
});
const origin = `http://127.0.0.1:${config.port}`;
const system = await startSystem(config, { onStage: () => undefined });
const house = openHouse(config, system.urls, { name: 'bench', connections: 2 });
const owner = openDatabase(system.urls.owner, { connections: 2, name: 'bench-owner' });
const hello = fork(fileURLToPath(new URL('hello-server.ts', import.meta.url)), { execArgv: process.execArgv });
try {
  await measure({ house, owner }, `http://127.0.0.1:${await portOf(hello)}`);
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

async function measure(place: Place, helloOrigin: string): Promise<void> {
  await walkSample(place, families);
  const files = await multiplyFiles(place, wanted);
  await moveSomeBack(place);
  const communes = await communesWithFiles(place);
  await seatAgents(place, communes);
  const { agents, times } = await comeIn(communes, await filesOf(place, communes));
  const failed = times.filter(({ status }) => status !== 200).length;
  const peer = await helloTimes(helloOrigin);
  await workTogether(origin, agents, 10);
  const worked = await workTogether(origin, agents, seconds);
  const broken = worked.filter(({ status }) => status !== 200 && status !== 422);
  if (failed + broken.length > 0) {
    process.stderr.write(`${failed} sign-ins and ${broken.length} requests failed: ${JSON.stringify(countByStatus(broken))}\n`);
    process.exitCode = 1;
  }
  const size = `${files.toLocaleString('en')} files, ${agents.length} agents at once, ${seconds} s`;
  printReport(`The office: ${size}`, [
    ...deeds.flatMap((kind) => linesOf(kind, worked, peer)),
    { figure: 'requests answered', value: worked.length / seconds, unit: '/s' },
    { figure: `${times.length} sign-ins in a minute: failed`, value: failed, unit: 'of them', aim: '0' },
    {
      figure: '  95 in 100 within',
      value: within(
        times.map(({ ms }) => ms),
        95,
      ),
      unit: 'ms',
    },
  ]);
}

function linesOf(kind: string, worked: readonly Timed[], peer: readonly number[]): BenchLine[] {
  const times = worked.filter((time) => time.kind === kind).map(({ ms }) => ms);
  const name = 'plain Fastify "hello"';
  return [
    {
      ...{ figure: `${kind}, 95 in 100 within`, value: within(times, 95), unit: 'ms', aim: 'under 200' },
      peer: { name, value: within(peer, 95) },
    },
    { figure: '  half within', value: within(times, 50), unit: 'ms', peer: { name, value: within(peer, 50) } },
  ];
}

function countByStatus(times: readonly Timed[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, status } of times) counts[`${kind} ${status}`] = (counts[`${kind} ${status}`] ?? 0) + 1;
  return counts;
}

/** A country's files are not all at rest: some wait at the counter, some for papers, some for a sitting. */
async function moveSomeBack({ owner }: Place): Promise<void> {
  await owner.pool.query(
    `update applications.application
     set state = (array['filed', 'filed', 'incomplete', 'scored'])[1 + abs(hashtext(id::text)) % 4],
       since = now() - (abs(hashtext(id::text)) % 60) * interval '1 day'
     where abs(hashtext(id::text || 'back')) % 100 < 6`,
  );
  await owner.pool.query('vacuum analyze applications.application');
}

async function communesWithFiles({ owner }: Place): Promise<readonly string[]> {
  const { rows } = await owner.pool.query<{ territory: string }>(
    'select territory from applications.application group by territory having count(*) > 50 order by territory',
  );
  return rows.map((row) => row.territory);
}

function loginOf(at: number): string {
  return `bench.${at}`;
}

/** As many agents as come in, spread over the communes, all with the password of the cast. */
async function seatAgents({ owner }: Place, communes: readonly string[]): Promise<void> {
  await owner.pool.query(
    `with one as (select password_hash from staff.agent where login = 'hanane.azilal'),
       seated as (
         insert into staff.agent (id, login, name_fr, name_ar, institution, password_hash)
         select uuidv7(), 'bench.' || n, 'Agent', 'عون', 'interior', password_hash from one, generate_series(0, $1::int - 1) n
         returning id, login
       )
     insert into staff.post (id, agent_id, role, territory, held_from)
     select uuidv7(), id, 'counter-agent', ($2::text[])[1 + substr(login, 7)::int % $3::int], $4 from seated`,
    [signInsAMinute, communes, communes.length, today(systemClock).toString()],
  );
}

async function filesOf({ owner }: Place, communes: readonly string[]): Promise<ReadonlyMap<string, FilesOfAgent>> {
  const files = new Map<string, FilesOfAgent>();
  for (const [at, commune] of communes.entries()) {
    const { rows } = await owner.pool.query<{ id: string; name: string; state: string }>(
      `select id, state, coalesce(head_names -> 'fr' ->> 'given', '') || ' ' || coalesce(head_names -> 'fr' ->> 'family', '') as name
       from applications.application where territory = $1 order by hashtext(id::text) limit 6000`,
      [commune],
    );
    const some = rows.slice(0, 400);
    const numbers = await numbered(owner, some, at);
    files.set(commune, {
      open: some.map(({ id }) => id),
      search: [...numbers, ...numbers, ...some.map(({ name }) => name)],
      submit: rows.filter(({ state }) => state === 'filed').map(({ id }) => id),
    });
  }
  return files;
}

/** Copies bear numbers that no office gave: those that are sought get one with its check digit, as a receipt shows it. */
async function numbered(
  owner: Place['owner'],
  files: readonly { readonly id: string }[],
  commune: number,
): Promise<readonly string[]> {
  const numbers = files.map((_, at) => withCheckDigit(`99${String(commune * 1_000 + at).padStart(9, '0')}`));
  await owner.pool.query(
    `update applications.application set number = given.number
     from unnest($1::uuid[], $2::text[]) as given (id, number) where application.id = given.id`,
    [files.map(({ id }) => id), numbers],
  );
  return numbers;
}

/** Two thousand who come in within a minute, one after the other as a street lets them in; the first ones stay to work. */
async function comeIn(communes: readonly string[], files: ReadonlyMap<string, FilesOfAgent>) {
  const pause = 60_000 / signInsAMinute;
  const entering = Array.from({ length: signInsAMinute }, async (_, at) => {
    await wait(at * pause);
    const body = { login: loginOf(at), password: CAST_PASSWORD };
    return timed('sign-in', () => send(origin, '/api/office/sign-in', { body, headers: { 'sec-fetch-site': 'same-origin' } }));
  });
  const entered = await Promise.all(entering);
  const agents: SignedInAgent[] = entered.slice(0, atOnce).map(({ answer }, at) => ({
    token: /ramed_session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '',
    files: files.get(communes[at % communes.length] ?? '') ?? { open: [], search: [], submit: [] },
  }));
  return { agents, times: entered.map(({ answer: _read, ...time }) => time) };
}

/** As many askers of a bare hello, in the same way and as often, so that the machine and the load fall on both. */
async function helloTimes(helloOrigin: string): Promise<number[]> {
  const times: number[] = [];
  const ends = performance.now() + Math.min(seconds, 20) * 1_000;
  await Promise.all(
    Array.from({ length: atOnce }, async (_, at) => {
      await wait((at / atOnce) * 5_000);
      while (performance.now() < ends) {
        times.push((await timed('hello', () => send(helloOrigin, '/', {}))).ms);
        await wait(5_000);
      }
    }),
  );
  return times;
}
