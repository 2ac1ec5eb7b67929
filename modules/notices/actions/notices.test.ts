import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOverCard } from '#modules/cards';
import { recordDecisions, sealSitting, validateSittings } from '#modules/commissions';
import { type Channel, noticesFromEnv } from '#modules/notices';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, publicActor, scopeOf, systemActor } from '#platform/permissions';
import { contestAdmitted, hear } from '../../../surfaces/testing/appeals-road.ts';
import { bringToOffice, haveCardsMade } from '../../../surfaces/testing/cards-road.ts';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import {
  admit,
  aRuling,
  checkRequests,
  fileOf,
  openRoom,
  ownHand,
  pay,
  register,
  schedule,
  settleUntil,
  sit,
} from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { messageToSend, outboxState } from '../queries/outbox.ts';
import { forgetMessages } from './forget-messages.ts';
import { noteDelivery, noteHanded } from './note-handed.ts';
import { stopNotices } from './stop-notices.ts';

let house: TestHouse;
let telephones = 0;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Shown = { readonly to: string; readonly text: string; readonly name: string };

/** What a stand-in was given, oldest first. */
async function carried(channel: Channel): Promise<Shown[]> {
  const partner = house.partners[channel] as { url: string; pageUrl?: string };
  const answer = await fetch(`${partner.pageUrl ?? `${partner.url}/sent`}.json`);
  return ((await answer.json()) as { sent: Shown[] }).sent;
}

const toPhone = async (phone: string) => (await carried('sms')).filter(({ to }) => to === phone);

/** A telephone of nobody else's, with an ordinary or a magic ending. */
const aPhone = (ending = '10') => `+2126${String(++telephones).padStart(6, '0')}${ending}`;

type File = { readonly id: string; readonly number: string; readonly by: Actor };

async function aFile(): Promise<File> {
  const [id = ''] = await checkRequests(house, aFamily('poor'));
  return citizenOf(id);
}

async function citizenOf(id: string): Promise<File> {
  const { number, territory } = await fileOf(house, id);
  const permissions = new Set(['notices:receive'] as const);
  return { id, number, by: { id: `citizen:${id}`, permissions, scopes: [scopeOf(territory)] } };
}

const asking = ({ id, number }: File, address: string, more: { channel?: Channel; language?: 'ar' | 'fr' } = {}) => ({
  ...{ application: id, number, address, channel: 'sms' as Channel, language: 'fr' as const },
  ...more,
});

async function askCode(file: File, address: string, more = {}): Promise<string> {
  expectDone(await house.do(file.by, house.house.notices.askProof, asking(file, address, more)), 'ask-proof');
  await house.settle();
  const channel = address.includes('@') ? 'mail' : 'sms';
  const message = (await carried(channel)).findLast(({ to }) => to === address);
  return /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
}

async function prove(file: File, code: string): Promise<boolean> {
  const input = { application: file.id, code };
  return expectDone(await house.do(file.by, house.house.notices.proveAddress, input), 'prove-address').isProven;
}

/** A family that has opted in. */
async function aTold(more: { ending?: string; language?: 'ar' | 'fr' } = {}): Promise<{ file: File; phone: string }> {
  const [file, phone] = [await aFile(), aPhone(more.ending)];
  expect(await prove(file, await askCode(file, phone, more.language ? { language: more.language } : {}))).toBe(true);
  await house.settle();
  return { file, phone };
}

