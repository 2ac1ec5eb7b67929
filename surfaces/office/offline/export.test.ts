import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { bringBack, exportUnsent } from './export.ts';
import type { Item } from './item.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { type AComputer, aComputer, anAgent, openedBySignIn } from './testing/a-computer.ts';
import type { Vault } from './vault.ts';

type Desk = { readonly computer: AComputer; readonly vault: Vault; readonly outbox: Outbox };

async function aDesk(agent = anAgent()): Promise<Desk> {
  const computer = aComputer();
  const vault = await openedBySignIn(await computer.openBrowser(), agent);
  const author = { agent: agent.agent, post: 'post-1' };
  return { computer, vault, outbox: openOutbox({ world: computer.world, vault, author, newId }) };
}

const exported = ({ vault, outbox, computer }: Desk) => exportUnsent(vault, outbox, computer.world);
const takeUp = ({ vault, outbox, computer }: Desk, text: string) =>
  bringBack(vault, outbox, { text, crypto: computer.world.crypto });
const labels = async ({ outbox }: Desk) => (await outbox.view()).entries.map(({ item }) => item.label);

let desk: Desk;
let text: string;
beforeEach(async () => {
  desk = await aDesk();
  const [arrived] = await desk.outbox.add({ deed: 'a.b', input: { name: 'FATIMA' }, file: 'application:1', label: 'Arrived' });
  await desk.outbox.acknowledge(arrived as Item, { key: 'k', digest: 'd', receivedAt: '2026-11-28T10:00:00Z' }, null);
  const pages = [{ kind: 'applicant-identity', bytes: new Uint8Array([1, 2, 3, 255]), label: 'Front' }];
  await desk.outbox.add({ deed: 'a.b', input: { name: 'FATIMA' }, file: 'application:2', label: 'Waiting', pages });
  text = await exported(desk);
});

test('the file holds what is unsent, sealed, and says how much it is', () => {
  expect(JSON.parse(text)).toMatchObject({ format: 'ramed.outbox/1', agent: 'agent-1', items: 2, damaged: 0 });
  expect(text).not.toContain('FATIMA');
  expect(text).not.toContain('Waiting');
});

test('the same agent takes it up on another computer, under the same keys, with the images; twice is once', async () => {
  const other = await aDesk();
  expect(await takeUp(other, text)).toEqual({ broughtBack: 2 });
  expect(await takeUp(other, text)).toEqual({ broughtBack: 0 });
  const there = (await other.outbox.view()).entries;
  const here = (await desk.outbox.view()).entries.slice(1);
  expect(there.map(({ item }) => item.id)).toEqual(here.map(({ item }) => item.id));
  expect(await other.outbox.imageOf(there[1]?.item as Item)).toEqual(new Uint8Array([1, 2, 3, 255]));
});

test('on the computer it came from nothing is missing', async () => {
  expect(await takeUp(desk, text)).toEqual({ broughtBack: 0 });
  expect(await labels(desk)).toEqual(['Arrived', 'Waiting', 'Front']);
});

test('another agent does not open it, also not by writing their name on it', async () => {
  const other = await aDesk(anAgent('agent-2'));
  expect(await takeUp(other, text)).toEqual({ refused: 'of-another' });
  expect(await takeUp(other, text.replace('"agent-1"', '"agent-2"'))).toEqual({ refused: 'does-not-open' });
});

test.each([
  ['no JSON', 'nothing'],
  ['another file', '{"format":"ramed.batch/1"}'],
])('%s does not open', async (_title, given) => {
  expect(await takeUp(desk, given)).toEqual({ refused: 'does-not-open' });
});

test('a file that was changed does not open, and nothing of it is taken', async () => {
  const other = await aDesk();
  const file = JSON.parse(text);
  const changed = JSON.stringify({ ...file, sealed: `${file.sealed.slice(0, -8)}AAAAAAA=` });
  expect(await takeUp(other, changed)).toEqual({ refused: 'does-not-open' });
  expect(await labels(other)).toEqual([]);
});
