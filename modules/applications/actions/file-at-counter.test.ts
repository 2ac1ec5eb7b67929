import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { personsByName } from '#modules/registry';
import { stoppedClock } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileOf, fileRequests } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { answersOf } from '../model/form/index.ts';
import { entryOfRequest } from '../queries/entry-of-request.ts';
import { versionsOfRequest } from '../queries/versions-of-request.ts';
import { findContact } from '../store/contacts.ts';
import { fileAtCounter } from './file-at-counter.ts';
import { openChecking } from './open-checking.ts';

const clock = stoppedClock('2026-11-22T10:42:00Z');
const azilal = aPost('counter-agent', '05.081');
const beniMellal = aPost('counter-agent', '05.091');
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

/** What the device sends when an agent has typed the form of a family. */
function typed(family: Declaration, more: object = {}) {
  const contact = { language: 'ar' as const, phone: '06 12 34 56 78', address: 'Douar Aït Oumghar' };
  const papersSeen = ['applicant-identity' as const, 'applicant-photos' as const];
  const { members, ...household } = answersOf(family);
  const answers = { ...household, members: [...members] };
  return { application: newId() as string, answers, contact, papersSeen, declaredOnHonour: true as const, ...more };
}

type Typed = ReturnType<typeof typed>;

async function filed(entry: Typed, by = azilal) {
  return expectDone(await house.do(by, fileAtCounter, entry), 'file-at-counter');
}

test('an identifier that a request of another jurisdiction has is refused, and tells nothing of it', async () => {
  const { application } = await filed(typed(aFamily()));
  const other = { ...typed(aFamily('poor', { at: 'beni mellal' })), application };
  expect(await house.do(beniMellal, fileAtCounter, other)).toEqual({
    ok: false,
    refusal: { refused: 'identifier-used', place: 'application' },
  });
});

