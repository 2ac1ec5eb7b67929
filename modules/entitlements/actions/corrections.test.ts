import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { custodyBoard } from '#modules/cards';
import { personsByName } from '#modules/registry';
import { today } from '#platform/clock';
import { addDays, addMonths } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { deedNamed, fileOf, ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { AskedRight } from '../model/asked-right.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { restatedOf } from '../queries/restated-family.ts';
import { twoFamilies } from '../queries/two-families.ts';
import { askRenewal } from './ask-renewal.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { type LifeEventReport, reportLifeEvent } from './report-life-event.ts';
import { undoLifeEvent } from './undo-life-event.ts';

let house: TestHouse;
let officer: Actor;
let counter: Actor;
type Family = NonNullable<Awaited<ReturnType<typeof familyOf>>>;
let family: Family;
let [head, child] = [{} as Family['members'][number], {} as Family['members'][number]];

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
  counter = aPost('counter-agent', '05.081');
});
afterAll(() => house.close());
beforeEach(async () => {
  family = await aRegistered();
  [head = head] = family.members;
  child = family.members.find(({ entitledBy }) => entitledBy.endsWith('child')) ?? head;
});

const reason = 'the birth certificate was shown';

async function aRegistered(): Promise<Family> {
  const [file = ''] = await register(house, aFamily('poor'));
  const found = await familyOf((await registrationOf(house, file)).number);
  if (!found) throw new Error('no such family');
  return found;
}
async function familyOf(registration: string) {
  return expectDone(await house.ask(ownHand, familyOverTime, { registration }), 'family').family;
}
const memberOf = async (ref: number) => (await familyOf(family.registration))?.members.find((member) => member.ref === ref);

const reportOf = (person: string, correction: LifeEventReport['correction']): LifeEventReport => ({
  ...{ event: newId(), registration: family.registration, kind: 'correction', happenedOn: '2026-01-01', proof: '204/2006' },
  ...{ person, correction },
});
async function told(person: string, correction: LifeEventReport['correction'], by = counter) {
  const report = reportOf(person, correction);
  expectDone(await house.do(by, reportLifeEvent, report), 'report');
  return { event: report.event, decision: 'accepted' as const, reason };
}
async function corrected(person: string, correction: LifeEventReport['correction']) {
  const accepting = await told(person, correction);
  expectDone(await house.do(officer, decideLifeEvent, accepting), 'decide');
  await house.settle();
  return accepting.event;
}
const undone = async (event: string) => {
  expectDone(await house.do(officer, undoLifeEvent, { event, reason: 'the paper was another one’s' }), 'undo');
  await house.settle();
};

async function answerFor(subject: AskedRight, knownAt?: string) {
  const asked = { subjects: [subject], ...(knownAt === undefined ? {} : { knownAt }) };
  return expectDone(await house.ask(officer, house.house.rightOf, asked), 'right-of').answers[0];
}
async function cardsOf() {
  const { rows } = await house.owner.pool.query<{ serial: string; state: string; persons: object[] }>(
    'select serial, state, persons from cards.card where registration_number = $1 order by serial',
    [family.registration],
  );
  return rows;
}
async function cardOf(ref: number): Promise<string> {
  const { rows } = await house.owner.pool.query<{ cnie: string }>(
    `select m.cnie from registry.household h join registry.household_member m on m.household_id = h.id
    where h.request_id = $1 and h.superseded_at is null and m.ref = $2`,
    [family.request, ref],
  );
  return rows[0]?.cnie ?? '';
}
/** On which days the scheme tells the others that it covers somebody. */
async function coversOf(person: string) {
  const { rows } = await house.owner.pool.query(
    `select t.from_day, t.to_day from coverage.told_cover t join coverage.source s on s.id = t.source_id and s.scheme = 'ramed'
    where t.member = $1 and t.known_to = 'infinity' and t.held_as is not null order by t.from_day`,
    [person],
  );
  return rows;
}
/** Now, and what comes next comes later. */
async function aMomentBefore(): Promise<string> {
  const now = new Date().toISOString();
  await wait(3);
  return now;
}
let made = 0;
const aCard = () => `QC${String(++made).padStart(5, '0')}`;

