import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileNumbered, oneFile } from '#modules/applications';
import { personsByName } from '#modules/registry';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, publicActor } from '#platform/permissions';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileOf, fileRequests, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { journal, readersOfFile, readings } from './journal.ts';

let house: TestHouse;
let file: { readonly id: string; readonly number: string; readonly territory: string };
let counter: Actor;
let auditor: Actor;
const provincial = { ...aPost('administrator', '05.081') };
const elsewhere = aPost('administrator', '09.001');

beforeAll(async () => {
  house = await openTestHouse();
  const [filed = ''] = await fileRequests(house, aFamily());
  file = await fileOf(house, filed);
  [counter, auditor] = await Promise.all([house.as('rachid.verification'), house.as('fatima.auditor')]);
});
afterAll(() => house.close());

const open = (by: Actor) => house.ask(by, oneFile, { application: file.id });
const readers = async (by: Actor, more: object = {}) =>
  expectDone(await house.ask(by, readersOfFile, { application: file.id, ...more }), 'readers');

describe('who looked at a file', () => {
  test('is noted with the agent, the post, the hour and the question, and the next reader sees it', async () => {
    await open(counter);
    const [line] = (await readers(counter)).lines;
    expect(line).toMatchObject({
      question: 'applications.one-file',
      subject: `application:${file.id}`,
      territory: file.territory,
      shown: 1,
      who: { actor: counter.id, login: 'rachid.verification', role: 'verification-officer', postTerritory: '05.081' },
    });
  });

  test('is noted however it was opened: by its number, and among other questions', async () => {
    const before = (await readers(counter)).lines.length;
    await house.ask(counter, fileNumbered, { number: file.number });
    await house.house.desk.askTogether({ actor: counter }, async (ask) => {
      await ask(oneFile, { application: file.id });
      await ask(oneFile, { application: newId() });
    });
    const { lines } = await readers(counter);
    expect(lines.slice(0, lines.length - before).map(({ question }) => question)).toEqual([
      'applications.one-file',
      'applications.file-numbered',
    ]);
  });

  test('is noted of nobody who was shown nothing, nor of the house’s own hand', async () => {
    const before = (await readers(auditor)).lines.length;
    await open(elsewhere);
    await open(publicActor);
    await open(ownHand);
    expect((await readers(auditor)).lines).toHaveLength(before);
  });

  test('is told page after page, and to nobody of another province', async () => {
    const whole = (await readers(auditor)).lines;
    const first = await readers(auditor, { limit: 2 });
    const second = await readers(auditor, { limit: 2, after: first.next });
    expect([...first.lines, ...second.lines]).toEqual(whole.slice(0, 4));
    expect((await readers(elsewhere)).lines).toEqual([]);
  });

  test('an answer whose line cannot be written is not given', async () => {
    await house.owner.pool.query('revoke insert on audit.reading from ramed_app');
    try {
      await expect(open(counter)).rejects.toThrow('permission denied');
    } finally {
      await house.owner.pool.query('grant insert on audit.reading to ramed_app');
    }
    expect((await open(counter)).ok).toBe(true);
  });

  test('forty who look at the same moment are all noted', async () => {
    const before = (await readers(auditor, { limit: 500 })).lines.length;
    await Promise.all(Array.from({ length: 40 }, () => open(counter)));
    expect((await readers(auditor, { limit: 500 })).lines).toHaveLength(before + 40);
  });
});

test('a search of people is noted with how many it showed, and never with the names that were typed', async () => {
  await house.ask(counter, personsByName, { name: 'Zahra Introuvable' });
  const agent = counter.id.slice('agent:'.length);
  const { lines } = expectDone(await house.ask(auditor, readings, { agent }), 'readings');
  expect(lines[0]).toMatchObject({ question: 'registry.persons-by-name', shown: 0, territory: '05.081' });
  expect(lines[0]?.subject).toMatch(/^search:[0-9a-f]{64}$/);
  expect(JSON.stringify(lines)).not.toMatch(/zahra/i);
});

describe('the journal', () => {
  const ask = async (by: Actor, asked: object) =>
    expectDone(await house.ask(by, journal, asked as { file: string }), 'journal').lines;

  test('is found by file, with who did what', async () => {
    const lines = await ask(auditor, { file: file.id });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.subject).toBe(`application:${file.id}`);
  });

  test('is found by agent and by day, to the end of the last day in Morocco', async () => {
    const day = house.house.clock.now().toZonedDateTimeISO('Africa/Casablanca').toPlainDate();
    const today = { from: day.toString(), to: day.toString() };
    const all = await ask(auditor, { ...today, limit: 500 });
    expect(all.length).toBeGreaterThan(0);
    expect(await ask(auditor, { from: day.add({ days: 1 }).toString() })).toEqual([]);
    expect(await ask(auditor, { agent: newId(), ...today })).toEqual([]);
    const ofProvince = await ask(provincial, { ...today, limit: 500 });
    expect(ofProvince).toEqual(all.filter(({ territory }) => `${territory}.`.startsWith('05.081.')));
  });

  test('shows an administrator of another province nothing of this one', async () => {
    expect(await ask(elsewhere, { file: file.id })).toEqual([]);
  });

  test('is not read whole: a file, an agent or a day is asked for', async () => {
    expect(await house.ask(auditor, journal, {} as never)).toMatchObject({ refusal: { refused: 'wrong-input' } });
  });
});
