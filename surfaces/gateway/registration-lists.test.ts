import type { FastifyInstance } from 'fastify';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctRequest, settleDifferences } from '#modules/applications';
import { validateSittings } from '#modules/commissions';
import { registrationListWriter, registrationListXsd, rejectFamilies } from '#modules/entitlements';
import { today } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone, type Job } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { createApp } from '../server/app.ts';
import { tellList } from '../testing/cover-lists.ts';
import { aPost, expectProperDeed, expectRefused } from '../testing/deeds.ts';
import { aFamily } from '../testing/families.ts';
import { admit, deedNamed, fileOf, ownHand, register, registrationOf, schedule, sit } from '../testing/road.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let app: FastifyInstance;

beforeAll(async () => {
  house = await openTestHouse();
  app = await createApp(house.house);
});
afterAll(async () => {
  await app.close();
  await house.close();
});

const interior = { authorization: 'Bearer development-only-interior' };
const address = '/gateway/v1/registration-lists';
const day = () => today(house.house.clock).toString();
const schema = XsdValidator.fromDoc(XmlDocument.fromString(registrationListXsd()));

function isAsThePublishedSchema(text: string): void {
  const document = XmlDocument.fromString(text);
  schema.validate(document);
  document.dispose();
}

async function writtenOut(format: 'xml' | 'csv' = 'xml'): Promise<string> {
  const url = `${address}?province=05.081&from=${day()}&to=${day()}&format=${format}`;
  const response = await app.inject({ url, headers: interior });
  expect(response.statusCode).toBe(200);
  return response.body;
}

/** The family of a file as the list that is written out states it, in a list of its own. */
async function listOnly(files: readonly string[], change = (text: string) => text): Promise<string> {
  const numbers = await Promise.all(files.map(async (file) => (await fileOf(house, file)).number));
  const all = (await writtenOut()).match(/ {2}<family[\s\S]*?<\/family>\n/g) ?? [];
  const own = all.filter((one) => numbers.some((number) => one.includes(`"${number}"`)));
  expect(own).toHaveLength(files.length);
  const meta = { province: '05.081', reference: `R-${newId()}`, from: day(), to: day(), count: own.length };
  const writer = registrationListWriter('xml');
  return change(writer.header(meta) + own.join('') + writer.footer());
}

async function send(text: string, headers: Record<string, string> = interior) {
  const request = {
    method: 'POST',
    url: address,
    payload: text,
    headers: { 'content-type': 'application/xml', ...headers },
  } as const;
  const response = await app.inject(request);
  return { status: response.statusCode, said: response.json() as { list: string; error?: string; facts?: object } };
}

/** Reads a list now; nothing else of what is due is done, so that who waits for the insurers waits. */
async function readNow(list: string): Promise<void> {
  const { desk, clock } = house.house;
  const log = { info: () => undefined, warn: () => undefined };
  const actor = systemActor('entitlements.read-registration-list');
  const context = { desk, clock, log, actor, key: list, enqueue: async () => undefined };
  const job = house.house.jobs.find((one) => one.name === 'entitlements.read-registration-list') as unknown as Job<{
    list: string;
  }>;
  await job.handle(context, { list });
}

async function acknowledged(list: string): Promise<string[][]> {
  const xml = await app.inject({ url: `${address}/${list}/acknowledgement`, headers: interior });
  isAsThePublishedSchema(xml.body);
  const csv = await app.inject({ url: `${address}/${list}/acknowledgement?format=csv`, headers: interior });
  const rows = csv.body.split('\r\n').filter((row) => /^\d/.test(row));
  return rows.map((row) => row.split(';').toSpliced(1, 1));
}

/** The insurers' answer, before the worker has told anyone of it. */
async function clear(files: readonly string[]): Promise<void> {
  const digest = '0'.repeat(64);
  const envelope = { id: newId(), items: files.length, acknowledgement: 'A-1', bodyDigest: digest, sourceDate: '2026-11-22' };
  const requests = files.map((request) => ({ request, persons: [] }));
  expectDone(await house.do(ownHand, deedNamed(house, 'coverage.record-control'), { envelope, requests }), 'record-control');
}