test('a name that is wrong is told, changes nothing until another hand accepts it, and then stands everywhere; undone it never was', async () => {
  const names = { fr: { given: 'Rachida' } };
  const input = reportOf(head.person, { names });
  await expectProperDeed(house, reportLifeEvent, { by: counter, input, otherInput: { ...input, proof: 'another' } });
  expect((await familyOf(family.registration))?.events).toMatchObject([
    {
      ...{ kind: 'correction', state: 'reported', names: head.names, proof: { kind: 'identity-paper' } },
      correction: { was: { names: head.names }, now: { names: { fr: { given: 'Rachida' } } }, fields: ['names.fr.given'] },
    },
  ]);
  expect((await memberOf(1))?.names).toEqual(head.names);
  await expectRefused(house, decideLifeEvent, {
    ...{ by: { ...officer, id: counter.id }, input: { event: input.event, decision: 'accepted', reason }, as: 'same-hand' },
  });
  const before = await aMomentBefore();
  const accepting = { event: input.event, decision: 'accepted' as const, reason };
  await expectProperDeed(house, decideLifeEvent, { by: officer, input: accepting, otherInput: { ...accepting, reason: 'x' } });
  await house.settle();
  expect((await memberOf(1))?.names.fr).toEqual({ ...head.names.fr, given: 'Rachida' });
  const [old, fresh] = await cardsOf();
  expect([old?.state, fresh?.state]).toEqual(['replaced', 'ordered']);
  expect(fresh?.persons[0]).toMatchObject({ names: { fr: { given: 'Rachida' } } });
  const byNumber: AskedRight = { by: 'registration', number: family.registration };
  expect((await answerFor(byNumber))?.persons?.[0]?.names.fr?.given).toBe('Rachida');
  expect((await answerFor(byNumber, before))?.persons?.[0]?.names, 'what was known then is told as it was').toEqual(head.names);
  const found = expectDone(
    await house.ask(officer, personsByName, { name: `Rachida ${head.names.fr?.family ?? ''}` }),
    'by-name',
  );
  expect(JSON.stringify(found)).toContain(head.person);
  await undone(input.event);
  expect((await memberOf(1))?.names).toEqual(head.names);
  expect((await cardsOf()).map(({ state }) => state)).toEqual(['replaced', 'replaced', 'ordered']);
});

test('a child that is younger than was written keeps its part longer, one that is past its age has none since that day; undone both are as they were', async () => {
  const year = Number(child.birthDate.slice(0, 4));
  const event = await corrected(child.person, { birthDate: `${year + 1}${child.birthDate.slice(4)}` });
  const after = await memberOf(child.ref);
  expect(Number(after?.until?.slice(0, 4))).toBe(Number(child.until?.slice(0, 4)) + 1);
  await undone(event);
  expect(await memberOf(child.ref)).toMatchObject({ birthDate: child.birthDate, until: child.until });
  const grown = await corrected(child.person, { birthDate: '1990-05-02' });
  const members = (await familyOf(family.registration))?.members ?? [];
  expect(members.find(({ ref }) => ref === child.ref)?.isIn ?? false).toBe(false);
  const { rows } = await house.owner.pool.query(
    'select extract(year from birth_date)::int as year from registry.person where id = $1',
    [child.person],
  );
  expect(rows).toEqual([{ year: 1990 }]);
  await undone(grown);
  expect(await memberOf(child.ref)).toMatchObject({ isIn: true, birthDate: child.birthDate, until: child.until });
});

test('under another national card the member is asked about by that one, and the first one leads to nobody; what was asked before is answered as it was', async () => {
  const [wrong, right] = [await cardOf(1), aCard()];
  const asked = (cnie: string): AskedRight => ({ by: 'card', cnie, birthDate: head.birthDate });
  const [first] = await cardsOf();
  const before = await aMomentBefore();
  const event = await corrected(head.person, { cnie: right });
  expect(await answerFor(asked(right))).toMatchObject({ state: 'open', registration: family.registration });
  expect(await answerFor(asked(wrong))).toMatchObject({ state: 'unknown' });
  expect(await answerFor(asked(wrong), before)).toMatchObject({ state: 'open' });
  expect(await answerFor(asked(right), before)).toMatchObject({ state: 'unknown' });
  expect(
    (await cardsOf()).map(({ serial, state }) => [serial, state]),
    'a card tells no national card',
  ).toEqual([[first?.serial, 'ordered']]);
  const { rows } = await house.owner.pool.query<{ card: string; covered: boolean }>(
    `select m.card, exists (select from coverage.told_cover t join coverage.source s on s.id = t.source_id and s.scheme = 'ramed'
      where t.member = m.person_id::text and t.known_to = 'infinity' and t.held_as is not null) as covered
    from coverage.ramed_member m where m.request_id = $1 and m.card = any($2) order by m.card`,
    [family.request, [wrong, right]],
  );
  expect(rows, 'other schemes are held against the right card from now on').toEqual([
    { card: wrong, covered: false },
    { card: right, covered: true },
  ]);
  await undone(event);
  expect(await answerFor(asked(wrong))).toMatchObject({ state: 'open' });
  expect(await answerFor(asked(right))).toMatchObject({ state: 'unknown' });
  expect(await cardOf(1)).toBe(wrong);
  await corrected(head.person, { cnie: right });
  expect(await answerFor(asked(right)), 'a card that nobody is stated under is free').toMatchObject({ state: 'open' });
});

