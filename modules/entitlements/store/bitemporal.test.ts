import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays, type PlainDate, Temporal } from '#platform/dates';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { ownHand, pay, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { closeRight } from '../actions/close-right.ts';
import { endForCover } from '../actions/end-for-cover.ts';
import { endSuspension } from '../actions/end-suspension.ts';
import { openRights } from '../actions/open-rights.ts';
import { suspendRight } from '../actions/suspend-right.ts';

// Suspensions, payments, closings and late news of another scheme's cover, in random sequences over the days: what the rights question says "as
// known on day D about day E" is what a model says that keeps, after each deed, every day of the family written out one by one.

const DAYS = 14;
const RUNS = Number(process.env.RAMED_PROPERTY_RUNS ?? 24);

let house: TestHouse;
let officer: Actor;
let start: PlainDate;
let shift = 0;
/** No two deeds are done at one instant. */
let ticks = 0;
const families = { poor: [] as string[], vulnerable: [] as string[] };

beforeAll(async () => {
  house = await openTestHouse({
    clock: { now: () => Temporal.Now.instant().add({ hours: 24 * shift, milliseconds: 5 * ticks }) },
  });
  officer = await house.as('salma.anam');
  start = today(house.house.clock);
  for (const kind of ['poor', 'vulnerable'] as const)
    for (let made = 0; made < RUNS; made += 8)
      families[kind].push(...(await register(house, ...Array.from({ length: 8 }, () => aFamily(kind)))));
}, 300_000);
afterAll(() => house.close());

type Deed = { readonly does: 'suspend' | 'resume' | 'pay' | 'close' | 'cover'; readonly wait: number; readonly ago: number };
const deed: fc.Arbitrary<Deed> = fc.record({
  does: fc.constantFrom(
    'suspend' as const,
    'resume' as const,
    'pay' as const,
    'suspend' as const,
    'cover' as const,
    'close' as const,
  ),
  wait: fc.nat(3),
  ago: fc.integer({ min: -2, max: 6 }),
});

type State = 'open' | 'unpaid' | 'suspended' | 'closed';
type Cell = { readonly state: State; readonly beneath?: 'open' | 'unpaid' };

/** One family, every day apart. */
class Naive {
  cells: readonly Cell[];
  isPaid = false;
  /** Whose rights were closed owes nothing any more, and pays nothing. */
  isWaived = false;

  constructor(first: 'open' | 'unpaid') {
    this.cells = Array.from({ length: DAYS }, () => ({ state: first }));
  }

  suspend(from: number): boolean {
    return this.#change(from, ({ state }) =>
      state === 'open' || state === 'unpaid' ? { state: 'suspended', beneath: state } : undefined,
    );
  }

  resume(from: number): boolean {
    const isDone = this.#change(from, ({ beneath }) => (beneath ? { state: beneath } : undefined));
    if (isDone && this.isPaid) this.#open(from);
    return isDone;
  }

  pay(from: number): void {
    this.isPaid = true;
    this.#open(from);
  }

  close(from: number): boolean {
    const isDone = this.#change(from, ({ state }) => (state === 'closed' ? undefined : { state: 'closed' }));
    this.isWaived ||= isDone;
    return isDone;
  }

  #open(from: number): void {
    this.#change(from, ({ state }) => (state === 'unpaid' ? { state: 'open' } : undefined));
  }

  #change(from: number, become: (cell: Cell) => Cell | undefined): boolean {
    const before = this.cells;
    this.cells = before.map((cell, day) => (day < from ? cell : (become(cell) ?? cell)));
    return this.cells.some((cell, day) => cell !== before[day]);
  }
}

type Family = { readonly file: string; readonly number: string };

/** Does it in the house and in the model; both do it, or neither. */
async function does({ does: what, ago }: Deed, { file, number }: Family, naive: Naive): Promise<void> {
  const ours = { registration: number, note: 'as it happened' };
  if (what === 'suspend') {
    const { ok } = await house.do(officer, suspendRight, { ...ours, reason: 'papers-doubted' });
    expect(ok).toBe(naive.suspend(shift));
  } else if (what === 'resume') {
    expect((await house.do(officer, endSuspension, ours)).ok).toBe(naive.resume(shift));
  } else if (what === 'close') {
    expect((await house.do(officer, closeRight, { ...ours, reason: 'family-asked' })).ok).toBe(naive.close(shift));
  } else if (what === 'cover') {
    // The news is of days before, or of days to come.
    const from = Math.min(DAYS - 1, Math.max(0, shift - ago));
    const covered = { case: newId(), application: file, from: addDays(start, from).toString() };
    const outcomes = [];
    for (const person of await personsOf(number)) outcomes.push(await house.do(ownHand, endForCover, { ...covered, person }));
    expect(outcomes.at(-1)).toMatchObject({ ok: true, output: { ended: naive.close(from) ? 'family' : 'nothing' } });
  } else if (!naive.isPaid && !naive.isWaived && naive.cells.some(({ state }, day) => day >= shift && state === 'unpaid')) {
    await pay(house, file);
    await house.do(ownHand, openRights, { registrations: [number] });
    naive.pay(shift);
  }
}

async function personsOf(number: string): Promise<string[]> {
  const { rows } = await house.owner.pool.query<{ person_id: string }>(
    'select distinct person_id from entitlements.beneficiary where registration_number = $1',
    [number],
  );
  return rows.map((row) => row.person_id);
}

async function answersOf(number: string, knownAt: string): Promise<State[]> {
  const told = Array.from({ length: DAYS }, async (_, day) => {
    const asked = {
      subjects: [{ by: 'registration' as const, number }],
      on: addDays(start, day).toString(),
      knownAt,
      fields: [],
    };
    const outcome = await house.ask(officer, house.house.rightOf, asked);
    if (!outcome.ok) throw new Error(outcome.refusal.refused);
    return outcome.output.answers[0]?.state as State;
  });
  return Promise.all(told);
}

async function holds(kind: 'poor' | 'vulnerable', deeds: readonly Deed[]): Promise<void> {
  const file = families[kind].pop();
  if (file === undefined) return;
  const { number } = await registrationOf(house, file);
  const naive = new Naive(kind === 'poor' ? 'open' : 'unpaid');
  const moments: { at: string; states: State[] }[] = [];
  shift = 0;
  for (const one of deeds) {
    shift = Math.min(DAYS - 1, shift + one.wait);
    await does(one, { file, number }, naive);
    moments.push({ at: house.house.clock.now().toString(), states: naive.cells.map(({ state }) => state) });
    ticks += 1;
  }
  shift = DAYS;
  for (const { at, states } of moments) expect(await answersOf(number, at)).toEqual(states);
}

test.each(['poor', 'vulnerable'] as const)(
  'as known on any day about any day, the right of a %s family is answered as by a model that keeps every day apart',
  async (kind) => {
    const sequences = fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 7 }), (deeds) => holds(kind, deeds));
    await fc.assert(sequences, { numRuns: RUNS, endOnFailure: true });
    expect(families[kind].length).toBeLessThan(8);
  },
  300_000,
);
