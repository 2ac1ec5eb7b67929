import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import type { Item } from './item.ts';
import { byId, holdOf, nextToSend } from './order.ts';
import { type Doing, type Outbox, openOutbox } from './outbox.ts';
import { openShelf } from './shelf.ts';
import { type AComputer, aComputer, openedBySignIn } from './testing/a-computer.ts';
import type { Vault } from './vault.ts';

let computer: AComputer;
let vault: Vault;
let outbox: Outbox;
beforeEach(async () => {
  computer = aComputer();
  vault = await openedBySignIn(await computer.openBrowser());
  outbox = openOutbox({ world: computer.world, vault, author: { agent: 'agent-1', post: 'post-1' }, newId });
});

const doing = (file: string, over: Partial<Doing> = {}): Doing => ({
  deed: 'applications.complete',
  input: { application: file },
  file: `application:${file}`,
  label: `Dossier ${file}`,
  ...over,
});
const aPage = (text: string) => ({ kind: 'applicant-identity', bytes: new TextEncoder().encode(text), label: text });
const receiptOf = ({ id }: Item) => ({ key: id, digest: 'd', receivedAt: '2026-11-28T10:00:00Z' });

async function add(file: string, over: Partial<Doing> = {}): Promise<Item[]> {
  return [...(await outbox.add(doing(file, over)))];
}

async function stateOf({ id }: Item) {
  return (await outbox.view()).entries.find(({ item }) => item.id === id)?.standing.state;
}

async function next(): Promise<string | undefined> {
  return nextToSend((await outbox.view()).entries)?.label;
}

async function arrive(item: Item): Promise<void> {
  await outbox.acknowledge(item, receiptOf(item), { number: '1' });
}

describe('what was done', () => {
  test('is kept with its pages in one moment, and its draft is gone with it', async () => {
    await vault.write({ store: 'drafts', key: 'draft-1', value: { typed: true } });
    const [deed, page] = await add('a', { pages: [aPage('front')], draft: 'draft-1' });
    expect(await vault.read('drafts', 'draft-1')).toBeUndefined();
    expect(page).toMatchObject({ waitsFor: [deed?.id], work: { application: 'a', kind: 'applicant-identity', bytes: 5 } });
    expect(new TextDecoder().decode(await outbox.imageOf(page as Item))).toBe('front');
    expect((await outbox.view()).counts).toEqual({ unsent: 2, refused: 0, broken: 0, bytes: 5 });
  });

  test('keeps its order when the clock is set back, and after the browser was closed', async () => {
    await add('a');
    computer.clock.now = 0;
    await add('b');
    const again = openOutbox({
      world: computer.world,
      vault: await openedBySignIn(await computer.openBrowser()),
      author: outbox.author,
      newId,
    });
    computer.clock.now = Date.parse('2040-01-01T00:00:00Z');
    await again.add(doing('c'));
    expect((await again.view()).entries.map(({ item }) => item.label)).toEqual(['Dossier a', 'Dossier b', 'Dossier c']);
  });

  test('once it has arrived, nothing stays but the receipt and what the deed gave', async () => {
    const [deed, page] = (await add('a', { pages: [aPage('front')] })) as [Item, Item];
    await arrive(deed);
    await arrive(page);
    const { entries, counts, lastArrival } = await outbox.view();
    expect(entries[0]).toMatchObject({
      item: { work: { input: null } },
      standing: { receipt: receiptOf(deed), output: { number: '1' } },
    });
    expect(await outbox.imageOf(page)).toBeUndefined();
    expect([counts.unsent, lastArrival]).toEqual([0, '2026-11-28T10:00:00Z']);
  });

  test('of many that have arrived the last are remembered', async () => {
    for (const file of ['a', 'b', 'c']) await arrive((await add(file))[0] as Item);
    await add('d');
    await outbox.tidy(1);
    expect((await outbox.view()).entries.map(({ item }) => item.label)).toEqual(['Dossier c', 'Dossier d']);
  });
});

describe('what is sent next', () => {
  test('a deed on a file waits for the one before on the same file, a page for its deed', async () => {
    const [first, page] = (await add('a', { pages: [aPage('front')] })) as [Item, Item];
    await outbox.markSent(first.id);
    await outbox.keep(first.id, { code: 'no-network' }, false);
    expect(await next()).toBe('Dossier a');
    await arrive(first);
    expect(await next()).toBe('front');
    await arrive(page);
    expect(await next()).toBeUndefined();
  });

  test('a refused item holds up only what needs it, and what is done in its place lets that go on', async () => {
    const [refused] = (await add('a', { pages: [aPage('front')] })) as [Item, Item];
    await add('b');
    await outbox.refuse(refused.id, { refused: 'open-request' });
    expect(await next()).toBe('Dossier b');
    const { entries } = await outbox.view();
    expect(holdOf(entries[1]?.item as Item, byId(entries))).toEqual({ by: refused.id, why: 'refused' });
    const again = await outbox.replace(refused.id, { application: 'a', corrected: true });
    expect([await stateOf(refused), again.replaces]).toEqual(['replaced', refused.id]);
    await arrive((await outbox.view()).entries.find(({ item }) => item.label === 'Dossier b')?.item as Item);
    expect(nextToSend((await outbox.view()).entries)?.id).toBe(again.id);
    await arrive(again);
    expect(await next()).toBe('front');
  });

  test('a broken record is named, and only what needs it stays behind', async () => {
    const [broken] = (await add('a', { pages: [aPage('front')] })) as [Item, Item];
    await add('b');
    const shelf = await openShelf(computer.world);
    const place = { agent: 'agent-1', store: 'outbox', key: broken.id };
    await shelf.write([{ ...place, record: { iv: new Uint8Array(12), sealed: new ArrayBuffer(40) } }]);
    const { entries, damaged, counts } = await outbox.view();
    expect(damaged).toEqual([broken.id]);
    expect(counts).toMatchObject({ unsent: 3, broken: 1 });
    expect(nextToSend(entries, new Set(), damaged)?.label).toBe('Dossier b');
    expect(holdOf(entries[0]?.item as Item, byId(entries, damaged))).toEqual({ by: broken.id, why: 'broken' });
  });

  test('how far an item has come being unreadable, it is sent again under its key', async () => {
    const [item] = (await add('a')) as [Item];
    await arrive(item);
    const shelf = await openShelf(computer.world);
    const record = { iv: new Uint8Array(12), sealed: new ArrayBuffer(40) };
    await shelf.write([{ agent: 'agent-1', store: 'standing', key: item.id, record }]);
    expect(await stateOf(item)).toBe('waiting');
    await outbox.markSent(item.id);
    expect(await stateOf(item)).toBe('sent');
  });

  test('an item taken out with a reason stays to be read and is sent no more; a refused one can be tried as it is', async () => {
    const [out, again] = [(await add('a'))[0] as Item, (await add('b'))[0] as Item];
    await outbox.withdraw(out.id, 'Saisi deux fois');
    await outbox.refuse(again.id, { refused: 'open-request' });
    await outbox.retry(again.id);
    expect((await outbox.view()).entries.map(({ standing }) => [standing.state, standing.reason])).toEqual([
      ['withdrawn', 'Saisi deux fois'],
      ['waiting', undefined],
    ]);
    expect(await next()).toBe('Dossier b');
  });
});
