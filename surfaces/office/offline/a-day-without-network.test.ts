import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { form } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { CAST_PASSWORD } from '#modules/staff';
import type { Json } from '#platform/canonical-json';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { aPhoto } from '../../../modules/documents/testing/samples.ts';
import { aFamily } from '../../testing/families.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';
import { isOpened, type OfficeComputer } from './office-computer.ts';
import { type Doing, type Outbox, openOutbox } from './outbox.ts';
import { openShelf } from './shelf.ts';
import { startSync } from './sync.ts';
import { type AComputer, aComputer, anAgent, openedBySignIn } from './testing/a-computer.ts';
import { type Fault, faults, faultyLine, SLOW } from './testing/faulty-line.ts';
import { turnsByLease } from './turns.ts';
import type { World } from './world.ts';

const PIN = '730164';
const FILES = 40;
/** Each takes a quarter of a minute; more on wish. */
const RUNS = Number(process.env.RAMED_DAYS ?? 2);
const kinds = ['applicant-identity', 'applicant-photos', 'residence-certificate'] as const;

let served: ServedHouse;
let token: string;
let agent: ReturnType<typeof anAgent>;
let post: string;
beforeAll(async () => {
  served = await openServedHouse();
  const payload = { login: 'hanane.azilal', password: CAST_PASSWORD };
  token = (await served.app.inject({ method: 'POST', url: '/api/sign-in', payload })).json<{ token: string }>().token;
  const actor = await served.as('hanane.azilal');
  agent = anAgent(actor.id.replace('agent:', ''));
  post = actor.post ?? '';
});
afterAll(() => served?.close());

/** Chance that a seed repeats: mulberry32. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Day = { readonly seed: number; readonly faultiness: number; readonly closings: readonly number[] };

/** An agent at a computer, whose browser can be closed at any moment and is opened again by PIN. */
class Counter {
  readonly computer: AComputer;
  browser: OfficeComputer | undefined;
  outbox: Outbox | undefined;
  vaultLock: () => void = () => {};
  constructor(computer: AComputer) {
    this.computer = computer;
  }

  async open(): Promise<Outbox> {
    this.browser = await this.computer.openBrowser();
    const vault = (await this.browser.hasPin(agent.agent))
      ? await this.browser.openByPin(agent.agent, PIN)
      : await openedBySignIn(this.browser, agent);
    if (!isOpened(vault)) throw new Error(vault.refused);
    if (!(await this.browser.hasPin(agent.agent))) await vault.setPin(PIN);
    this.vaultLock = () => vault.lock();
    this.outbox = openOutbox({ world: this.computer.world, vault, author: { agent: agent.agent, post }, newId });
    return this.outbox;
  }

  close(): void {
    this.browser?.close();
    this.vaultLock();
  }
}

type Typed = { readonly doing: Doing; readonly images: readonly Buffer[] };

function aTypedFile(run: number, index: number): Typed {
  const application = newId() as string;
  const family = { ...aFamily(), commune: '05.081.01.01' } as Declaration;
  const contact = { language: 'ar', phone: '06 12 34 56 78', address: 'Douar' };
  const input = { application, answers: form.answersOf(family), contact, papersSeen: [...kinds], declaredOnHonour: true };
  const images = kinds.map((kind) => aPhoto({ filling: `${run} ${index} ${kind}`, bytes: 20_000 }));
  const pages = kinds.map((kind, place) => ({ kind, label: kind, bytes: new Uint8Array(images[place] as Buffer) }));
  const file = `application:${application}`;
  return {
    doing: { deed: 'applications.file-at-counter', input: input as unknown as Json, file, label: `Dossier ${index}`, pages },
    images,
  };
}

/** Eight hours without a line: each file is entered; at two of them the browser is closed while it is being kept. */
async function workOffline(counter: Counter, day: Day, run: number): Promise<readonly Typed[]> {
  const chance = chanceFrom(day.seed);
  const files = Array.from({ length: FILES }, (_, index) => aTypedFile(run, index));
  for (const [index, { doing }] of files.entries()) {
    counter.computer.clock.now += 12 * 60_000;
    if (chance() < 0.1) counter.computer.clock.now += Math.round((chance() - 0.5) * 3 * 86_400_000);
    const adding = (counter.outbox as Outbox).add(doing);
    if (!day.closings.includes(index)) {
      await adding;
      continue;
    }
    for (let moment = Math.floor(chance() * 40); moment > 0; moment--) await nextMoment();
    counter.close();
    await adding.catch(() => undefined);
    await enterAgainUnlessKept(await counter.open(), doing);
  }
  return files;
}

const nextMoment = () => new Promise((resolve) => setImmediate(resolve));

/** Kept whole or not at all: what was not kept still stands in the form, and the agent sends it once more. */
async function enterAgainUnlessKept(outbox: Outbox, doing: Doing): Promise<void> {
  const { entries } = await outbox.view();
  const kept = entries.filter(({ item }) => item.file === doing.file);
  expect([0, 1 + kinds.length]).toContain(kept.length);
  if (kept.length === 0) await outbox.add(doing);
}

