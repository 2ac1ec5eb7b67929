import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideLifeEvent, familyOverTime, undoLifeEvent } from '#modules/entitlements';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../testing/families.ts';
import { fileOf, register } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let file = { id: '', number: '', cookie: '' };
let person = '';

beforeAll(async () => {
  served = await openServedHouse();
  const [id = ''] = await register(served, aFamily('poor'));
  const { number, declaration } = await fileOf(served, id);
  const [year = '', month = '', day = ''] = (declaration.members[0]?.birth_date ?? '').split('-');
  const answer = await post('/fr/follow', { number, 'birth-day': day, 'birth-month': month, 'birth-year': year }, '');
  file = { id, number, cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  person = (await familyOf())?.members[0]?.person ?? '';
});
afterAll(() => served?.close());

const get = (path: string) => served.app.inject({ url: path, headers: { cookie: file.cookie } });
const post = (path: string, fields: Record<string, string>, cookie = file.cookie) =>
  served.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(fields).toString(),
  });
const page = (rest = '') => `/fr/follow/${file.number}/family${rest}`;
const tell = (fields: Record<string, string>) =>
  post(page(), { kind: 'correction', token: newId(), proof: '204/1982', ...fields });

async function familyOf() {
  const asked = await served.ask(await served.as('salma.anam'), familyOverTime, { application: file.id });
  return expectDone(asked, 'family').family;
}

test('what is missing or cannot be in a correction is told beside its field, what was typed comes back, and nothing is reported', async () => {
  expect((await get(page())).body).toContain('Une faute sur ma carte');
  const form = (await get(page('?kind=correction'))).body;
  expect(form).toContain('name="given-ar"');
  expect(form, 'a mistake was made on no day that anybody knows').not.toContain('id="on-day"');
  const empty = await tell({ proof: '' });
  expect(empty.statusCode).toBe(422);
  for (const fault of ['person-error', 'given-fr-error', 'proof-error']) expect(empty.body).toContain(fault);
  const latin = await tell({ person, 'given-ar': 'Rachida', 'family-fr': 'Ouali' });
  expect(latin.statusCode).toBe(422);
  for (const words of ['given-ar-error', 'lettres arabes', 'value="Ouali"']) expect(latin.body).toContain(words);
  const unborn = await tell({ person, 'born-day': '31', 'born-month': '2', 'born-year': '1982' });
  expect(unborn.body).toContain('born-error');
  const same = await tell({ person, 'given-fr': (await familyOf())?.members[0]?.names.fr?.given ?? '' });
  expect(same.body).toContain('rien à corriger');
  expect((await tell({ person, card: '12' })).body).toContain('card-error');
  expect((await familyOf())?.events).toEqual([]);
});

test('a family tells a mistake of its card once, may send a photo of the paper, and reads its own name once it is decided', async () => {
  const fields = { person, 'given-fr': 'Rachida', 'born-day': '2', 'born-month': '3', 'born-year': '1983', token: newId() };
  for (const sent of [await tell(fields), await tell(fields)])
    expect([sent.statusCode, sent.headers.location]).toEqual([303, page('?sent=yes')]);
  const [event] = (await familyOf())?.events ?? [];
  expect((await familyOf())?.events).toHaveLength(1);
  expect(event).toMatchObject({
    ...{ kind: 'correction', reportedBy: 'family', state: 'reported' },
    correction: { now: { names: { fr: { given: 'Rachida' } }, birthDate: '1983-03-02' } },
  });
  expect((await get(page())).body).toContain(page(`/${event?.event}/papers`));
  expect((await get(page(`/${event?.event}/papers`))).body).toContain('Acte de naissance ou carte nationale');
  const waiting = (await get(page())).body;
  for (const words of ['Prénom, en lettres latines', '2 mars 1983', 'À décider']) expect(waiting).toContain(words);
  const decision = { event: event?.event ?? '', decision: 'accepted', reason: 'Acte vu' } as const;
  expectDone(await served.do(await served.as('salma.anam'), decideLifeEvent, decision), 'decide');
  const after = (await get(page())).body;
  for (const words of ['Acte vu', 'Rachida']) expect(after).toContain(words);
});

test('whose birth date and national card are put right follows the request by these, and by the wrong ones no more', async () => {
  const { declaration } = await fileOf(served, file.id);
  const head = declaration.members[0];
  const opens = async (number: string, birth: string) => {
    const [year = '', month = '', day = ''] = birth.split('-');
    const answer = await post('/fr/follow', { number, 'birth-day': day, 'birth-month': month, 'birth-year': year }, '');
    return answer.statusCode === 303;
  };
  const [wrong, right] = [head?.birth_date ?? '', '1983-03-02'];
  expect([await opens(file.number, right), await opens(file.number, wrong)]).toEqual([true, false]);
  expect(await opens(head?.cnie ?? '', right)).toBe(true);
  expect((await tell({ person, card: 'qc 77001' })).statusCode).toBe(303);
  const event = (await familyOf())?.events.find(({ state }) => state === 'reported')?.event ?? '';
  const officer = await served.as('salma.anam');
  const decision = { event, decision: 'accepted', reason: 'Carte vue' } as const;
  expectDone(await served.do(officer, decideLifeEvent, decision), 'decide');
  expect([await opens('QC77001', right), await opens(head?.cnie ?? '', right)]).toEqual([true, false]);
  expectDone(await served.do(officer, undoLifeEvent, { event, reason: 'La carte était une autre' }), 'undo');
  expect([await opens('QC77001', right), await opens(head?.cnie ?? '', right)]).toEqual([false, true]);
  expect((await fileOf(served, file.id)).declaration, 'what was decided on stays as it was declared').toEqual(declaration);
});
