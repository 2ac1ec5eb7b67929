import { beforeEach, describe, expect, test } from 'vitest';
import { isGoodPin, isOpened, type OfficeComputer } from './office-computer.ts';
import { openShelf } from './shelf.ts';
import { type AComputer, aComputer, anAgent, openedBySignIn } from './testing/a-computer.ts';
import type { Vault } from './vault.ts';

const PIN = '730164';
const WRONG = '730165';

let computer: AComputer;
let browser: OfficeComputer;
beforeEach(async () => {
  computer = aComputer();
  browser = await computer.openBrowser();
});

async function withPin(agent = anAgent()): Promise<Vault> {
  const vault = await openedBySignIn(browser, agent);
  await vault.setPin(PIN);
  return vault;
}

describe('the tiles of a shared computer', () => {
  test('show who works here and nothing else of them', async () => {
    const vault = await withPin();
    await vault.write({ store: 'drafts', key: 'a', value: { name: 'فاطمة' } });
    expect(await browser.listTiles()).toEqual([
      {
        agent: 'agent-1',
        names: { fr: 'Salma Counter', ar: 'سلمى' },
        post: 'counter-agent',
        office: { fr: 'Azilal', ar: 'أزيلال' },
      },
    ]);
  });

  test('an agent who signs in again stands there once', async () => {
    await openedBySignIn(browser, anAgent());
    await openedBySignIn(browser, anAgent('agent-1', { office: { fr: 'Demnate', ar: 'دمنات' } }));
    expect((await browser.listTiles()).map(({ office }) => office.fr)).toEqual(['Demnate']);
  });
});

describe('a PIN opens without the server', () => {
  test('after the browser was closed, and what was kept is there', async () => {
    const vault = await withPin();
    await vault.write({ store: 'drafts', key: 'a', value: { name: 'فاطمة' } });
    vault.lock();
    browser.close();
    const again = await (await computer.openBrowser()).openByPin('agent-1', PIN);
    if (!isOpened(again)) throw new Error(again.refused);
    expect(await again.read('drafts', 'a')).toEqual({ name: 'فاطمة' });
  });

  test('five wrong ones destroy it; the server opens the same work', async () => {
    const vault = await withPin();
    await vault.write({ store: 'drafts', key: 'a', value: 1 });
    const answers = [];
    for (let attempt = 1; attempt <= 5; attempt++) answers.push(await browser.openByPin('agent-1', WRONG));
    expect(
      answers.map((answer) => (isOpened(answer) ? 'opened' : 'triesLeft' in answer ? answer.triesLeft : answer.refused)),
    ).toEqual([4, 3, 2, 1, 'server-needed']);
    expect(await browser.openByPin('agent-1', PIN)).toEqual({ refused: 'server-needed', why: 'wrong-pins' });
    const again = await openedBySignIn(browser);
    expect(await again.read('drafts', 'a')).toBe(1);
    await again.setPin(PIN);
    expect(isOpened(await browser.openByPin('agent-1', PIN))).toBe(true);
  });

  test('a right one in between begins the count anew', async () => {
    await withPin();
    for (let attempt = 1; attempt <= 4; attempt++) await browser.openByPin('agent-1', WRONG);
    expect(isOpened(await browser.openByPin('agent-1', PIN))).toBe(true);
    expect(await browser.openByPin('agent-1', WRONG)).toEqual({ refused: 'wrong-pin', triesLeft: 4 });
  });

  test('a try counts even when the browser is closed before the answer', async () => {
    await withPin();
    for (let attempt = 1; attempt <= 4; attempt++) await browser.openByPin('agent-1', WRONG);
    const unheard = browser.openByPin('agent-1', WRONG);
    browser.close();
    await unheard.catch(() => undefined);
    const answer = await (await computer.openBrowser()).openByPin('agent-1', WRONG);
    expect(answer).toEqual({ refused: 'server-needed', why: 'wrong-pins' });
  });

  test('for as many days as the server allows, and a clock set back shuts nobody out', async () => {
    await withPin();
    computer.clock.now += 31 * 86_400_000;
    expect(await browser.openByPin('agent-1', PIN)).toEqual({ refused: 'server-needed', why: 'too-long' });
    computer.clock.now = Date.parse('2015-01-01T00:00:00Z');
    expect(isOpened(await browser.openByPin('agent-1', PIN))).toBe(true);
    computer.clock.now = Date.parse('2027-01-20T00:00:00Z');
    await browser.noteOnline('agent-1');
    expect(isOpened(await browser.openByPin('agent-1', PIN))).toBe(true);
  });

  test('who has none, or is not known here, needs the server', async () => {
    await openedBySignIn(browser);
    expect(await browser.openByPin('agent-1', PIN)).toEqual({ refused: 'server-needed', why: 'no-pin' });
    expect(await browser.openByPin('somebody', PIN)).toEqual({ refused: 'unknown-agent' });
  });

  test.each(['12345', '000000', '123456', '654321', '73016x'])('%s is no PIN', async (pin) => {
    expect(isGoodPin(pin)).toBe(false);
    await expect((await openedBySignIn(browser)).setPin(pin)).rejects.toThrow('weak-pin');
  });
});