async function rowsOf({ id }: File): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select template, state, attempts, reason, address, body from notices.message where application_id = ${id} order by id`.execute(
    house.owner.kysely,
  );
  return rows;
}

test('a telephone is proven by the code sent to it, once however often it was asked, and hears the number of its request', async () => {
  const [file, phone] = [await aFile(), aPhone()];
  const { askProof, proveAddress, noticesOfRequest } = house.house.notices;
  const input = asking(file, phone);
  await expectProperDeed(house, askProof, { by: file.by, input, otherInput: { ...input, language: 'ar' } });
  await house.settle();
  const [message] = await toPhone(phone);
  const [code = ''] = /\d{6}/.exec(message?.text ?? '') ?? [];
  expect(await toPhone(phone)).toHaveLength(1);
  const given = { application: file.id, code };
  const deed = { by: file.by, input: given, otherInput: { ...given, code: '1' } };
  expect((await expectProperDeed(house, proveAddress, deed)).output).toEqual({ isProven: true });
  await house.settle();
  const [, followed] = await toPhone(phone);
  expect(followed?.text).toContain(file.number);
  const told = expectDone(await house.ask(file.by, noticesOfRequest, { application: file.id }), 'told');
  expect(told).toMatchObject({ isProving: false, recipient: { channel: 'sms', masked: '•••••• 10', lastState: 'delivered' } });
  // The code is kept nowhere once it has left.
  expect((await rowsOf(file)).find(({ template }) => template === 'code')).toMatchObject({ body: null });
});

test('a code is guessed five times at most, and a wrong, an old, a used and an unasked one get one answer', async () => {
  const [file, other] = [await aFile(), await aFile()];
  const code = await askCode(file, aPhone());
  const wrong = code === '000000' ? '000001' : '000000';
  expect(await prove(other, code)).toBe(false);
  for (let guess = 0; guess < 5; guess += 1) expect(await prove(file, wrong)).toBe(false);
  expect(await prove(file, code)).toBe(false);
  const again = await askCode(file, aPhone());
  await house.owner.pool.query(`update notices.proof set expires_at = now() - interval '1 second' where application_id = $1`, [
    file.id,
  ]);
  expect(await prove(file, again)).toBe(false);
  const third = await askCode(file, aPhone());
  expect(await prove(file, third)).toBe(true);
  expect(await prove(file, third)).toBe(false);
});

test('guesses made together are all counted', async () => {
  const file = await aFile();
  const code = await askCode(file, aPhone());
  const wrong = Array.from({ length: 12 }, (_, n) => String((Number(code) + n + 1) % 1_000_000).padStart(6, '0'));
  await Promise.all(wrong.map((guess) => prove(file, guess)));
  expect(await prove(file, code)).toBe(false);
});

test('nobody makes a telephone ring all day, and who tries hears the same as ever', async () => {
  const phone = aPhone();
  for (let turn = 0; turn < 6; turn += 1) {
    const file = await aFile();
    const answer = await house.do(file.by, house.house.notices.askProof, asking(file, phone));
    expect(answer).toMatchObject({ ok: true, output: {} });
  }
  await house.settle();
  expect(await toPhone(phone)).toHaveLength(5);
});

test('a citizen asks for no file outside the commune let into, and nobody past the portal', async () => {
  const file = await aFile();
  await expectRefused(house, house.house.notices.askProof, { by: publicActor, input: asking(file, aPhone()), as: 'not-allowed' });
  await expectRefused(house, house.house.notices.sendNumber, {
    by: file.by,
    input: { application: file.id },
    as: 'nobody-to-tell',
  });
});

test('a family is told of papers, decision, registration and card, each once, in its language', async () => {
  const { file, phone } = await aTold({ language: 'ar' });
  const [neighbour = ''] = await register(house, aFamily('poor'));
  const quiet = await citizenOf(neighbour);
  const emit = { applications: [file.id] };
  for (const event of ['applications.papers-asked', 'commissions.decisions-validated', 'entitlements.registered'])
    await publish(event, emit);
  await house.settle();
  const texts = (await toPhone(phone)).slice(2).map(({ text }) => text);
  expect(texts).toHaveLength(3);
  expect(texts.join()).toContain(`الطلب ${file.number}`);
  expect(texts.every((text) => text.includes('/ar/follow') && text.includes('/ar/stop/'))).toBe(true);
  expect(await rowsOf(quiet)).toEqual([]);
});

test('a family that opted in hears of its decision and card from the deeds themselves', async () => {
  const [id = ''] = await checkRequests(house, aFamily('vulnerable'));
  const file = await citizenOf(id);
  const phone = aPhone();
  expect(await prove(file, await askCode(file, phone))).toBe(true);
  await house.settle();

  const sitting = await schedule(house, [id]);
  await sit(house, sitting);
  expectDone(await house.do(await house.as('training.province'), validateSittings, { sittings: [sitting] }), 'validate');
  await house.settle();
  const told = (await rowsOf(file)).map(({ template }) => template);
  expect(new Set(told)).toEqual(new Set(['code', 'followed', 'decided', 'registered', 'contribution']));
  expect(told).toHaveLength(5);
  const { body } = (await rowsOf(file)).find(({ template }) => template === 'decided') ?? {};
  expect(body).toMatch(/Votre demande est acceptée\. Contester : jusqu'au \d\d\/\d\d\/20\d\d\./);
  expect(body).not.toMatch(/vulnérab|contribution/);

  await pay(house, id);
  await house.settle();
  expect((await rowsOf(file)).at(-1)).toMatchObject({ template: 'contribution' });
  const officer = await house.as('mehdi.cards');
  const { territory } = await fileOf(house, id);
  const batch = await haveCardsMade(house, officer, territory);
  const newest = async () => {
    await house.settle();
    return (await rowsOf(file)).at(-1);
  };
  expect(await newest()).toMatchObject({ template: 'card-made', state: 'delivered' });
  const cards = await bringToOffice(house, officer, { batch, office: territory });
  expect(await newest()).toMatchObject({ template: 'card-at-office', state: 'delivered' });
  const desk = aPost('counter-agent', territory);
  const head = (await fileOf(house, id)).declaration.members[0]?.cnie ?? '';
  const recipient = { kind: 'head' as const, name: 'Fatima', paper: 'cnie' as const, paperNumber: ` ${head.toLowerCase()}` };
  const [{ serial: one, ...given }] = cards as [(typeof cards)[number]];
  const stranger = { ...recipient, kind: 'member' as const, paperNumber: 'ZZ999999' };
  await expectRefused(house, handOverCard, {
    by: desk,
    input: { serial: one, ...given, recipient: stranger },
    as: 'paper-differs',
  });
  for (const { serial, code, registration } of cards)
    expectDone(await house.do(desk, handOverCard, { serial, code, registration, recipient }), 'hand-over');
  expect(await newest()).toMatchObject({ template: 'card-handed-over', state: 'delivered' });
});

test('a family whose file is put off hears of it when the minutes are sealed, and one that a visit awaits hears of the visit', async () => {
  const ids = await checkRequests(house, aFamily('poor'), aFamily('poor'));
  const files = await Promise.all(ids.map(citizenOf));
  for (const file of files) expect(await prove(file, await askCode(file, aPhone()))).toBe(true);
  const sitting = await schedule(house, ids);
  await openRoom(house, sitting);
  const secretary = await house.as('training.secretary');
  const [adjourned = '', visited = ''] = ids;
  const enquiry = { question: 'Qui vit ici ?', points: ['dwelling' as const] };
  const rulings = [
    aRuling(adjourned, 'adjourned', 'papers-awaited'),
    { ...aRuling(visited, 'enquiry', 'living-conditions-to-see'), enquiry },
  ];
  expectDone(await house.do(secretary, recordDecisions, { sitting, rulings }), 'record-decisions');
  expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  await house.settle();
  const told = await Promise.all(files.map(async (file) => (await rowsOf(file)).at(-1)));
  expect(told.map((row) => [row?.template, String(row?.body).split('. ')[1]?.split('\n')[0]])).toEqual([
    ['put-off', "La commission n'a pas encore décidé."],
    ['put-off', 'Un agent va vérifier votre situation sur place.'],
  ]);
});

test('a family that contests hears whether it will be heard, and what was answered', async () => {
  const [id = ''] = await admit(house, aFamily('not eligible'));
  const [file, phone] = [await citizenOf(id), aPhone()];
  expect(await prove(file, await askCode(file, phone))).toBe(true);
  await hear(house, await contestAdmitted(house, id), { outcome: 'upheld' });
  await settleUntil(house, async () => (await rowsOf(file)).some(({ template }) => template === 'appeal-decided'));
  await house.settle();
  const told = (await toPhone(phone)).map(({ text }) => text).filter((text) => text.includes('recours'));
  expect(told).toHaveLength(2);
  expect(told.join(' ')).toContain(file.number);
  expect(told.at(-1)).toContain('La décision ne change pas.');
});

test('an event delivered again sends nothing more', async () => {
  const { file, phone } = await aTold();
  const compose = house.house.notices.composeMessages;
  const input = { template: 'decided' as const, applications: [file.id, file.id] };
  const key = `${newId()}:notices.tell-decided`;
  expectDone(await house.do(systemActor('notices.tell-decided'), compose, input, key), 'compose');
  expectDone(await house.do(systemActor('notices.tell-decided'), compose, input, key), 'compose');
  // Even were the memory of deeds emptied: the outbox has its own key.
  await house.owner.pool.query('delete from platform.deed where key = $1', [key]);
  expect(expectDone(await house.do(systemActor('notices.tell-decided'), compose, input, key), 'compose')).toEqual({
    messages: 0,
  });
  await house.settle();
  expect((await rowsOf(file)).filter(({ template }) => template === 'decided')).toHaveLength(1);
  // No commission has said anything of this file: the message says no more than that there is something to read.
  expect((await toPhone(phone)).filter(({ text }) => text.includes('décision'))).toHaveLength(1);
});

test('a worker killed between handing a message over and noting it hands it again, and it arrives once', async () => {
  const { file, phone } = await aTold();
  expectDone(await house.do(file.by, house.house.notices.sendNumber, { application: file.id }), 'send-number');
  const { rows } = await sql<{ id: string }>`
    select id from notices.message where application_id = ${file.id} and state = 'waiting'`.execute(house.owner.kysely);
  const { message } = expectDone(await house.ask(ownHand, messageToSend, { message: rows[0]?.id ?? '' }), 'to-send');
  if (!message) throw new Error('it waits');
  // What the worker had done when it was killed.
  expect(await noticesFromEnv(process.env).messengers.sms.hand(message)).toMatchObject({ outcome: 'taken' });
  await house.settle();
  expect((await toPhone(phone)).filter(({ name }) => name === message.id)).toHaveLength(1);
  expect((await rowsOf(file)).at(-1)).toMatchObject({ template: 'number', state: 'delivered', attempts: 1 });
});

test('an answer lost on the way is asked for again, and a messenger that is away is waited for', async () => {
  const { file, phone } = await aTold();
  for (const mode of ['half', 'down', 'nonsense'] as const) {
    house.partners.sms?.control.switch({ mode });
    expectDone(await house.do(file.by, house.house.notices.sendNumber, { application: file.id }), 'send-number');
    await house.settle();
    expect((await rowsOf(file)).at(-1)).toMatchObject({ state: 'waiting', attempts: 1 });
    house.partners.sms?.control.switch({ mode: 'up' });
    await hurry();
    await house.settle();
    expect((await rowsOf(file)).at(-1)).toMatchObject({ state: 'delivered', attempts: 2 });
  }
  expect((await toPhone(phone)).filter(({ text }) => text.includes('le numéro'))).toHaveLength(3);
});

test.each([
  ['91', 'refused', 'number-not-allocated', 1],
  ['92', 'bounced', null, 1],
  ['94', 'delivered', null, 2],
  ['95', 'waiting', 'http-503', 1],
])('a message to a telephone that ends in %s is %s', async (ending, state, reason, attempts) => {
  const [file, phone] = [await aFile(), aPhone(ending)];
  expectDone(await house.do(file.by, house.house.notices.askProof, asking(file, phone)), 'ask-proof');
  await house.settle();
  if (ending === '94') {
    await hurry();
    await house.settle();
  }
  expect(await rowsOf(file)).toMatchObject([{ template: 'code', state, reason, attempts }]);
});

test('a message that no messenger takes is given up at the end of its waits, and counted as such', async () => {
  const file = await aFile();
  expectDone(await house.do(file.by, house.house.notices.askProof, asking(file, aPhone('95'))), 'ask-proof');
  await house.settle();
  const { rows } = await sql<{ id: string }>`select id from notices.message where application_id = ${file.id}`.execute(
    house.owner.kysely,
  );
  const handed = { outcome: 'silent' as const, reason: 'http-503' };
  for (let turn = 2; turn <= 10; turn += 1)
    expectDone(await house.do(ownHand, noteHanded, { message: rows[0]?.id ?? '', handed }), 'note-handed');
  expect(await rowsOf(file)).toMatchObject([{ state: 'given_up', attempts: 10, body: null }]);
  const auditor = aPost('auditor', '');
  const { counts } = expectDone(await house.ask(auditor, outboxState, {}), 'outbox');
  expect(counts.find(({ channel, state }) => channel === 'sms' && state === 'given_up')).toMatchObject({ messages: 1 });
});

test.each([
  ['fatima@poste.ma', 'sent', 1],
  ['refuses@poste.ma', 'refused', 1],
  ['bounces@poste.ma', 'sent', 1],
  ['fails-once@poste.ma', 'sent', 2],
  ['down@poste.ma', 'waiting', 1],
])('a message to the mailbox %s is %s', async (address, state, attempts) => {
  const file = await aFile();
  expectDone(await house.do(file.by, house.house.notices.askProof, asking(file, address, { channel: 'mail' })), 'ask-proof');
  await house.settle();
  if (address.startsWith('fails-once')) {
    await hurry();
    await house.settle();
  }
  expect(await rowsOf(file)).toMatchObject([{ template: 'code', state, attempts }]);
});

test('a mailbox is proven like a telephone, and reads Arabic', async () => {
  const file = await aFile();
  const address = 'amina@poste.ma';
  expect(await prove(file, await askCode(file, address, { channel: 'mail', language: 'ar' }))).toBe(true);
  await house.settle();
  expect((await carried('mail')).findLast(({ to }) => to === address)?.text).toContain(`الطلب ${file.number}`);
});

test('a stop forgets the address at once and holds back what was waiting; the code in any message does it without the file', async () => {
  const { file, phone } = await aTold();
  const [, followed] = await toPhone(phone);
  const [, code = ''] = /\/stop\/(\w+)/.exec(followed?.text ?? '') ?? [];
  const { noticesToStop } = house.house.notices;
  const typed = `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`;
  const { recipient } = expectDone(await house.ask(publicActor, noticesToStop, { code: typed }), 'to-stop');
  expect(recipient).toMatchObject({ application: file.id });
  expect(expectDone(await house.ask(publicActor, noticesToStop, { code: 'ZZZZZZZZZ' }), 'to-stop')).toEqual({});
  expectDone(await house.do(file.by, house.house.notices.sendNumber, { application: file.id }), 'send-number');
  const input = { application: file.id };
  await expectProperDeed(house, stopNotices, { by: file.by, input, otherInput: { application: newId() } });
  await house.settle();
  expect((await rowsOf(file)).at(-1)).toMatchObject({ state: 'withdrawn', address: null, body: null });
  await publish('commissions.decisions-validated', { applications: [file.id] });
  await house.settle();
  expect(await toPhone(phone)).toHaveLength(2);
  expect(expectDone(await house.ask(publicActor, noticesToStop, { code }), 'to-stop')).toEqual({});
});

test('the number is sent a few times a day, then no more', async () => {
  const { file } = await aTold();
  const input = { application: file.id };
  for (let turn = 0; turn < 5; turn += 1)
    expectDone(await house.do(file.by, house.house.notices.sendNumber, input), 'send-number');
  await expectRefused(house, house.house.notices.sendNumber, { by: file.by, input, as: 'sent-enough' });
});

test('what a messenger tells late of a message changes nothing that is known already', async () => {
  const { file } = await aTold();
  const { rows } = await sql<{ id: string }>`select id from notices.message where application_id = ${file.id}`.execute(
    house.owner.kysely,
  );
  const message = rows[0]?.id ?? '';
  expectDone(await house.do(ownHand, noteDelivery, { message, state: 'bounced' }), 'note-delivery');
  const handed = { outcome: 'refused' as const, reason: 'late' };
  expect(expectDone(await house.do(ownHand, noteHanded, { message, handed }), 'note-handed')).toEqual({ state: 'delivered' });
  expect(await rowsOf(file)).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
});

test('words and addresses go after their days; that a message was sent stays', async () => {
  const { file } = await aTold();
  await house.owner.pool.query(`update notices.message set made_at = now() - interval '31 days' where application_id = $1`, [
    file.id,
  ]);
  expectDone(await house.do(ownHand, forgetMessages, {}), 'forget-messages');
  expect(await rowsOf(file)).toMatchObject([
    { template: 'code', state: 'delivered', address: null, body: null },
    { template: 'followed', state: 'delivered', address: null, body: null },
  ]);
});

/** As if the time to try again had come. */
async function hurry(): Promise<void> {
  await house.owner.pool.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
}

/** An event as a module would publish it, delivered to whoever subscribes here. */
async function publish(name: string, payload: object): Promise<void> {
  const id = newId();
  await house.owner.pool.query(
    `insert into platform.event (id, name, payload, deed, happened_at) values ($1, $2, $3, 'test', now())`,
    [id, name, JSON.stringify(payload)],
  );
  const subscribers = house.house.jobs.filter((job) => job.on === name && job.name.startsWith('notices.'));
  const deliveries = subscribers.map((job) => ({ identifier: job.name, payload: { event: id } }));
  await house.owner.pool.query('select platform.enqueue($1::jsonb)', [JSON.stringify(deliveries)]);
}
