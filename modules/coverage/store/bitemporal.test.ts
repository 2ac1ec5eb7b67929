import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { aListOf, deliverList, listOf, readNow } from '../../../surfaces/testing/cover-lists.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { confirmList } from '../actions/confirm-list.ts';
import type { LineTexts } from '../model/cover-list.ts';

// Random full lists, changes, corrections and late news, told in a random order: what the register says "as known on day D about day E" is
// what a model says that keeps, after each list, every day of every member written out one by one.

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const DAYS = 12;
const members = ['A', 'B', 'C'] as const;
/** The last day stands for all that follow. */
const dayOf = (place: number) => `2026-03-${String(place + 1).padStart(2, '0')}`;

type Line = { member: string; from: number; to: number | null; value: string | null; isBad: boolean };
type Tale = { kind: 'full' | 'changes'; on: number; lines: Line[] };

const value = fc.constantFrom('insured/AB1000', 'insured/AB1001', 'dependant/AB1000', 'dependant/');
const line = (inFull: boolean): fc.Arbitrary<Line> =>
  fc
    .record({
      member: fc.constantFrom(...members),
      from: fc.nat(DAYS - 2),
      to: fc.option(fc.nat(DAYS - 2), { freq: 2 }),
      value: inFull ? value : fc.option(value, { freq: 2 }),
      isBad: fc.boolean().map((bad) => bad && inFull),
    })
    .map((made) => (made.to !== null && made.to < made.from ? { ...made, to: made.from } : made));
const tale: fc.Arbitrary<Tale> = fc.oneof(
  fc.record({ kind: fc.constant('full' as const), on: fc.nat(DAYS - 2), lines: fc.array(line(true), { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant('changes' as const),
    on: fc.nat(DAYS - 2),
    lines: fc.array(line(false), { minLength: 1, maxLength: 4 }),
  }),
);

type Cell = { value: string | null; on: number };
type Known = Map<string, (Cell | undefined)[]>;

/** The model of one body. */
class Naive {
  known: Known = new Map(members.map((member) => [member, []]));
  lastDay = -1;
  lastFull = -1;

  /** What is known after this tale; undefined when it is refused, or no line of it can be read. */
  tell({ kind, on, lines }: Tale): Known | undefined {
    if (kind === 'full' && on < this.lastDay) return undefined;
    if (lines.length > 0 && lines.every((one) => one.isBad)) return undefined;
    this.known = new Map([...this.known].map(([member, days]) => [member, [...days]]));
    if (kind === 'full') this.#tellFull(on, lines);
    else this.#tellChanges(on, lines);
    this.lastDay = Math.max(this.lastDay, on);
    if (kind === 'full') this.lastFull = Math.max(this.lastFull, on);
    return this.known;
  }

  #tellFull(on: number, lines: readonly Line[]): void {
    for (const [member, days] of this.known) {
      const { kept, isProtected } = withoutOverlaps(
        lines.filter((one) => one.member === member),
        on,
      );
      for (let day = 0; day < DAYS; day += 1) {
        const told = kept.find((one) => covers(one, day));
        if (told === undefined && (day < on || isProtected)) continue;
        const value = told?.value ?? null;
        if (value !== (days[day]?.value ?? null)) days[day] = { value, on };
      }
    }
  }

  #tellChanges(on: number, lines: readonly Line[]): void {
    for (const told of lines) {
      const days = this.known.get(told.member) ?? [];
      for (let day = 0; day < DAYS; day += 1) {
        if (!covers(told, day) || (on < this.lastFull && day >= this.lastFull) || (days[day]?.on ?? -1) > on) continue;
        days[day] = { value: told.value, on };
      }
    }
  }
}

function covers({ from, to }: Line, day: number): boolean {
  return from <= day && (to === null || day <= to);
}

