import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForPapers } from '#modules/applications';
import { cardsOfRegistrations } from '#modules/cards';
import { withCheckDigit } from '#platform/numbers';
import { startPartner } from '../../../partners/start-partner.ts';
import { UsageError } from '../../cli/command.ts';
import { rehearse, takeAlong } from '../../cli/commands/rehearse.ts';
import { aFamily } from '../../testing/families.ts';
import { checkRequests, fileOf, fileRequests, ownHand, registrationOf, schedule } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';
import { walkRequest } from './one-request.ts';

let house: ServedHouse;
let bank: Awaited<ReturnType<typeof startPartner>>;
beforeAll(async () => {
  house = await openServedHouse();
  bank = await startPartner('bank', { port: 0, gatewayUrl: `${house.origin}/gateway/v1/bank/payments` });
  process.env.RAMED_PARTNER_BANK_URL = bank.url;
});
afterAll(async () => {
  await bank?.stop();
  await house?.close();
});

/** Walks a request, with the worker at work in each pause; gives how it ended and what was told. */
async function walk(application: string, patience = 2) {
  const lines: string[] = [];
  const tell = (line: string) => void lines.push(line);
  const { number } = await fileOf(house, application);
  const ending = await walkRequest({ house: house.house, tell, pause: house.settle, patience }, number);
  return { ending, told: lines.join('\n') };
}

test('a request as it was filed comes to its card, each step told once, by deeds of the cast', async () => {
  const [file = ''] = await fileRequests(house, aFamily('poor', { at: 'beni mellal' }));
  const { ending, told } = await walk(file);
  const { number } = await registrationOf(house, file);
  const asked = await house.ask(ownHand, cardsOfRegistrations, { registrations: [number] });
  expect(ending).toEqual({ end: 'card', serial: asked.ok && asked.output.cards[0]?.serial });
  const steps = [
    'accepts the papers',
    'score proposes: poor',
    'seals its minutes',
    `registers the family: ${number}`,
    'card is made',
  ];
  expect(steps.filter((step) => told.split(step).length !== 2)).toEqual([]);
  const { rows } = await house.owner.pool.query(
    `select distinct action, left(actor, 6) as hand from audit.entry where action like any ($1) and subject in
      (select 'application:' || $2 union select 'sitting:' || sitting_id from commissions.agenda_item where application_id = $2::uuid)`,
    [['applications.open-checking', 'commissions.seal-%', 'commissions.validate-%'], file],
  );
  expect(rows.map(({ hand }) => hand)).toEqual(['agent:', 'agent:', 'agent:']);
});

test('a family that owes pays at the bank, whatever the amount, before its card is made', async () => {
  const [file = ''] = await fileRequests(house, aFamily('vulnerable'));
  const { ending, told } = await walk(file, 4);
  expect(ending.end).toBe('card');
  // More than families of a rehearsed batch pay by themselves.
  expect(told).toMatch(/pays 480\sDH at the bank/);
});

test('a family that was asked for papers brings them, and the counter accepts what was filed again', async () => {
  const [file = ''] = await fileRequests(house, aFamily());
  const counter = await house.as('training.counter');
  await house.do(counter, askForPapers, { application: file, papers: ['applicant-identity'] });
  // The batch’s own papers were vouched for by its sender; the reaction to its arrival comes too late for this one.
  await house.settle();
  const { ending, told } = await walk(file);
  expect(ending.end).toBe('card');
  expect(told.indexOf('brings the papers')).toBeLessThan(told.indexOf('accepts the papers'));
});

test('a family that is not eligible is refused by its commission, and the road ends there', async () => {
  const [file = ''] = await fileRequests(house, aFamily('not eligible'));
  const { ending, told } = await walk(file);
  expect(ending).toEqual({ end: 'closed' });
  expect(told).toContain('the request is closed: refused');
});

test('walked again, a request that has its card is left as it is', async () => {
  const [file = ''] = await fileRequests(house, aFamily('poor'));
  const first = await walk(file);
  const again = await walk(file);
  expect(again.ending).toEqual(first.ending);
  expect(again.told).not.toContain('commission sits');
});

test('a sitting that an office called is the office’s to hold', async () => {
  const files = await checkRequests(house, aFamily());
  await schedule(house, files);
  const { ending, told } = await walk(files[0] ?? '');
  expect(ending).toEqual({ end: 'waiting' });
  expect(told).toContain('it waits, scheduled');
});

test('what a register contradicts waits for a verification officer', async () => {
  const [file = ''] = await fileRequests(house, aFamily('poor', { magic: '91' }));
  const { ending } = await walk(file);
  expect(ending).toEqual({ end: 'stopped' });
  expect((await fileOf(house, file)).state).toBe('discordant');
});

test('the command prints the card, tells where to follow the request, and knows no request that is not there', async () => {
  const [file = ''] = await fileRequests(house, aFamily());
  await walk(file);
  const { number } = await fileOf(house, file);
  const to = join(house.house.config.dataFolder, 'card.pdf');
  const printed = await command(number, to);
  expect(printed.code).toBe(0);
  expect(printed.said).toContain(`${number.slice(0, 4)}\u00a0`);
  expect(readFileSync(to).subarray(0, 5).toString()).toBe('%PDF-');
  const nobody = await command(withCheckDigit('20260999999'), `${to}.2`);
  expect(nobody.code).toBe(1);
  expect(existsSync(`${to}.2`)).toBe(false);
});

async function command(number: string, to: string) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const telling = { io: { stdout, stderr }, asked: new AbortController().signal, address: house.origin };
  const code = await takeAlong(house.house, { number, to }, telling);
  stdout.end();
  return { code, said: await textOf(stdout) };
}

test('it is refused in production, where no cast is seated, and without a number that can be one', async () => {
  const io = { stdout: new PassThrough(), stderr: new PassThrough() };
  process.env.RAMED_MODE = 'production';
  await expect(rehearse.run(['--number', withCheckDigit('20260000001')], io)).rejects.toThrow(UsageError);
  delete process.env.RAMED_MODE;
  await expect(rehearse.run(['--number', '202600000001'], io)).rejects.toThrow('twelve figures');
  const [file = ''] = await fileRequests(house, aFamily());
  await house.owner.pool.query(`update staff.agent set active = false where login like 'training.%'`);
  expect((await walk(file)).ending).toEqual({ end: 'no-cast' });
  expect((await fileOf(house, file)).state).toBe('filed');
});
