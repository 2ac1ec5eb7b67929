import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { batchWriter } from '#modules/applications';
import { CAST_PASSWORD } from '#modules/staff';
import { systemClock, today } from '#platform/clock';
import { readConfig } from '#platform/config';
import { type Database, openDatabase } from '#platform/database';
import { newId } from '#platform/ids';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { population } from '../modules/applications/testing/population/index.ts';
import { receiveBatchFile } from '../surfaces/gateway/batch-files.ts';
import { type House, openHouse } from '../surfaces/house.ts';
import { startSystem } from '../surfaces/system.ts';
import { send } from './office-agents.ts';
import { type BenchLine, median, printReport } from './report.ts';

// What a commission of a hundred files waits for: its whole room in one answer, one ruling, ten and a hundred in one deed, the seal, the minutes in two
// languages. One secretary, one server process; the peers are a bare hello and a bare insert, asked one after the other in the same way.
const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
const sittings = values.quick ? 2 : 5;
const FILES = 100;
const COMMUNE = '05.081.03.07';
const MOST_BYTES = 400 * 1_024;

const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-sittings-'));
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
const times = new Map<string, number[]>();
const faults: string[] = [];
let token = '';
try {
  const [helloPort] = (await once(hello as ChildProcess, 'message')) as [number];
  await measure({ house, owner }, `http://127.0.0.1:${helloPort}`);
} finally {
  hello.disconnect();
  await house.close();
  await owner.close();
  await system.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

type Place = { readonly house: House; readonly owner: Database };

async function measure(place: Place, helloOrigin: string): Promise<void> {
  const files = await scoredFiles(place, sittings * FILES);
  const payload = { login: 'naima.secretary', password: CAST_PASSWORD };
  token = JSON.parse((await send(origin, '/api/sign-in', { body: payload })).text).token;
  await measurePeers(place.owner, helloOrigin);
  for (let at = 0; at < sittings; at += 1) await holdSitting(at, files.slice(at * FILES, (at + 1) * FILES));
  const { rows } = await place.owner.pool.query(
    'select count(*)::int as decisions, count(distinct application_id)::int as files from commissions.decision',
  );
  const [{ decisions, files: decided }] = rows as [{ decisions: number; files: number }];
  if (decisions !== sittings * FILES || decided !== decisions) faults.push(`${decisions} decisions on ${decided} files`);
  report();
  if (faults.length === 0) return;
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
}

/** Files of invented families of one commune, checked and scored by the system itself; nobody has sat on them. */
async function scoredFiles({ house: taker, owner: reader }: Place, wanted: number): Promise<string[]> {
  const writer = batchWriter('ndjson');
  const records: string[] = [];
  for (const filed of population({
    households: wanted * 20,
    seed: 'sittings',
    filedFrom: '2026-09-07',
    filedTo: '2026-11-20',
    errors: 'none',
  })) {
    if (filed.declaration.milieu !== 'rural') continue;
    records.push(
      writer.record({ ...filed, declaration: { ...filed.declaration, commune: COMMUNE } as typeof filed.declaration }),
    );
    if (records.length >= wanted * 1.1) break;
  }
  const header = writer.header({ sender: 'bench', reference: 'sittings', created_on: '2026-11-20' });
  const source = Readable.from([Buffer.from(header + records.join('') + writer.footer())]);
  const received = await receiveBatchFile(taker, source, { actor: systemActor('bench'), rehearsal: false });
  if (isRefusal(received)) throw new Error(`not received: ${received.refused}`);
  for (let left = 600; left > 0; left -= 1) {
    const { rows } = await reader.pool.query<{ id: string }>(
      `select id from applications.application where state = 'scored' and territory = $1 order by number limit $2`,
      [COMMUNE, wanted],
    );
    if (rows.length === wanted) return rows.map(({ id }) => id);
    await wait(200);
  }
  throw new Error('the files were not scored within two minutes');
}

async function measurePeers(writing: Database, helloOrigin: string): Promise<void> {
  await writing.pool.query('create table bench_bare (id uuid primary key, what jsonb not null)');
  for (let again = 0; again < 60; again += 1) {
    await clocked('hello', () => send(helloOrigin, '/', {}));
    await clocked('insert', () => writing.pool.query('insert into bench_bare values ($1, $2)', [newId(), '{"outcome":"poor"}']));
  }
}

async function clocked<T>(kind: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const done = await work();
  times.set(kind, [...(times.get(kind) ?? []), performance.now() - started]);
  return done;
}

async function call(kind: string, path: string, body: object) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId() };
  const answer = await clocked(kind, () => send(origin, path, { body, headers }));
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return JSON.parse(answer.text);
}