describe('when the server has another key', () => {
  test('the PIN opens, and from then on the new key does', async () => {
    const vault = await withPin();
    await vault.write({ store: 'drafts', key: 'a', value: 1 });
    const later = anAgent('agent-1', { vaultSecret: 'another' });
    expect(await browser.openSignedIn(later)).toEqual({ refused: 'pin-needed' });
    expect(isOpened(await browser.openByPinAndKeep(later, PIN))).toBe(true);
    expect(await (await openedBySignIn(browser, later)).read('drafts', 'a')).toBe(1);
  });
});

describe('the work of an agent', () => {
  test('is sealed on the disk, images too, and closed to another agent', async () => {
    const vault = await openedBySignIn(browser);
    await vault.write(
      { store: 'drafts', key: 'a', value: { name: 'FATIMA' } },
      { store: 'images', key: 'i', bytes: new TextEncoder().encode('FATIMA') },
    );
    const shelf = await openShelf(computer.world);
    const lying = [...(await shelf.list('agent-1', 'drafts')), ...(await shelf.list('agent-1', 'images'))];
    expect(lying).toHaveLength(2);
    for (const { record } of lying) expect(Buffer.from(record.sealed).includes('FATIMA')).toBe(false);
    const other = await openedBySignIn(browser, anAgent('agent-2'));
    expect(await other.read('drafts', 'a')).toBeUndefined();
    for (const one of lying) await shelf.write([{ agent: 'agent-2', store: 'drafts', ...one }]);
    expect(await other.list('drafts')).toEqual({ entries: [], damaged: expect.arrayContaining([{ store: 'drafts', key: 'a' }]) });
  });

  test('a record that does not open is named and hides nothing else', async () => {
    const vault = await openedBySignIn(browser);
    for (const key of ['a', 'b', 'c']) await vault.write({ store: 'drafts', key, value: key });
    const shelf = await openShelf(computer.world);
    const place = { agent: 'agent-1', store: 'drafts', key: 'b' };
    const record = await shelf.read(place);
    if (!record) throw new Error('no record');
    new Uint8Array(record.sealed).fill(0, 0, 4);
    await shelf.write([{ ...place, record }]);
    expect(await vault.list('drafts')).toEqual({
      entries: [
        { key: 'a', value: 'a' },
        { key: 'c', value: 'c' },
      ],
      damaged: [{ store: 'drafts', key: 'b' }],
    });
  });

  test('written together is written whole: one that cannot be sealed leaves none', async () => {
    const vault = await openedBySignIn(browser);
    const circle: { self?: unknown } = {};
    circle.self = circle;
    await expect(
      vault.write({ store: 'drafts', key: 'a', value: 1 }, { store: 'drafts', key: 'b', value: circle }),
    ).rejects.toThrow();
    expect((await vault.list('drafts')).entries).toEqual([]);
  });

  test('numbers never go back, in two tabs and with the clock set back', async () => {
    const vault = await openedBySignIn(browser);
    const otherTab = await openedBySignIn(await computer.openBrowser());
    const numbers = await Promise.all([vault, otherTab, vault, otherTab].map((tab) => tab.nextNumber('outbox')));
    computer.clock.now = 0;
    expect([...new Set([...numbers, await vault.nextNumber('outbox')])].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test('after the lock nothing opens', async () => {
    const vault = await openedBySignIn(browser);
    vault.lock();
    expect(vault.isOpen()).toBe(false);
    await expect(vault.read('drafts', 'a')).rejects.toThrow('vault-locked');
    await expect(vault.write({ store: 'drafts', key: 'a', value: 1 })).rejects.toThrow('vault-locked');
    await expect(vault.list('drafts')).rejects.toThrow('vault-locked');
    await expect(vault.setPin(PIN)).rejects.toThrow('vault-locked');
  });
});
