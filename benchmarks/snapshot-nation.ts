import type { Told } from '../modules/cards/testing/snapshots.ts';

export type NationSize = { readonly families: number; readonly receipts: number; readonly revoked: number };

/**
 * Of a nation's persons with rights: 2.6 a family, and one family in ten more whose rights have ended; requests of two months that wait, cards of
 * which one in twenty was lost, stolen or replaced.
 */
export function nationSize(persons: number): NationSize {
  const families = Math.round(persons / 2.6 / 0.9);
  return { families, receipts: Math.round(families / 18), revoked: Math.round(families / 20) };
}

type Entry = readonly [name: string, told: Told];
const DAY_MS = 86_400_000;
const SIZES = [1, 2, 2, 3, 5];
const DAYS_OF_A_RIGHT = 1_095;

/** Every number that a snapshot of the day holds: of ten families eight are covered, one has to pay, one's rights ended within the year. */
export function* aNation({ families, receipts, revoked }: NationSize, day: string): Generator<Entry> {
  for (let at = 0; at < families; at += 1) yield [`registration:${at}`, familyAt(at, day)];
  for (let at = 0; at < receipts; at += 1)
    yield [
      `receipt:${at}`,
      { outlook: { state: 'emergency-only', day: dayIn(day, at % 60), becomes: 'expired' }, birthYears: [] },
    ];
  for (let at = 0; at < revoked; at += 1) yield [`card:${at}`, { outlook: { state: 'revoked' }, birthYears: [] }];
}

/** The same a day later: one family in 1,095 has ended, as many are new; two families in a thousand have paid; one card in ten thousand is lost. */
export function* dayAfterIn(size: NationSize, day: string): Generator<Entry> {
  for (const [name, told] of aNation(size, day)) {
    const at = Number(name.split(':')[1]);
    const isOver = name.startsWith('registration') && told.outlook.state === 'open' && at % DAYS_OF_A_RIGHT === 0;
    const hasPaid = told.outlook.state === 'unpaid' && at % 500 === 9;
    if (isOver) yield [name, { outlook: { state: 'expired', day }, birthYears: [] }];
    else if (hasPaid) yield [name, { ...told, outlook: { state: 'open', day: dayIn(day, 364), becomes: 'unpaid' } }];
    else yield [name, told];
  }
  const fresh = Math.ceil(size.families / DAYS_OF_A_RIGHT);
  for (let at = 0; at < fresh; at += 1) yield [`registration:${size.families + at}`, familyAt(at * 10, day)];
  for (let at = 0; at < size.families / 10_000; at += 1)
    yield [`card:${size.revoked + at}`, { outlook: { state: 'revoked' }, birthYears: [] }];
}

/** The least bits in which all that is told of a nation can be written, once each number is known: by how often each answer and each age stands in it. */
export function entropyOf(nation: Iterable<Entry>): number {
  const outlooks = new Map<string, number>();
  const ages = new Map<number, number>();
  for (const [, { outlook, birthYears }] of nation) {
    const key = `${outlook.state} ${outlook.day} ${outlook.becomes} ${birthYears.length}`;
    outlooks.set(key, (outlooks.get(key) ?? 0) + 1);
    for (const year of birthYears) ages.set(Math.max(1963, year), (ages.get(Math.max(1963, year)) ?? 0) + 1);
  }
  return bitsOf([...outlooks.values()]) + bitsOf([...ages.values()]);
}

function bitsOf(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum + count * Math.log2(all / count), 0);
}

function familyAt(at: number, day: string): Told {
  // Neither number has a factor of the other: every length of time meets every kind of family.
  const days = (at * 389) % DAYS_OF_A_RIGHT;
  if (at % 10 === 8) return { outlook: { state: 'expired', day: dayIn(day, -(days % 365)) }, birthYears: [] };
  const birthYears = Array.from({ length: SIZES[Math.floor(at / 10) % SIZES.length] ?? 1 }, (_, n) => yearOf(at, n));
  if (at % 10 === 9) return { outlook: { state: 'unpaid', day: dayIn(day, days), becomes: 'expired' }, birthYears };
  return { outlook: { state: 'open', day: dayIn(day, days), becomes: 'expired' }, birthYears };
}

/** Heads and spouses between twenty and eighty, children under twenty-one. */
function yearOf(at: number, member: number): number {
  return member < 2 ? 2006 - ((at * 31 + member * 7) % 60) : 2026 - ((at * 17 + member * 5) % 21);
}

function dayIn(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
