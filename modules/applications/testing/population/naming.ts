import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Random, Weighted } from './random.ts';

/** One name as it is written in the two scripts of the form. */
export type PairedName = { readonly fr: string; readonly ar: string };

/** A family name, as likely as it is at home in the region. */
export function familyName(random: Random, region: string): PairedName {
  const colour = random.weighted(coloursOf[region] ?? [['common', 1]]);
  return random.pick(families.get(colour) ?? []);
}

/** A given name that fits the sex, the generation and the region, not yet borne by a sister or brother. */
export function givenName(
  random: Random,
  person: { sex: 'F' | 'M'; age: number; region: string },
  taken: ReadonlySet<string>,
): PairedName {
  const era = random.weighted(person.age >= 55 ? erasOfTheOld : person.age >= 25 ? erasOfTheAdult : erasOfTheYoung);
  const colour = random.weighted(givenColoursOf[person.region] ?? [['common', 1]]);
  const names = given[person.sex];
  const common = names.get(`${era}/common`) ?? [];
  const fitting = names.get(`${era}/${colour}`) ?? names.get(`any/${colour}`) ?? common;
  return freeName(random, fitting, taken) ?? freeName(random, common, taken) ?? random.pick(fitting);
}

function freeName(random: Random, names: readonly PairedName[], taken: ReadonlySet<string>): PairedName | undefined {
  for (let tries = 0; tries < 8; tries++) {
    const name = random.pick(names);
    if (!taken.has(name.fr)) return name;
  }
  return undefined;
}

const erasOfTheOld: readonly Weighted<string>[] = [
  ['old', 55],
  ['any', 45],
];
const erasOfTheAdult: readonly Weighted<string>[] = [
  ['any', 80],
  ['old', 8],
  ['young', 12],
];
const erasOfTheYoung: readonly Weighted<string>[] = [
  ['young', 70],
  ['any', 30],
];

/** How much of each region's names is of the country, and how much its own. */
const coloursOf: Readonly<Record<string, readonly Weighted<string>[]>> = {
  '01': [
    ['common', 45],
    ['north', 40],
    ['rif', 15],
  ],
  '02': [
    ['common', 45],
    ['oriental', 35],
    ['rif', 20],
  ],
  '03': [
    ['common', 65],
    ['atlas', 20],
    ['rif', 10],
    ['north', 5],
  ],
  '04': [
    ['common', 60],
    ['plains', 30],
    ['atlas', 10],
  ],
  '05': [
    ['common', 30],
    ['atlas', 50],
    ['plains', 20],
  ],
  '06': [
    ['common', 50],
    ['plains', 40],
    ['souss', 10],
  ],
  '07': [
    ['common', 45],
    ['plains', 30],
    ['atlas', 15],
    ['souss', 10],
  ],
  '08': [
    ['common', 30],
    ['south', 45],
    ['atlas', 25],
  ],
  '09': [
    ['common', 30],
    ['souss', 65],
    ['south', 5],
  ],
  '10': [
    ['common', 20],
    ['souss', 40],
    ['sahara', 40],
  ],
  '11': [
    ['common', 20],
    ['souss', 10],
    ['sahara', 70],
  ],
  '12': [
    ['common', 20],
    ['souss', 15],
    ['sahara', 65],
  ],
};

const givenColoursOf: Readonly<Record<string, readonly Weighted<string>[]>> = {
  '02': [
    ['common', 93],
    ['amazigh', 7],
  ],
  '03': [
    ['common', 92],
    ['amazigh', 8],
  ],
  '05': [
    ['common', 76],
    ['amazigh', 24],
  ],
  '07': [
    ['common', 94],
    ['amazigh', 6],
  ],
  '08': [
    ['common', 78],
    ['amazigh', 22],
  ],
  '09': [
    ['common', 84],
    ['amazigh', 16],
  ],
  '10': [
    ['common', 55],
    ['amazigh', 10],
    ['sahara', 35],
  ],
  '11': [
    ['common', 40],
    ['sahara', 60],
  ],
  '12': [
    ['common', 45],
    ['sahara', 55],
  ],
};

const Row = z.strictObject({ fr: z.string(), ar: z.string(), era: z.string().default('any'), colour: z.string() });
type Row = z.infer<typeof Row>;

const families = grouped('families', (row) => row.colour);
const given = {
  F: grouped('women', (row) => `${row.era}/${row.colour}`),
  M: grouped('men', (row) => `${row.era}/${row.colour}`),
};

function grouped(list: 'families' | 'women' | 'men', by: (row: Row) => string): ReadonlyMap<string, readonly PairedName[]> {
  const text = readFileSync(new URL(`./names/${list}.csv`, import.meta.url), 'utf8');
  return Map.groupBy(z.array(Row).parse(parse(text, { columns: true })), by);
}
