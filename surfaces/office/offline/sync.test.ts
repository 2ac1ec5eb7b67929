import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { type Outbox, openOutbox } from './outbox.ts';
import type { Request } from './sending.ts';
import { openShelf } from './shelf.ts';
import { type Sync, startSync } from './sync.ts';
import { type AComputer, aComputer, openedBySignIn } from './testing/a-computer.ts';
import { type Turns, turnsByLease, turnsByLocks } from './turns.ts';

let computer: AComputer;
let outbox: Outbox;
let pauses: number[];
let wake: (() => void) | undefined;
let networkIsBack: () => void;
let sync: Sync | undefined;
const freely: Turns = { take: (_name, work) => work() };

beforeEach(async () => {
  computer = aComputer();
  const vault = await openedBySignIn(await computer.openBrowser());
  outbox = openOutbox({ world: computer.world, vault, author: { agent: 'agent-1', post: 'post-1' }, newId });
  pauses = [];
});
afterEach(() => sync?.stop());

type Reply = { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> };

/** A line that answers to a deed as `reply` says; the server itself lives unless it is said otherwise. */
async function start(
  reply: (key: string, request: Request) => Reply | Promise<Reply>,
  { isLive = () => true } = {},
): Promise<void> {
  const fetch = async (address: string, request: Request) => {
    if (address.endsWith('/health/live')) {
      if (!isLive()) throw new TypeError('fetch failed');
      return answered({ status: 200, body: { live: true } });
    }
    return answered(await reply(request.headers['idempotency-key'] ?? '', request));
  };
  sync = startSync({
    wire: { fetch, crypto: computer.world.crypto, patience: 5_000 },
    outbox,
    turns: freely,
    timers: {
      set(work, milliseconds) {
        pauses.push(milliseconds);
        wake = work;
      },
      clear: () => undefined,
    },
    random: () => 1,
    now: computer.world.now,
    onNetwork(listener) {
      networkIsBack = listener;
      return () => undefined;
    },
  });
  while (pauses.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

function answered({ status, body, headers = {} }: Reply) {
  return { status, headers: { get: (name: string) => headers[name] ?? null }, text: async () => JSON.stringify(body) };
}

async function accepted(key: string, { body }: Request): Promise<Reply> {
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(String(body)))).toString('hex');
  const headers = { 'ramed-receipt-key': key, 'ramed-receipt-digest': digest, 'ramed-receipt-at': '2026-11-28T10:00:00Z' };
  return { status: 200, body: {}, headers };
}

const add = (file = 'a') => outbox.add({ deed: 'a.b', input: { file }, file: `application:${file}`, label: file });
const unsent = async () => (await outbox.view()).counts.unsent;

test('what waits is sent on opening, and looked after again in five minutes', async () => {
  await add();
  await start(accepted);
  expect([await unsent(), pauses.at(-1)]).toEqual([0, 300_000]);
  expect(sync?.state()).toMatchObject({ line: 'open', needs: 'nothing', isSending: false });
});

test('without a line the pauses grow to five minutes, and the first thing that arrives begins them anew', async () => {
  await add();
  let isLive = false;
  await start(accepted, { isLive: () => isLive });
  for (let round = 0; round < 9; round += 1) await sync?.nudge();
  expect(pauses.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
  expect(pauses.at(-1)).toBe(300_000);
  expect(sync?.state().line).toBe('closed');
  isLive = true;
  networkIsBack();
  await sync?.nudge();
  expect(await unsent()).toBe(0);
  isLive = false;
  await sync?.nudge();
  expect(pauses.at(-1)).toBe(2_000);
});

test('a busy server is left alone for as long as it says', async () => {
  await add();
  await start(() => ({ status: 429, body: {}, headers: { 'retry-after': '30' } }));
  expect(pauses.at(-1)).toBe(31_000);
});

test('nobody signed in is said, and nothing more is tried until the agent has signed in', async () => {
  await add('a');
  await add('b');
  let asked = 0;
  let isIn = false;
  await start((key, request) => {
    asked += 1;
    return isIn ? accepted(key, request) : { status: 401, body: { refused: 'signed-out' } };
  });
  expect([asked, sync?.state().needs]).toEqual([1, 'sign-in']);
  isIn = true;
  await sync?.nudge();
  expect([await unsent(), sync?.state().needs]).toEqual([0, 'nothing']);
});

test('an item that the server fails on again and again lets other files pass, then is set aside', async () => {
  const [poison] = await add('poison');
  await add('good');
  await start((key, request) => (key === poison?.id ? { status: 500, body: { error: 'internal' } } : accepted(key, request)));
  for (let round = 1; round < 5; round += 1) {
    expect(await unsent()).toBe(2);
    await sync?.nudge();
  }
  expect(await unsent()).toBe(1);
  for (let round = 5; round < 10; round += 1) await sync?.nudge();
  const [entry] = (await outbox.view()).entries;
  expect(entry?.standing).toMatchObject({
    state: 'quarantined',
    tries: 10,
    trouble: { code: 'keeps-failing', facts: { tries: 10 } },
  });
  await outbox.retry(poison?.id ?? '');
  expect((await outbox.view()).entries[0]?.standing.state).toBe('waiting');
});

test('what is done while a round comes to its end goes with it', async () => {
  await add('a');
  await start(async (key, request) => {
    if ((await outbox.view()).entries.length === 1) {
      await add('b');
      void sync?.nudge();
    }
    return accepted(key, request);
  });
  await sync?.nudge();
  expect(await unsent()).toBe(0);
});

test('a timer that fires goes on by itself, and after the stop nothing does', async () => {
  let isLive = false;
  await add();
  await start(accepted, { isLive: () => isLive });
  isLive = true;
  wake?.();
  await sync?.nudge();
  expect(await unsent()).toBe(0);
  sync?.stop();
  await add('later');
  wake?.();
  await sync?.nudge();
  expect(await unsent()).toBe(1);
});

test('of two tabs one sends', async () => {
  const shelf = await openShelf(computer.world);
  const [one, other] = ['one', 'other'].map((tab) => turnsByLease(shelf, computer.world, tab)) as [Turns, Turns];
  const inside = await one.take('outbox', async () => other.take('outbox', async () => 'both'));
  expect(inside).toBeUndefined();
  expect(await other.take('outbox', async () => 'alone')).toBe('alone');
});

test('a tab that was closed while sending holds nobody up for ever, also when the clock was set back', async () => {
  const shelf = await openShelf(computer.world);
  const [closed, other] = ['closed', 'other'].map((tab) => turnsByLease(shelf, computer.world, tab)) as [Turns, Turns];
  void closed.take('outbox', () => new Promise(() => undefined));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await other.take('outbox', async () => 'mine')).toBeUndefined();
  computer.clock.now -= 86_400_000 * 365;
  expect(await other.take('outbox', async () => 'mine')).toBe('mine');
});

test('the locks of a browser are asked without waiting', async () => {
  const asked: unknown[] = [];
  const locks = {
    request: async <T>(name: string, options: { ifAvailable: true }, work: (lock: unknown) => Promise<T>) => {
      asked.push([name, options]);
      return work(asked.length === 1 ? {} : null);
    },
  };
  const turns = turnsByLocks(locks);
  expect(await turns.take('outbox', async () => 'mine')).toBe('mine');
  expect(await turns.take('outbox', async () => 'mine')).toBeUndefined();
  expect(asked[0]).toEqual(['outbox', { ifAvailable: true }]);
});