/** Of lines that overlap the one of the list's day is kept, else the one that goes on longest; a refused line leaves its member's later days as they were. */
function withoutOverlaps(lines: readonly Line[], on: number): { kept: Line[]; isProtected: boolean } {
  const last = ({ to }: Line) => to ?? DAYS;
  const good = lines.filter((one) => !one.isBad).sort((one, other) => last(other) - last(one) || one.from - other.from);
  const running = good.find((one) => covers(one, on));
  let reached = DAYS + 1;
  const kept = good.filter((one) => {
    if (running && one.from <= last(running) && last(one) >= running.from) return one === running;
    const isClear = last(one) < reached;
    reached = Math.min(reached, one.from);
    return isClear;
  });
  return { kept, isProtected: kept.length < lines.length };
}

function toTexts({ member, from, to, value: told, isBad }: Line, kind: Tale['kind']): LineTexts {
  const [heldAs = '', card = ''] = told?.split('/') ?? [];
  return {
    member,
    from: isBad ? '2026-02-30' : dayOf(from),
    to: to === null ? '' : dayOf(to),
    held_as: heldAs,
    card,
    change: kind === 'full' ? '' : told === null ? 'not_covered' : 'covered',
  };
}

let bodies = 0;

test('as known on any day about any day, the register answers as a model that keeps every day apart', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tale, { minLength: 1, maxLength: 7 }), async (tales) => {
      bodies += 1;
      const organism = `model-${bodies}`;
      const naive = new Naive();
      const moments: { at: string; known: Known }[] = [];
      for (const told of tales) {
        const at = await tell(organism, told);
        const known = naive.tell(told);
        expect(at === undefined).toBe(known === undefined);
        if (at !== undefined && known !== undefined) moments.push({ at, known });
      }
      for (const { at, known } of moments) expect(await answersOf(organism, at)).toEqual(writtenOut(known));
      await expectNoOverlaps(organism);
    }),
    { numRuns: Number(process.env.RAMED_PROPERTY_RUNS ?? 30) },
  );
});

/** Tells a list, by a person's hand where it is held; gives the moment from which it is known, or undefined when it was refused. */
async function tell(organism: string, { kind, on, lines }: Tale): Promise<string | undefined> {
  const texts = lines.map((one) => toTexts(one, kind));
  const text = aListOf(texts, { organism, scheme: 'art114', kind, stands_on: dayOf(on) });
  const received = await deliverList(house, text, 'insurers');
  if (isRefusal(received)) return undefined;
  await readNow(house, received.list);
  const { state } = await listOf(house, received.list);
  if (state === 'held') await house.do(systemActor('test'), confirmList, { list: received.list, reason: 'as asked' });
  const { knownAt } = await listOf(house, received.list);
  return knownAt ?? undefined;
}

/** Member, day and value of every cover that the register answers at a moment. */
async function answersOf(organism: string, at: string): Promise<string[]> {
  const { rows } = await sql<{ answer: string }>`
    select c.member || ' ' || d.day || ' ' || c.held_as || '/' || coalesce(c.card, '') as answer
    from generate_series(0, ${DAYS - 1}) as d(day)
    join coverage.told_cover c on '2026-03-01'::date + d.day between c.from_day and c.to_day
    join coverage.source s on s.id = c.source_id
    where s.organism = ${organism} and c.held_as is not null and c.known_from <= ${at}::timestamptz and c.known_to > ${at}::timestamptz
    order by c.member, d.day`.execute(house.owner.kysely);
  return rows.map((row) => row.answer);
}

function writtenOut(known: Known): string[] {
  return [...known].flatMap(([member, days]) =>
    Array.from({ length: DAYS }).flatMap((_, day) => {
      const told = days[day]?.value ?? null;
      return told === null ? [] : [`${member} ${day} ${told}`];
    }),
  );
}

/** At no moment are there two answers about one day. */
async function expectNoOverlaps(organism: string): Promise<void> {
  const { rows } = await sql`
    select a.member from coverage.told_cover a join coverage.told_cover b on b.source_id = a.source_id and b.member = a.member
      and (b.from_day, b.known_from) > (a.from_day, a.known_from)
      and b.from_day <= a.to_day and a.from_day <= b.to_day and b.known_from < a.known_to and a.known_from < b.known_to
    join coverage.source s on s.id = a.source_id where s.organism = ${organism}`.execute(house.owner.kysely);
  expect(rows).toEqual([]);
}