test('the card of somebody else is refused where an officer reads it, and a family is not told whose it is', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const taken = expectDone(await house.ask(ownHand, familyOverTime, { application: file }), 'family').family;
  const { rows } = await house.owner.pool.query<{ cnie: string }>('select cnie from registry.person where id = $1', [
    taken?.members[0]?.person,
  ]);
  const correction = { cnie: rows[0]?.cnie ?? '' };
  await expectRefused(house, reportLifeEvent, { by: counter, input: reportOf(head.person, correction), as: 'card-of-another' });
  const own: Actor = { ...counter, id: `citizen:${newId()}` };
  const accepting = await told(head.person, correction, own);
  await expectRefused(house, decideLifeEvent, { by: officer, input: accepting, as: 'card-of-another' });
  expectDone(await house.do(officer, decideLifeEvent, { ...accepting, decision: 'refused' }), 'refuse');
});

test('who was taken for somebody of another family by a card typed wrong is nobody of it any more, and that family is as it was', async () => {
  const theirs = head;
  const card = await cardOf(1);
  const before = await coversOf(theirs.person);
  expect(before).toHaveLength(1);
  const other = aFamily('poor');
  const at = other.members.findIndex(({ relation }) => relation === 'child');
  const members = other.members.map((member, place) => (place === at ? { ...member, cnie: card as never } : member));
  const [file = ''] = await register(house, { ...other, members } as typeof other);
  const cases = async () => expectDone(await house.ask(officer, twoFamilies, { state: 'open' }), 'two-families').counts.open;
  expect(await cases()).toBe(1);
  family = (await familyOf((await registrationOf(house, file)).number)) ?? family;
  expect(family.members.map(({ person }) => person)).toContain(theirs.person);
  await corrected(theirs.person, { cnie: aCard() });
  expect(await coversOf(theirs.person)).toEqual(before);
  expect(await cases()).toBe(0);
  expect((await familyOf(family.registration))?.members.map(({ person }) => person)).not.toContain(theirs.person);
});

test('what changes nothing, cannot be read or cannot be true is refused with its place, and no report is left', async () => {
  const refusals = [
    [undefined, 'correction-missing'],
    [{}, 'correction-same'],
    [{ names: head.names, sex: head.sex, birthDate: head.birthDate }, 'correction-same'],
    [{ names: { ar: { given: 'Rachid' } } }, 'wrong-script'],
    [{ birthDate: '2999-01-01' }, 'born-to-come'],
    [{ birthDate: '2020-01-01' }, 'age-unlikely'],
    [{ cnie: '77' }, 'card-unwritable'],
  ] as const;
  for (const [correction, as] of refusals)
    await expectRefused(house, reportLifeEvent, { by: counter, input: reportOf(head.person, correction), as });
  await expectRefused(house, reportLifeEvent, { by: counter, input: reportOf(newId(), { sex: 'M' }), as: 'person-unknown' });
  expect((await familyOf(family.registration))?.events).toEqual([]);
});

test('of two corrections of one answer the second is told again; of two answers both stand; the first is undone after the second', async () => {
  const [one, same, other] = [
    await told(head.person, { names: { fr: { given: 'Rachida' } } }),
    await told(head.person, { names: { fr: { given: 'Racha' } } }),
    await told(head.person, { names: { fr: { family: 'Ouali' } } }),
  ];
  expectDone(await house.do(officer, decideLifeEvent, one), 'first');
  await expectRefused(house, decideLifeEvent, { by: officer, input: same, as: 'correction-stale' });
  expectDone(await house.do(officer, decideLifeEvent, other), 'other');
  expect((await memberOf(1))?.names.fr).toEqual({ given: 'Rachida', family: 'Ouali' });
  const again = await told(head.person, { names: { fr: { given: 'Racha' } } });
  expectDone(await house.do(officer, decideLifeEvent, again), 'again');
  await expectRefused(house, undoLifeEvent, { by: officer, input: { event: one.event, reason }, as: 'changed-since' });
  await undone(again.event);
  await undone(one.event);
  expect((await memberOf(1))?.names.fr).toEqual({ ...head.names.fr, family: 'Ouali' });
});