describe('a paper request typed at the counter', () => {
  test('becomes a filed request under the identifier of the device, with its number, its contact and the papers that were seen', async () => {
    const family = aFamily('vulnerable');
    const input = typed(family, { typedAt: '2026-11-22T11:40:00+01:00', receivedOn: '2026-11-22' });
    const { output, lines } = await expectProperDeed(house, fileAtCounter, { by: azilal, input, otherInput: typed(aFamily()) });
    expect(output).toMatchObject({
      application: input.application,
      number: expect.stringMatching(/^2026\d{8}$/),
      territory: family.commune,
      filedOn: '2026-11-22',
      deposit: 'as-stated',
      receivedAt: expect.stringMatching(/^2026-11-22T10:42:00.000Z$/),
    });
    expect(lines).toMatchObject([
      { subject: `application:${input.application}`, territory: family.commune, after_digest: output.digest },
    ]);
    expect(await fileOf(house, output.application)).toMatchObject({ state: 'filed', number: output.number });
    const contact = await house.owner.kysely.transaction().execute((tx) => findContact(tx, output.application));
    expect(contact).toMatchObject({ phone: '+212612345678', language: 'ar', address: 'Douar Aït Oumghar', wants_notices: false });
    const { entry } = expectDone(await house.ask(azilal, entryOfRequest, { application: output.application }), 'entry');
    expect(entry).toMatchObject({ origin: 'paper', papersSeen: ['applicant-identity', 'applicant-photos'], by: azilal.id });
  });

  test('is found by the name of any of the family from then on', async () => {
    const { application } = await filed(typed(aFamily()));
    const names = aFamily().members[0]?.names.fr;
    const asked = { name: `${names?.given} ${names?.family}`, most: 50 };
    const { persons } = expectDone(await house.ask(azilal, personsByName, asked), 'persons');
    expect(persons.flatMap(({ requests }) => requests)).toContain(application);
  });

  test('gives the same answer when it is sent again under another key, days later, and files nothing', async () => {
    const entry = typed(aFamily());
    const first = await filed(entry);
    clock.moveTo('2026-11-25T08:00:00Z');
    expect(await filed(entry)).toEqual(first);
    await expectRefused(house, fileAtCounter, {
      by: azilal,
      input: { ...typed(aFamily()), application: entry.application },
      as: 'identifier-used',
    });
    const [other = ''] = await fileRequests(house, aFamily());
    await expectRefused(house, fileAtCounter, {
      by: azilal,
      input: { ...typed(aFamily()), application: other },
      as: 'identifier-used',
    });
    clock.moveTo('2026-11-22T10:42:00Z');
  });

  test.each([
    ['typed days ago without network, on the day it was received', '2026-11-12', '2026-11-12', 'as-stated'],
    ['by a device whose clock is years ahead, today', '2031-01-01', '2026-11-22', 'ahead'],
    ['by a device whose clock began anew, today', '1970-01-01', '2026-11-22', 'too-old'],
    ['by a device that says no day, today', undefined, '2026-11-22', 'not-stated'],
  ])('is filed %s', async (_how, receivedOn, filedOn, deposit) => {
    expect(await filed(typed(aFamily(), receivedOn ? { receivedOn } : {}))).toMatchObject({ filedOn, deposit });
  });

  test('is refused with the question to look at when an answer is missing or wrong, and nothing is filed', async () => {
    const family = aFamily('vulnerable');
    const [head, second, ...others] = family.members;
    if (!head || !second) throw new Error('a family of two at least');
    const broken = { ...family, members: [head, { ...second, birth_date: '2030-01-01' }, ...others] } as Declaration;
    const refused = await house.do(azilal, fileAtCounter, typed(broken));
    expect(refused).toMatchObject({ ok: false, refusal: { refused: 'broken-answers', place: 'identity/2/birth_date' } });
    const { dwelling: _none, ...without } = family;
    await expectRefused(house, fileAtCounter, { by: azilal, input: typed(without as Declaration), as: 'broken-answers' });
    const phone = { contact: { language: 'ar' as const, phone: '12' } };
    expect(await house.do(azilal, fileAtCounter, typed(aFamily(), phone))).toMatchObject({
      refusal: { refused: 'broken-answers', place: 'contact/contact.phone' },
    });
  });

  test('is refused when the head has an open request: with its number to who may see it, without it to who may not', async () => {
    const family = aFamily();
    const { number } = await filed(typed(family));
    await expectRefused(house, fileAtCounter, { by: azilal, input: typed(family), as: 'open-request' });
    expect(await house.do(azilal, fileAtCounter, typed(family))).toMatchObject({
      refusal: { place: 'birth/cnie', facts: { known: 'here', number } },
    });
    const moved = { ...family, commune: '05.091.03.03' as Declaration['commune'] };
    expect(await house.do(beniMellal, fileAtCounter, typed(moved))).toMatchObject({
      refusal: { refused: 'open-request', facts: { known: 'elsewhere', number: '' } },
    });
  });

  test('is refused for a family of another jurisdiction, and to who does not enter requests', async () => {
    await expectRefused(house, fileAtCounter, { by: beniMellal, input: typed(aFamily()), as: 'outside-jurisdiction' });
    await expectRefused(house, fileAtCounter, { by: aPost('auditor', ''), input: typed(aFamily()), as: 'not-allowed' });
  });
});

describe('a dossier that its family had sent', () => {
  test('keeps its number and its day, and what the counter saw otherwise is a correction', async () => {
    const family = aFamily('vulnerable');
    const { application: request, number } = await filed(typed(family, { receivedOn: '2026-11-20' }));
    const seen = { ...family, dwelling: { ...family.dwelling, rooms: 7 } };
    const origin = { kind: 'dossier' as const, number };
    const entry = typed(seen, { origin });
    const output = await filed(entry);
    expect(output).toMatchObject({ application: request, number, filedOn: '2026-11-20' });
    expect(await filed(entry)).toEqual(output);
    const { versions } = expectDone(await house.ask(azilal, versionsOfRequest, { application: request }), 'versions');
    expect(versions).toMatchObject([
      { version: 1, changes: [] },
      { version: 2, reason: 'reviewed-at-counter', changes: [{ place: 'dwelling.rooms', to: 7 }] },
    ]);
    const { entry: kept } = expectDone(await house.ask(azilal, entryOfRequest, { application: request }), 'entry');
    expect(kept).toMatchObject({ origin: 'dossier' });
  });

  test('has no new version when the counter agrees, and cannot be reviewed once its checks are open', async () => {
    const family = aFamily();
    const { application: request, number } = await filed(typed(family));
    const origin = { kind: 'dossier' as const, number };
    await filed(typed(family, { origin }));
    const { versions } = expectDone(await house.ask(azilal, versionsOfRequest, { application: request }), 'versions');
    expect(versions).toEqual([]);
    expectDone(await house.do(azilal, openChecking, { applications: [request] }), 'open-checking');
    await expectRefused(house, fileAtCounter, { by: azilal, input: typed(family, { origin }), as: 'not-correctable' });
  });
});
