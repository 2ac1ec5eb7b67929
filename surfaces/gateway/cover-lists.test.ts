import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPartner } from '../../partners/start-partner.ts';
import { createApp } from '../server/app.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let app: FastifyInstance;
let students: Awaited<ReturnType<typeof startPartner>>;

beforeAll(async () => {
  house = await openTestHouse();
  app = await createApp(house.house);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  students = await startPartner('insurers', { port: 0, listsUrl: `${url}/gateway/v1/cover-lists` });
});
afterAll(async () => {
  await students.stop();
  await app.close();
  await house.close();
});

const keyOf = (partner: string) => ({ authorization: `Bearer development-only-${partner}` });

async function send(sending: Record<string, unknown>) {
  const response = await fetch(`${students.url}/v1/list-sendings`, {
    method: 'POST',
    headers: keyOf('insurers'),
    body: JSON.stringify(sending),
  });
  return (await response.json()) as { status: number; agency: { list: string; error?: string } };
}

async function read(list: string, partner = 'insurers') {
  await house.settle();
  const response = await app.inject({ url: `/gateway/v1/cover-lists/${list}`, headers: keyOf(partner) });
  return { status: response.statusCode, told: response.json() as Record<string, unknown> };
}

const refusedOf = async (list: string) =>
  (await app.inject({ url: `/gateway/v1/cover-lists/${list}/refused`, headers: keyOf('insurers') })).body;

test('an insurer delivers a list, reads what became of it and which lines were refused; another sees nothing of it', async () => {
  const sent = await send({ reference: 'OCT', stands_on: '2026-10-01', members: 20, tale: 'bad-lines' });
  expect(sent.status).toBe(202);
  const { list } = sent.agency;
  expect(await read(list)).toMatchObject({
    status: 200,
    told: { state: 'applied', accepted: 18, refused: 2, refusals: [{ rule: 'birth-date-wrong', lines: 2 }] },
  });
  expect((await refusedOf(list)).split('\r\n')).toEqual([
    'ordinal;line;member;place;rule',
    '10;18;S10;birth_date;birth-date-wrong',
    '20;28;S20;birth_date;birth-date-wrong',
    '',
  ]);
  expect((await read(list, 'cnss')).status).toBe(404);
  expect(await send({ reference: 'OCT', stands_on: '2026-10-01', members: 20, tale: 'bad-lines' })).toMatchObject({
    status: 200,
    agency: { list, known: true },
  });
  const traffic = await house.owner.pool.query(`select partner, direction, state from exchange.envelope where id = $1`, [list]);
  expect(traffic.rows).toEqual([{ partner: 'insurers', direction: 'in', state: 'acknowledged' }]);
});

test.each([
  ['half of it is missing', 'half-missing', { state: 'held', heldFor: 'ends-too-many' }],
  ['it was cut', 'cut', { state: 'unreadable', fault: { rule: 'count-differs' } }],
])('when %s the list is not applied, and its sender reads why', async (_title, tale, expected) => {
  await house.settle();
  await read((await send({ reference: `WHOLE-${tale}`, stands_on: '2026-10-02', members: 30 })).agency.list);
  const { agency } = await send({ reference: `BAD-${tale}`, stands_on: '2026-10-03', members: 30, tale });
  expect((await read(agency.list)).told).toMatchObject(expected);
});

test('what is no list is refused at the door, and so is who has no key', async () => {
  expect(await send({ reference: 'X', stands_on: '2026-10-04', tale: 'unreadable' })).toMatchObject({
    status: 422,
    agency: { error: 'list-unreadable', facts: { rule: 'header-invalid' } },
  });
  const refused = await app.inject({ method: 'POST', url: '/gateway/v1/cover-lists', payload: 'x', headers: keyOf('nobody') });
  expect(refused.statusCode).toBe(401);
});

test.each(['sample-2026-10.csv', 'sample-2026-11.xml', 'sample-changes.ndjson'])('the sample %s is taken', async (name) => {
  const payload = readFileSync(`database/seeds/cover-lists/${name}`, 'utf8');
  const headers = { ...keyOf('insurers'), 'content-type': 'application/octet-stream' };
  const received = await app.inject({ method: 'POST', url: '/gateway/v1/cover-lists', payload, headers });
  expect(received.statusCode).toBe(202);
  expect((await read((received.json() as { list: string }).list)).told).toMatchObject({ state: 'applied', refused: 0 });
});

test('the schema of a list is published', async () => {
  const { body, statusCode } = await app.inject({ url: '/api/ramed-cover-list-1.xsd' });
  expect(statusCode).toBe(200);
  expect(body).toContain('urn:ramed:cover-list:1');
});