test('another card waits for what else was told of that person', async () => {
  const departure = {
    ...reportOf(child.person, undefined),
    kind: 'departure' as const,
    happenedOn: new Date().toISOString().slice(0, 10),
  };
  expectDone(await house.do(counter, reportLifeEvent, departure), 'report');
  const accepting = await told(child.person, { cnie: aCard() });
  await expectRefused(house, decideLifeEvent, { by: officer, input: accepting, as: 'event-waits' });
});

test('a renewal repeats what is right', async () => {
  await corrected(head.person, { names: { fr: { given: 'Rachida' } }, cnie: aCard() });
  // Whatever was accepted on the very day of a declaration was known to it.
  await house.owner.pool.query(
    "update entitlements.life_event set settled_at = settled_at + interval '1 day' where registration_number = $1",
    [family.registration],
  );
  const { registration: number, request: request_id, territory } = family;
  const restated = await house.owner.kysely
    .transaction()
    .execute((tx) => restatedOf({ tx, today: today(house.house.clock) }, { number, request_id, territory }));
  const { members } = restated as { members: { names: Family['members'][number]['names']; cnie?: string }[] };
  expect(members[0]).toMatchObject({ names: { fr: { given: 'Rachida' } }, cnie: await cardOf(1) });
  expect(members[1]?.names).toEqual(family.members[1]?.names);
});

test('a renewal that is on its way is put right with the family: its declaration while that may be corrected, and what is stated of it', async () => {
  const number = family.registration;
  const from = addMonths(addDays(today(house.house.clock), 61), -36).toString();
  for (const [table, set, key] of [
    ['registration', 'registered_on = $2', 'number'],
    [
      'right_period',
      "from_day = $2, to_day = ($2::date + interval '36 months' - interval '1 day')::date, known_from = $2::date",
      'registration_number',
    ],
    ['beneficiary', 'from_day = $2, known_from = $2::date', 'registration_number'],
  ] as const)
    await house.owner.pool.query(`update entitlements.${table} set ${set} where ${key} = $1`, [number, from]);
  const asking = { request: newId(), registration: number, declaredOnHonour: true as const };
  const { application } = expectDone(await house.do(counter, askRenewal, asking), 'ask-renewal');
  const [wrong, right] = [await cardOf(1), aCard()];
  const event = await corrected(head.person, { names: { fr: { given: 'Rachida' } }, birthDate: '1983-03-02', cnie: right });
  const declared = async () => (await fileOf(house, application)).declaration.members[0];
  expect(await declared()).toMatchObject({ names: { fr: { given: 'Rachida' } }, birth_date: '1983-03-02', cnie: right });
  await undone(event);
  expect(await declared()).toMatchObject({ names: head.names, birth_date: head.birthDate, cnie: wrong });
  const applications = [application];
  expectDone(await house.do(ownHand, deedNamed(house, 'applications.open-checking'), { applications }), 'open-checking');
  await house.settle();
  await corrected(head.person, { names: { fr: { given: 'Rachida' } } });
  const { rows } = await house.owner.pool.query<{ given: string }>(
    `select m.given_fr as given from registry.household h join registry.household_member m on m.household_id = h.id
    where h.request_id = $1 and h.superseded_at is null and m.ref = 1`,
    [application],
  );
  expect(rows, 'what was checked is stated by its right name').toEqual([{ given: 'Rachida' }]);
});

test('a card that was rejected for its data is made again once its correction is refused, and gives way to another once it is accepted', async () => {
  const reject = async () => {
    const [card] = (await cardsOf()).filter(({ state }) => state === 'ordered');
    await house.owner.pool.query("update cards.card set state = 'rejected_proof', rejected_for = 'the name' where serial = $1", [
      card?.serial,
    ]);
    return card?.serial ?? '';
  };
  const serial = await reject();
  const { rejected } = expectDone(await house.ask(ownHand, custodyBoard, {}), 'board');
  expect(rejected.find((one) => one.serial === serial)).toMatchObject({ registration: family.registration, fault: 'the name' });
  const refusing = { ...(await told(head.person, { names: { fr: { given: 'Rachida' } } })), decision: 'refused' as const };
  expectDone(await house.do(officer, decideLifeEvent, refusing), 'refuse');
  await house.settle();
  expect((await cardsOf()).map(({ state }) => state)).toEqual(['ordered']);
  await reject();
  await corrected(head.person, { sex: head.sex === 'F' ? 'M' : 'F' });
  expect(
    (await cardsOf()).map(({ state }) => state),
    'no sex stands on it',
  ).toEqual(['ordered']);
  await reject();
  await corrected(head.person, { names: { fr: { given: 'Rachida' } } });
  expect((await cardsOf()).map(({ state }) => state)).toEqual(['replaced', 'ordered']);
});
