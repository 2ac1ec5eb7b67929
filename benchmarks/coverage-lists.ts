import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type ListPartner, listWriter, oneList } from '#modules/coverage';
import { expectDone, type Job } from '#platform/jobs';
import { type Actor, systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { receiveListFile } from '../surfaces/gateway/cover-list-files.ts';
import { openBenchHouse } from './bench-house.ts';
import { type BenchLine, printReport } from './report.ts';

// Rows a second of an insurer's full list, from the file to the register with its indexes; then the same people a month later, then a list in
// which one of a hundred changed. The floor is PostgreSQL's own COPY of the same rows from a file of the server's, into a bare table without
// an index, in the same run: it judges no line, compares nothing and keeps no second time.
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, rows: { type: 'string' }, names: { type: 'boolean' } } });
const rows = Number(values.rows ?? (values.quick ? 20_000 : 1_000_000));

const [givenNames, familyNames] = [namesIn('women'), namesIn('families')];

const { house, owner, config, close } = await openBenchHouse();
try {
  printReport(`An insurer's list of ${rows.toLocaleString('en')} rows`, await measure());
} finally {
  await close();
}

async function measure(): Promise<readonly BenchLine[]> {
  const floor = await copyBare();
  const peer = { name: 'bare COPY', value: floor };
  const lines: BenchLine[] = [];
  for (const told of [
    { figure: 'first full list', on: '2026-09-01', changedEvery: 0 },
    { figure: 'the same people a month later', on: '2026-10-01', changedEvery: 0 },
    { figure: 'full list in which 1 % changed', on: '2026-11-01', changedEvery: 100 },
  ]) {
    const file = await writeList(told.on, told.changedEvery);
    const { seconds, peak } = await tell(file);
    lines.push({ figure: told.figure, value: rows / seconds, unit: 'rows/s', peer });
    lines.push({ figure: `  most memory of this process`, value: peak / 2 ** 20, unit: 'MB' });
  }
  const { rows: found } = await owner.pool.query<{ size: number; versions: number }>(
    `select pg_total_relation_size('coverage.told_cover') as size, count(*) as versions from coverage.told_cover`,
  );
  lines.push({ figure: 'room of the register, indexes included', value: (found[0]?.size ?? 0) / rows, unit: 'bytes a row' });
  if (values.names)
    lines.push({ figure: 'room of the names, indexes included', value: await roomOfNames(), unit: 'bytes a row' });
  return lines;
}

async function roomOfNames(): Promise<number> {
  const { rows: found } = await owner.pool.query<{ size: number }>(
    `select pg_total_relation_size('coverage.named_member') as size`,
  );
  return (found[0]?.size ?? 0) / rows;
}

/** Delivers the list through the gateway's own hand and reads it by the worker's own job, in this process. */
async function tell(file: string): Promise<{ seconds: number; peak: number }> {
  const partner: ListPartner = 'cnss';
  const permissions = new Set(['coverage:send-lists'] as const);
  const actor: Actor = { id: 'partner:cnss', permissions, scopes: ['*'] };
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 200);
  const start = performance.now();
  const received = await receiveListFile(house, createReadStream(file), { partner, actor });
  if (isRefusal(received)) throw new Error(`refused: ${received.refused}`);
  const read = house.jobs.find((job) => job.name === 'coverage.read-list') as unknown as Job<{ list: string }>;
  const log = { info: () => undefined, warn: () => undefined };
  const context = {
    desk: house.desk,
    clock: house.clock,
    log,
    actor: systemActor('bench'),
    key: file,
    enqueue: async () => undefined,
  };
  await read.handle(context, { list: received.list });
  const seconds = (performance.now() - start) / 1_000;
  clearInterval(watch);
  const { list } = expectDone(
    await house.desk.ask(oneList, { list: received.list }, { actor: systemActor('bench') }),
    'one-list',
  );
  if (list?.state !== 'applied') throw new Error(`the list is ${list?.state}`);
  process.stderr.write(
    `${file}: ${seconds.toFixed(1)} s, ${statSync(file).size} bytes, ${list.written} written, ${list.superseded} superseded\n`,
  );
  return { seconds, peak };
}

async function writeList(on: string, changedEvery: number): Promise<string> {
  const file = join(config.dataFolder, `list-${on}.csv`);
  await pipeline(Readable.from(listText(on, changedEvery)), createWriteStream(file));
  return file;
}

function* listText(on: string, changedEvery: number): Generator<string> {
  const writer = listWriter('csv');
  yield writer.header({ organism: 'cnss', scheme: 'cnss', kind: 'full', reference: `L-${on}`, stands_on: on, count: rows });
  for (let block = 0; block < rows; block += 1_000) {
    let text = '';
    for (let row = block; row < Math.min(rows, block + 1_000); row += 1) {
      const heldAs = changedEvery > 0 && row % changedEvery === 0 ? 'dependant' : 'insured';
      const [member, card, birth_date, from] = valuesOf(row);
      text += writer.line({ member, card, birth_date, held_as: heldAs, from, ...(values.names ? nameOf(row) : {}) });
    }
    yield text;
  }
}

/** Cards are not in the order of members: their index is written as a real list would. */
function valuesOf(row: number) {
  const card = `AB${String((row * 7_919) % 10_000_019).padStart(8, '0')}`;
  return [String(100_000_000 + row), card, dayOf(1950, row % 20_000), dayOf(2005, (row * 31) % 7_000)] as const;
}

function nameOf(row: number) {
  const [given, family] = [givenNames[(row * 31) % givenNames.length], familyNames[(row * 17) % familyNames.length]];
  return { given, family, sex: 'F' };
}

function namesIn(file: string): readonly string[] {
  const text = readFileSync(new URL(`../modules/applications/testing/population/names/${file}.csv`, import.meta.url), 'utf8');
  const first = text
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',')[0]?.trim() || []);
  return first.map((name) => name.normalize('NFD').replace(/[^A-Za-z '-]/g, ''));
}

function dayOf(year: number, days: number): string {
  return new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10);
}

async function copyBare(): Promise<number> {
  const file = join(config.dataFolder, 'bare.tsv');
  await pipeline(Readable.from(bareText()), createWriteStream(file));
  await chmod(config.dataFolder, 0o755);
  await chmod(file, 0o644);
  await owner.pool.query(
    'create table bare (member text, from_day date, to_day date, held_as text, card text, birth_date date, known_from timestamptz)',
  );
  const start = performance.now();
  await owner.pool.query(`copy bare from '${file}'`);
  const seconds = (performance.now() - start) / 1_000;
  await owner.pool.query('drop table bare');
  return rows / seconds;
}

function* bareText(): Generator<string> {
  for (let row = 0; row < rows; row += 1) {
    const [member, card, birthDate, from] = valuesOf(row);
    yield `${member}\t${from}\tinfinity\tinsured\t${card}\t${birthDate}\t2026-09-01T00:00:00Z\n`;
  }
}
