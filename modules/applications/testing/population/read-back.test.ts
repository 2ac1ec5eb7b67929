import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findCommune } from '#modules/territory';
import { type BatchFormat, type BatchItem, readBatch } from '../../gateway/batch/index.ts';
import { intakeRules } from '../../model/intake-rules.ts';
import { type PopulationOptions, population, referenceOf, writePopulation } from './index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ramed-population-'));
});
afterAll(() => rm(folder, { recursive: true }));

const options: PopulationOptions = {
  households: 1500,
  seed: 'read',
  filedFrom: '2026-09-07',
  filedTo: '2026-11-20',
  errors: 'usual',
};

/** What a row of cells says of a key that no form has. */
const inCells: Readonly<Record<string, string>> = { 'unknown-key': 'cell-count' };

it.each(['xml', 'ndjson', 'csv'] as const)('intake refuses exactly what was planted for it to refuse, in %s', async (format) => {
  const file = join(folder, `batch.${format}`);
  await writePopulation({ ...options, format, file });
  const items = await itemsOf(file, format);
  expect(items.filter(({ kind }) => kind === 'fatal')).toEqual([]);
  expect(items.filter(({ kind }) => kind === 'record' || kind === 'refused')).toHaveLength(options.households);
  const refused = items.flatMap((item) =>
    item.kind === 'refused' ? item.refusals.map(({ refused }) => `${referenceOf(item.ordinal)} ${refused}`) : [],
  );
  expect(refused).toEqual(plantedRefusals(format));
});

it.each(['xml', 'ndjson', 'csv'] as const)('what intake receives is what was filed, in %s', async (format) => {
  const file = join(folder, `clean.${format}`);
  const clean: PopulationOptions = { ...options, households: 200, errors: 'none' };
  await writePopulation({ ...clean, format, file });
  const received = (await itemsOf(file, format)).flatMap((item) => (item.kind === 'record' ? [item.declaration] : []));
  expect(received).toEqual([...population(clean)].map(({ declaration }) => declaration));
});

async function itemsOf(file: string, format: BatchFormat): Promise<readonly BatchItem[]> {
  const rules = intakeRules({
    today: Temporal.PlainDate.from('2026-12-31'),
    schemeOpened: Temporal.PlainDate.from('2008-10-16'),
    majorityAge: 18,
    findCommune,
    jurisdiction: '',
  });
  return Array.fromAsync(readBatch(createReadStream(file), { format, rules }));
}

function plantedRefusals(format: BatchFormat): readonly string[] {
  return [...population(options)].flatMap(({ reference, truths }) =>
    truths
      .filter(({ kind, expected }) => kind !== 'duplicate' && expected === 'refused-at-intake')
      .map((truth) => (truth.kind === 'unfit-for-intake' ? truth.rule : 'cover-not-declared'))
      .map((rule) => `${reference} ${format === 'csv' ? (inCells[rule] ?? rule) : rule}`),
  );
}
