import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from '#modules/eligibility';
import { population, writePopulation } from './index.ts';
import { azilalSample } from './sample.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../../', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ramed-population-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the file of a population', () => {
  const options = { households: 60, seed: 'file', filedFrom: '2026-09-07', filedTo: '2026-11-20', errors: 'usual' } as const;

  it.each(['xml', 'ndjson', 'csv'] as const)('is the same to the byte each time it is written as %s', async (format) => {
    const [one, other] = [join(folder, `one.${format}`), join(folder, `other.${format}`)];
    await Promise.all([one, other].map((file) => writePopulation({ ...options, format, file })));
    expect(await readFile(one)).toEqual(await readFile(other));
    expect(await readFile(`${one}.truth.ndjson`)).toEqual(await readFile(`${other}.truth.ndjson`));
  });

  it('holds every request in order, and beside it every truth', async () => {
    const file = join(folder, 'all.ndjson');
    const { persons } = await writePopulation({ ...options, format: 'ndjson', file });
    const requests = [...population(options)];
    const [header, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(JSON.parse(header ?? '')).toMatchObject({ schema: 'ramed.batch/1', count: 60 });
    expect(lines.map((line) => JSON.parse(line).reference)).toEqual(requests.map(({ reference }) => reference));
    expect(persons).toBe(requests.reduce((sum, { declaration }) => sum + declaration.members.length, 0));
    const truths = (await readFile(`${file}.truth.ndjson`, 'utf8')).trimEnd().split('\n');
    expect(truths.map((line) => JSON.parse(line))).toEqual(requests.flatMap((request) => request.truths));
  });
});

it('is written by the command with less memory than its text fills', async () => {
  const file = join(folder, 'large.ndjson');
  const command = [`${root}surfaces/cli/ramed.ts`, 'population', '--households', '25000', '--seed', 'large', '--to', file];
  const smallHeap = ['--max-old-space-size=40', '--max-semi-space-size=4'];
  await run(process.execPath, [...smallHeap, '--import', 'tsx', ...command], { cwd: root });
  expect((await stat(file)).size).toBeGreaterThan(50_000_000);
});

describe('the shipped sample of Azilal', () => {
  const shipped = (name: string) => readFile(new URL(`../../../../database/seeds/samples/${name}`, import.meta.url));

  it('is what the generator writes today', async () => {
    const file = join(folder, 'azilal-400.xml');
    await writePopulation({ ...azilalSample, file });
    expect((await readFile(file)).equals(await shipped('azilal-400.xml'))).toBe(true);
    expect((await readFile(`${file}.truth.ndjson`)).equals(await shipped('azilal-400.xml.truth.ndjson'))).toBe(true);
  });

  it.each([
    ['a widow and her six children', 'P0000333', { maritalStatus: 'widowed', people: 7, milieu: 'rural' }, 'poor'],
    [
      'a large family with two wives in the mountains',
      'P0000121',
      { maritalStatus: 'married', people: 15, milieu: 'rural' },
      'poor',
    ],
    ['a young family of four in town', 'P0000243', { maritalStatus: 'married', people: 4, milieu: 'urban' }, 'vulnerable'],
    ['a mother whose husband left', 'P0000062', { maritalStatus: 'abandoned', people: 3, milieu: 'rural' }, 'poor'],
    ['a woman alone who owns too much', 'P0000004', { maritalStatus: 'single', people: 1, milieu: 'rural' }, 'not_eligible'],
  ])('shows %s, with nothing planted', (_who, reference, { maritalStatus, people, milieu }, outcome) => {
    const request = [...population(azilalSample)].find((one) => one.reference === reference);
    if (request === undefined) throw new Error(`no request ${reference}`);
    expect(request.truths).toEqual([]);
    expect(request.declaration.members[0]?.marital_status).toBe(maritalStatus);
    expect([request.declaration.members.length, request.declaration.milieu]).toEqual([people, milieu]);
    expect(assess('ramed-2008', request.declaration).outcome).toBe(outcome);
  });
});
