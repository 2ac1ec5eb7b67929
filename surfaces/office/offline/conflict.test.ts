import { afterAll, beforeAll, expect, test } from 'vitest';
import { versionsOfRequest } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { CAST_PASSWORD } from '#modules/staff';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../../testing/families.ts';
import { fileRequests } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';
import { conflictsOf, resolved } from '../screens/outbox/resolve.ts';
import type { Entry } from './item.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { sendRound } from './round.ts';
import { aComputer, anAgent, openedBySignIn } from './testing/a-computer.ts';

let served: ServedHouse;
let application: string;
const family = { ...aFamily('vulnerable'), commune: '05.081.01.01' } as Declaration;
beforeAll(async () => {
  served = await openServedHouse();
  [application = ''] = await fileRequests(served, family);
});
afterAll(() => served?.close());

type Office = { readonly outbox: Outbox; sendAll(): Promise<void> };

/** A computer of its own, at which an agent of the cast works without a line until `sendAll`. */
async function anOffice(login: string): Promise<Office> {
  const computer = aComputer();
  const { id, post = '' } = await served.as(login);
  const agent = id.replace('agent:', '');
  const vault = await openedBySignIn(await computer.openBrowser(), anAgent(agent));
  const outbox = openOutbox({ world: computer.world, vault, author: { agent, post }, newId });
  const payload = { login, password: CAST_PASSWORD };
  const { token } = (await served.app.inject({ method: 'POST', url: '/api/sign-in', payload })).json<{ token: string }>();
  const wire = {
    origin: served.origin,
    patience: 20_000,
    crypto: computer.world.crypto,
    fetch: (address: string, request: { headers: Record<string, string> }) =>
      fetch(address, { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
  };
  return { outbox, sendAll: async () => void (await sendRound(wire, outbox, () => false)) };
}

const place = 'dwelling.rooms';
const before = family.dwelling?.rooms ?? 0;

async function correct({ outbox }: Office, to: number): Promise<void> {
  const input = { application, reason: 'Lu sur la carte', changes: [{ place, from: before, to }] };
  await outbox.add({ deed: 'applications.correct-request', input, file: `application:${application}`, label: 'Correction' });
}

async function last({ outbox }: Office): Promise<Entry> {
  const entry = (await outbox.view()).entries.at(-1);
  if (!entry) throw new Error('the outbox is empty');
  return entry;
}

async function versions() {
  const asked = await served.ask(await served.as('hanane.azilal'), versionsOfRequest, { application });
  return expectDone(asked, 'versions-of-request').versions;
}

test('two agents change the same answer without a network: the second sees both values, chooses, and neither is lost', async () => {
  const [first, second] = [await anOffice('hanane.azilal'), await anOffice('training.counter')];
  await correct(first, 7);
  await correct(second, 8);
  await first.sendAll();
  await second.sendAll();
  expect((await last(first)).standing.state).toBe('acknowledged');
  const { item, standing } = await last(second);
  expect(standing.state).toBe('refused');
  const conflicts = conflictsOf(standing.refusal);
  expect(conflicts).toMatchObject([{ place, base: before, theirs: 7, yours: 8 }]);

  const wanted = resolved((item.work as { input: never }).input, conflicts, () => ({ take: 'mine' }));
  await second.outbox.replace(item.id, wanted as never);
  await second.sendAll();
  expect((await last(second)).standing.state).toBe('acknowledged');
  const changes = (await versions()).flatMap((version) => version.changes);
  expect(changes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ place, from: before, to: 7 }),
      expect.objectContaining({ place, from: 7, to: 8 }),
    ]),
  );
});
