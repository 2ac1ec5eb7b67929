import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse';
import { SaxesParser } from 'saxes';
import { type BatchFormat, batchProgress, readBatch, requestRules } from '#modules/applications';
import { declarationJsonSchema } from '#modules/eligibility';
import { systemClock, today } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import { startWorker } from '#platform/jobs/worker.ts';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { writePopulation } from '../modules/applications/testing/population/index.ts';
import { receiveBatchFile } from '../surfaces/gateway/batch-files.ts';
import { openBenchHouse } from './bench-house.ts';
import { type BenchLine, printReport } from './report.ts';

// Records a second of one file in each format: read and held to every rule, by the time of one core; and stored by the real job on a
// real database, by the clock.
// The floor is the parser alone (JSON.parse, saxes, csv-parse), which checks nothing; for JSON also a compiled JSON Schema (ajv), which
// knows neither order nor dates nor communes and gives no digest. The three formats must come to the same households.
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, households: { type: 'string' } } });
const households = Number(values.households ?? (values.quick ? 3_000 : 20_000));
const largeHouseholds = values.quick ? households : 86_000;
const formats = ['ndjson', 'csv', 'xml'] as const;
const unit = 'records/s';
const aim = '5,000 a second';
const folder = mkdtempSync(join(tmpdir(), 'ramed-import-'));

const rules = requestRules(today(systemClock));

const floorNames = { ndjson: 'JSON.parse alone', csv: 'csv-parse alone', xml: 'saxes alone' } as const;

const floors: Readonly<Record<BatchFormat, (file: string) => Promise<unknown>>> = {
  async ndjson(file) {
    for await (const line of createInterface({ input: createReadStream(file) })) JSON.parse(line);
  },
  async csv(file) {
    const rows = createReadStream(file).pipe(parseCsv({ delimiter: ';', relax_column_count: true, bom: true }));
    for await (const row of rows) if (!Array.isArray(row)) throw new TypeError('a row is a list');
  },
  async xml(file) {
    const parser = new SaxesParser({});
    for await (const piece of createReadStream(file, 'utf8')) parser.write(piece as string);
    parser.close();
  },
};

try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const lines: BenchLine[] = [];
  const seen = new Set<string>();
  for (const format of formats) {
    const file = await writeFile(format, households);
    const read = await bestOf(() => readAndCheck(file, format));
    const floor = await bestOf(() => floors[format](file));
    const figure = `${format}, read and held to every rule`;
    lines.push({ figure, value: read.perSecond, unit, aim, peer: { name: floorNames[format], value: floor.perSecond } });
    if (format === 'ndjson') {
      const checked = await bestOf(() => byJsonSchema(file));
      lines.push({
        figure,
        value: read.perSecond,
        unit,
        aim,
        peer: { name: 'ajv on the published schema', value: checked.perSecond },
      });
    }
    seen.add(read.result);
  }
  lines.push(await memoryOfLargeFile());
  for (const format of formats) lines.push(await storedBy(format, lines));
  printReport(`Import of ${households.toLocaleString('en')} requests`, lines);
  if (seen.size === 1) return;
  process.stderr.write(`the formats do not hold the same households: ${[...seen].join(' ')}\n`);
  process.exitCode = 1;
}

async function writeFile(format: BatchFormat, count: number, name = fileNamed(format)): Promise<string> {
  const file = join(folder, name);
  const period = { filedFrom: '2022-09-05', filedTo: '2022-11-25' } as const;
  await writePopulation({ households: count, seed: 'import', ...period, errors: 'usual', format, file });
  return file;
}

function fileNamed(format: BatchFormat): string {
  return `requests.${format}`;
}

/** By processor time, so that what else the machine does falls on nobody. The faster of two: the first also warms up. */
async function bestOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; perSecond: number }> {
  let best = 0;
  let result: Result;
  for (let round = 0; ; round++) {
    const start = process.cpuUsage();
    result = await work();
    const { user, system } = process.cpuUsage(start);
    best = Math.max(best, (households * 1e6) / (user + system));
    if (round === 1) return { result, perSecond: best };
  }
}

/** What was read, in a word that is the same for the same accepted households: their number and their digests, taken together. */
async function readAndCheck(file: string, format: BatchFormat): Promise<string> {
  let accepted = 0;
  let together = 0n;
  for await (const item of readBatch(createReadStream(file, { highWaterMark: 1 << 18 }), { format, rules })) {
    if (item.kind !== 'record') continue;
    accepted += 1;
    together ^= BigInt(`0x${item.digest}`);
  }
  return `${accepted}:${together.toString(16)}`;
}

async function byJsonSchema(file: string): Promise<number> {
  const isDeclaration = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(declarationJsonSchema());
  let valid = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (isDeclaration((JSON.parse(line) as { declaration?: unknown }).declaration)) valid += 1;
  }
  return valid;
}

async function memoryOfLargeFile(): Promise<BenchLine> {
  const file = await writeFile('xml', largeHouseholds, 'large.xml');
  const megabytes = statSync(file).size / 1e6;
  await readAndCheck(file, 'xml');
  rmSync(file);
  const figure = `peak memory after an XML file of ${megabytes.toFixed(0)} MB was written and read`;
  return { figure, value: process.resourceUsage().maxRSS / 1024, unit: 'MB' };
}

async function storedBy(format: BatchFormat, lines: readonly BenchLine[]): Promise<BenchLine> {
  const bench = await openBenchHouse();
  const { house } = bench;
  const jobs = house.jobs.filter(({ name }) => name === 'applications.import-batch');
  const worker = await startWorker(jobs, { ...house, jobsUrl: house.urls.jobs, concurrency: 1 });
  try {
    const actor = systemActor('bench');
    const start = performance.now();
    const source = createReadStream(join(folder, fileNamed(format)));
    const received = await receiveBatchFile(house, source, { actor, rehearsal: false });
    if (isRefusal(received)) throw new Error(`not received: ${received.refused}`);
    for (let state = 'receiving'; state === 'receiving'; await wait(50)) {
      const asked = await house.desk.ask(batchProgress, { batch: received.batch }, { actor });
      state = expectDone(asked, 'batch-progress').progress?.state ?? state;
    }
    const value = households / ((performance.now() - start) / 1000);
    const read = lines.find(({ figure }) => figure.startsWith(format))?.value ?? Number.NaN;
    return {
      figure: `${format}, stored by the job`,
      value,
      unit,
      peer: { name: 'read and held to every rule, one core', value: read },
    };
  } finally {
    await worker.stop();
    await bench.close();
  }
}