function wireTo(origin: string, world: World, run: number) {
  return {
    origin,
    patience: SLOW - 200,
    crypto: world.crypto,
    fetch: (address: string, request: object & { headers: Record<string, string> }) =>
      fetch(address, {
        ...request,
        headers: {
          ...request.headers,
          authorization: `Bearer ${token}`,
          'x-forwarded-for': `10.1.${run}.${Math.floor(Math.random() * 250)}`,
        },
      }),
  };
}

/** The line is back, as bad as it is. The agent signs in when asked; the browser is closed once more in the middle. */
async function comeBack(counter: Counter, day: Day, run: number): Promise<ReadonlyMap<Fault, number>> {
  const chance = chanceFrom(day.seed ^ 0x5eed);
  const choose = () => (chance() < day.faultiness ? faults[Math.floor(chance() ** 2 * faults.length)] : undefined);
  const line = await faultyLine(served.origin, choose);
  let closeAfter = 30 + Math.floor(chance() * 60);
  for (let opened = 0; opened < 3; opened++) {
    const outbox = counter.outbox as Outbox;
    const turns = turnsByLease(await openShelf(counter.computer.world), counter.computer.world, `tab ${opened}`);
    const timers = { set: (work: () => void) => setTimeout(work, 1), clear: (timer: unknown) => clearTimeout(timer as number) };
    const wire = wireTo(line.origin, counter.computer.world, run);
    const parts = { wire, outbox, turns, timers, random: chance, now: counter.computer.world.now, onNetwork: () => () => {} };
    const isDone = await new Promise<boolean>((resolve) => {
      const sync = startSync(parts);
      sync.subscribe(async ({ isSending }) => {
        closeAfter -= 1;
        const left = await outbox.view().catch(() => undefined);
        if (left && (left.counts.unsent === 0 || left.counts.refused > 0) && !isSending) {
          sync.stop();
          resolve(true);
        }
        if (closeAfter === 0) {
          sync.stop();
          resolve(false);
        }
      });
    });
    if (isDone) break;
    counter.close();
    counter.computer.clock.now -= 3_600_000;
    await counter.open();
  }
  await line.close();
  return line.met;
}

/** At the server: each file once, in the order in which it was done, with its own three images, byte for byte. */
async function expectAllArrivedOnce(counter: Counter, files: readonly Typed[]): Promise<void> {
  const { entries, counts } = await (counter.outbox as Outbox).view();
  expect(entries.flatMap(({ standing }) => standing.refusal ?? [])).toEqual([]);
  expect(counts).toEqual({ unsent: 0, refused: 0, broken: 0, bytes: 0 });
  const wanted = files.map(({ doing }) => doing.file.replace('application:', ''));
  const { rows: arrived } = await sql<{ id: string; number: string }>`
    select id, number from applications.application where sender = 'COUNTER' and id = any(${wanted}) order by number`.execute(
    served.owner.kysely,
  );
  expect(arrived.map(({ id }) => id)).toEqual(wanted);
  const told = entries.filter(({ item }) => item.work.does === 'deed').map(({ standing }) => standing.output);
  expect(told).toMatchObject(arrived.map(({ id, number }) => ({ application: id, number })));
  await Promise.all(files.map(expectImages));
}

async function expectImages({ doing, images }: Typed): Promise<void> {
  const { rows } = await sql<{ kind: string; checksum: string }>`
    select kind, checksum from documents.page where owner = ${doing.file} order by id`.execute(served.owner.kysely);
  expect(rows.map(({ kind }) => kind)).toEqual([...kinds]);
  for (const [place, { checksum }] of rows.entries()) {
    const stored = await served.house.papers.files.read(checksum);
    expect(images[place]?.equals(stored ?? Buffer.alloc(0))).toBe(true);
  }
}

let runs = 0;

test('forty files of a day without network arrive once, in order, whatever the line answers on the way', {
  timeout: 300_000,
}, async () => {
  const days = fc.record({
    seed: fc.integer(),
    faultiness: fc.double({ min: 0.2, max: 0.45, noNaN: true }),
    closings: fc.uniqueArray(fc.integer({ min: 0, max: FILES - 1 }), { minLength: 2, maxLength: 2 }),
  });
  const met = new Map<Fault, number>();
  const oneDay = async (day: Day) => {
    runs += 1;
    console.log(`day ${runs}: ${JSON.stringify(day)}`);
    const counter = new Counter(aComputer());
    await counter.open();
    const files = await workOffline(counter, day, runs);
    for (const [fault, times] of await comeBack(counter, day, runs)) met.set(fault, (met.get(fault) ?? 0) + times);
    await expectAllArrivedOnce(counter, files);
    counter.close();
  };
  await fc.assert(fc.asyncProperty(days, oneDay), { numRuns: RUNS, endOnFailure: true });
  console.log(`met ${JSON.stringify(Object.fromEntries(met))}`);
  expect(met.size, 'the line went wrong in nearly every way').toBeGreaterThanOrEqual(faults.length - 2);
});