test('what a province validated is written out in both formats, taken in again and registered, one result a record', async () => {
  const files = await admit(house, aFamily('poor'), aFamily('poor'));
  await clear(files.slice(0, 1));
  const text = await listOnly(files);
  isAsThePublishedSchema(text);
  expect(
    (await writtenOut('csv')).split('\r\n').filter((row) => row.includes((text.match(/request="(\d+)"/) ?? [])[1] ?? '-')),
  ).not.toEqual([]);
  const { status, said } = await send(text);
  expect(status).toBe(202);
  await readNow(said.list);
  const numbers = await Promise.all(files.map(async (file) => (await fileOf(house, file)).number));
  const { number } = await registrationOf(house, files[0] ?? '');
  const rows = (await acknowledged(said.list)).sort((one, two) => (one[1] ?? '').localeCompare(two[1] ?? ''));
  expect(rows.map(([, ...row]) => row)).toEqual([
    [numbers[0], 'registered', number, '', ''],
    [numbers[1], 'waiting', '', '', ''],
  ]);
  expect(await send(text)).toEqual({ status: 200, said: { list: said.list, known: true } });
  await house.settle();
  expect((await acknowledged(said.list)).map((row) => row[2])).toEqual(['registered', 'registered']);
});

test('who was cleared, and is covered by a list that came since, is told to be held, not to wait', async () => {
  const family = aFamily('poor');
  const [file = ''] = await admit(house, family);
  await clear([file]);
  const line = { member: 'L-1', held_as: 'insured', card: family.members[0]?.cnie, from: '2026-02-01' };
  await tellList(house, [line], { organism: 'since-then', scheme: 'art114', stands_on: '2026-11-22' });
  const { said } = await send(await listOnly([file]));
  await readNow(said.list);
  const { number } = await fileOf(house, file);
  expect(await acknowledged(said.list)).toEqual([['1', number, 'held', '', 'double-registration', '']]);
});

test('a record that is not as the file goes back with its code; corrected and decided again, it is registered by its next list', async () => {
  const [file = ''] = await admit(house, aFamily('poor'));
  await clear([file]);
  // The list has the true birth date of the youngest, who has no card; the file a slip.
  const right = await listOnly([file]);
  const [, birth = ''] = [...right.matchAll(/birth_date="([^"]*)"/g)].at(-1) ?? [];
  const members = [...right.matchAll(/<person /g)].length;
  const truth = `${birth.slice(0, 8)}${birth.endsWith('15') ? '16' : '15'}`;
  const wrong = right.replace(`"${birth}"`, `"${truth}"`);
  const { said } = await send(wrong);
  await readNow(said.list);
  const { number } = await fileOf(house, file);
  const place = `persons[${members - 1}].birth_date`;
  expect(await acknowledged(said.list)).toEqual([['1', number, 'rejected', '', 'data-error', place]]);
  expect((await fileOf(house, file)).state).toBe('discordant');
  const agent = await house.as('training.counter');
  const told = expectDone(
    await house.ask(agent, house.house.queries.find(({ name }) => name === 'entitlements.rejections-of-request') as never, {
      application: file,
    }),
    'rejections',
  );
  expect(told).toMatchObject({ rejections: [{ code: 'data-error', place, note: null }] });
  // Cleared or not, a file that was sent back is registered by no hand and no late job.
  expect(await house.do(ownHand, deedNamed(house, 'entitlements.register-households'), { applications: [file] })).toMatchObject({
    output: { registered: 0 },
  });
  await house.settle();
  expect((await fileOf(house, file)).state).toBe('discordant');
  const officer = aPost('verification-officer', '05.081');
  const change = { place: `members[${members - 1}].birth_date`, from: birth, to: truth };
  const correcting = { application: file, changes: [change], reason: 'La date était mal saisie' };
  expectDone(await house.do(agent, correctRequest, correcting), 'correct');
  const settling = { application: file, judgements: [], reason: 'paper-seen' as const };
  expectDone(await house.do(officer, settleDifferences, settling), 'settle');
  await house.settle();
  const sitting = await schedule(house, [file]);
  await sit(house, sitting);
  expectDone(await house.do(await house.as('training.province'), validateSittings, { sittings: [sitting] }), 'validate');
  await house.settle();
  expect((await fileOf(house, file)).state).toBe('registered');
  const again = await send(await listOnly([file]));
  await readNow(again.said.list);
  expect((await acknowledged(again.said.list)).map((row) => row[2])).toEqual(['registered']);
});