function deed(kind: string, name: string, body: object) {
  return call(kind, `/api/actions/commissions.${name}`, body);
}

function question(kind: string, name: string, body: object) {
  return call(kind, `/api/queries/commissions.${name}`, body);
}

type Listed = { readonly application: string; readonly proposal: string };

async function holdSitting(at: number, applications: readonly string[]): Promise<void> {
  const called = { territory: COMMUNE, heldOn: today(systemClock).toString(), startsAt: `${String(8 + at).padStart(2, '0')}:00` };
  const { sitting } = await deed('convene', 'convene-sitting', called);
  await deed('freeze', 'freeze-agenda', { sitting, applications });
  const { members } = await question('members', 'members-of-commission', { territory: COMMUNE });
  const voices = (members as { id: string; seat: string }[]).filter(({ seat }) => seat !== 'secretary');
  await deed('open', 'open-sitting', { sitting, present: voices.map(({ id }) => id) });
  for (let again = 0; again < 5; again += 1) await question('room', 'sitting-in-full', { sitting });
  const { files } = (await question('room', 'sitting-in-full', { sitting })) as { files: Listed[] };
  const rulings = files.map(({ application, proposal }) => ({
    ...{ id: newId(), application, outcome: proposal === 'not_eligible' ? 'refused' : proposal, reason: 'as-scored' },
    ruledAt: systemClock.now().toString(),
  }));
  for (const lot of lotsOf(at)) await deed(`record ${lot}`, 'record-decisions', { sitting, rulings: rulings.splice(0, lot) });
  await deed('seal', 'seal-sitting', { sitting });
  for (const language of ['fr', 'ar']) await printTwice(sitting, language);
}

/** The last sitting is recorded whole; the others one by one, then in tens. */
function lotsOf(at: number): readonly number[] {
  if (at === sittings - 1) return [FILES];
  return [...Array.from({ length: 20 }, () => 1), ...Array.from({ length: 8 }, () => 10)];
}

async function printTwice(sitting: string, language: string): Promise<void> {
  const digests = new Set<string>();
  for (const turn of ['print', 'reprint']) {
    const headers = { authorization: `Bearer ${token}` };
    const asked = `${origin}/api/print/minutes/${sitting}?language=${language}`;
    const bytes = await clocked(
      `${turn} ${language}`,
      async () => new Uint8Array(await (await fetch(asked, { headers })).arrayBuffer()),
    );
    digests.add(createHash('sha256').update(bytes).digest('hex'));
    times.set(`bytes ${language}`, [...(times.get(`bytes ${language}`) ?? []), bytes.byteLength]);
    if (bytes.byteLength > MOST_BYTES) faults.push(`minutes in ${language} have ${bytes.byteLength} bytes`);
  }
  if (digests.size > 1) faults.push(`minutes in ${language} have other bytes on the second print`);
}

function report(): void {
  const peers = { hello: median(times.get('hello') ?? []), insert: median(times.get('insert') ?? []) };
  const line = (figure: string, kind: string, peer: keyof typeof peers, aim?: string): BenchLine => ({
    ...{ figure, value: median(times.get(kind) ?? []), unit: 'ms', peer: { name: `a bare ${peer}`, value: peers[peer] } },
    ...(aim === undefined ? {} : { aim }),
  });
  printReport(`Sittings: ${sittings} of ${FILES} files`, [
    line('the whole room in one answer', 'room', 'hello', '≤ 400'),
    line('one ruling', 'record 1', 'insert'),
    line('ten rulings in one deed', 'record 10', 'insert'),
    line('a hundred rulings in one deed', `record ${FILES}`, 'insert'),
    line('the seal', 'seal', 'insert'),
    ...['fr', 'ar'].flatMap((language) => [
      line(`minutes in ${language}`, `print ${language}`, 'hello'),
      line(`minutes in ${language}, again`, `reprint ${language}`, 'hello'),
      { figure: `minutes in ${language}`, value: median(times.get(`bytes ${language}`) ?? []) / 1_024, unit: 'KB', aim: '≤ 400' },
    ]),
  ]);
}