test('each record is told alone: unreadable, unknown, of another operation; a registered family stays so whatever a list says', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await fileOf(house, file);
  const text = await listOnly([file]);
  const family = (text.match(/ {2}<family[\s\S]*?<\/family>\n/) ?? [])[0] ?? '';
  const many = text
    .replace('count="1"', 'count="4"')
    .replace(
      family,
      [
        family.replace('operation="N"', 'operation="ED"'),
        family.replace(number, '202600999990'),
        family.replace(/ birth_date="[^"]*"/, ''),
        family,
      ].join(''),
    );
  const { said } = await send(many);
  await readNow(said.list);
  expect((await acknowledged(said.list)).map((row) => row.slice(2))).toEqual([
    ['rejected', '', 'wrong-operation', 'operation'],
    ['rejected', '', 'file-not-sent', 'request'],
    ['unreadable', '', 'missing', 'persons[0].birth_date'],
    ['rejected', '', 'wrong-operation', 'operation'],
  ]);
  expect((await fileOf(house, file)).state).toBe('registered');
});

test('a list that is cut is judged as far as it goes and says from which line it was not; what is no list is refused at the door', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const text = await listOnly([file]);
  const { said } = await send(text.replace('</registrations>', '<family'));
  await readNow(said.list);
  const told = (await app.inject({ url: `${address}/${said.list}`, headers: interior })).json();
  expect(told).toMatchObject({ state: 'unreadable', fault: { rule: 'xml-malformed', line: expect.any(Number) } });
  expect((await acknowledged(said.list)).map((row) => row[2])).toEqual(['registered']);
  expect(await send('<nothing/>')).toMatchObject({ status: 422, said: { error: 'list-unreadable', facts: { line: 1 } } });
  expect(await send(text.replace(/reference="[^"]*"/, 'reference="X"').replace(/ to="[^"]*"/, ' to="2999-01-01"'))).toMatchObject(
    {
      said: { error: 'days-to-come' },
    },
  );
  expect((await send(text, { authorization: 'Bearer nobody' })).status).toBe(401);
  expect((await app.inject({ url: `${address}/${said.list}`, headers: {} })).statusCode).toBe(404);
});

test('a family that a list told and an officer sent back is told as rejected, with the code', async () => {
  const [file = ''] = await admit(house, aFamily('poor'));
  const { said } = await send(await listOnly([file]));
  await readNow(said.list);
  const told = async () => (await app.inject({ url: `${address}/${said.list}`, headers: interior })).json();
  expect((await told()).results).toMatchObject([{ result: 'waiting' }]);
  const sent = { applications: [file], code: 'data-error' as const, note: 'La photo manque' };
  expect(await house.do(await house.as('salma.anam'), rejectFamilies, sent)).toMatchObject({ ok: true });
  expect((await told()).results).toMatchObject([{ result: 'rejected', code: 'data-error', records: 1 }]);
  expect((await acknowledged(said.list)).map((row) => row[2])).toEqual(['rejected']);
});

test('an officer of the agency sends files back by hand; one that is registered is left', async () => {
  const officer = await house.as('salma.anam');
  const files = await admit(house, aFamily('poor'), aFamily('poor'));
  const input = { applications: files.slice(0, 1), code: 'data-error' as const, note: 'La photo du chef de famille manque' };
  const otherInput = { ...input, applications: files.slice(1) };
  const { output, lines } = await expectProperDeed(house, rejectFamilies, { by: officer, input, otherInput });
  expect(output).toEqual({ rejected: [files[0]], left: [] });
  expect(lines).toMatchObject([{ subject: `application:${files[0]}`, reason: 'data-error' }]);
  await expectRefused(house, rejectFamilies, { by: officer, input, as: 'nothing-to-reject' });
  await expectRefused(house, rejectFamilies, { by: await house.as('training.counter'), input, as: 'not-allowed' });
});
