import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { askRenewal } from './ask-renewal.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { reportLifeEvent } from './report-life-event.ts';
import { undoLifeEvent } from './undo-life-event.ts';
import { withdrawLifeEvent } from './withdraw-life-event.ts';

// Two hands at the same moment, each with a key of its own: one deed is done, the other is refused, and the books stay whole.

let house: TestHouse;
let officer: Actor;
const counter = aPost('counter-agent', '05.081');
const today = new Date().toISOString().slice(0, 10);
const reason = 'the act was shown';

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
});
afterAll(() => house.close());

async function aRegistered() {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await registrationOf(house, file);
  for (const [table, key, day] of [
    ['beneficiary', 'registration_number', 'from_day'],
    ['registration', 'number', 'registered_on'],
  ])
    await house.owner.pool.query(`update entitlements.${table} set ${day} = ${day} - 300 where ${key} = $1`, [number]);
  const outcome = await house.ask(officer, familyOverTime, { registration: number });
  if (!outcome.ok || !outcome.output.family) throw new Error('no such family');
  return { number, members: outcome.output.family.members };
}

type Report = Parameters<typeof reportLifeEvent.run>[1];
async function reported(registration: string, more: Partial<Report> & Pick<Report, 'kind'>): Promise<string> {
  const event = newId();
  const outcome = await house.do(counter, reportLifeEvent, { event, registration, happenedOn: today, proof: 'ACT-1', ...more });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return event;
}

const born = (given: string) => ({ names: { fr: { family: 'Nouveau', given } }, sex: 'M' as const, birthDate: today });
const accept = (event: string) => house.do(officer, decideLifeEvent, { event, decision: 'accepted', reason });

/** How each of these came out: what was refused by its code. */
const sorted = (outcomes: readonly { ok: boolean; refusal?: { refused: string } }[]) =>
  outcomes.map((one) => (one.ok ? 'done' : (one.refusal?.refused ?? ''))).toSorted();

/** Nothing is known to have ended before it was known, and nobody has two parts on one day. */
async function expectWholeBooks(number: string): Promise<void> {
  const { rows } = await house.owner.pool.query(
    `select 'reversed' as fault from entitlements.beneficiary where registration_number = $1 and known_to < known_from
     union all select 'reversed' from entitlements.right_period where registration_number = $1 and known_to < known_from
     union all select 'twice' from entitlements.beneficiary one join entitlements.beneficiary other using (registration_number, person_id)
       where registration_number = $1 and one.id < other.id and one.known_to is null and other.known_to is null
         and daterange(one.from_day, one.to_day, '[]') && daterange(other.from_day, other.to_day, '[]')`,
    [number],
  );
  expect(rows).toEqual([]);
}

test('an event that two decide at once is decided once, and undone once', async () => {
  const { number, members } = await aRegistered();
  const event = await reported(number, { kind: 'birth', newcomer: born('Ilyas') });
  expect(sorted(await Promise.all([accept(event), accept(event), accept(event)]))).toEqual([
    'done',
    'event-decided',
    'event-decided',
  ]);
  const undo = () => house.do(officer, undoLifeEvent, { event, reason });
  expect(sorted(await Promise.all([undo(), undo()]))).toEqual(['done', 'event-not-accepted']);
  await expectWholeBooks(number);
  const outcome = await house.ask(officer, familyOverTime, { registration: number });
  expect(outcome.ok && outcome.output.family?.members.filter(({ isIn }) => isIn)).toHaveLength(members.length);
});

test('a report withdrawn while it is decided is either, never both; one sent twice at once is one', async () => {
  const { number } = await aRegistered();
  for (let turn = 0; turn < 4; turn += 1) {
    const event = await reported(number, { kind: 'birth', newcomer: born(`Enfant${'abcd'[turn]}`) });
    const outcomes = await Promise.all([accept(event), house.do(counter, withdrawLifeEvent, { event, registration: number })]);
    expect(sorted(outcomes)).toEqual(['done', 'event-decided']);
  }
  const report = {
    event: newId(),
    registration: number,
    kind: 'birth',
    happenedOn: today,
    proof: 'ACT-2',
    newcomer: born('Yassir'),
  } as const;
  const twice = await Promise.all([1, 2, 3].map(() => house.do(counter, reportLifeEvent, report)));
  expect(sorted(twice)).toEqual(['done', 'done', 'done']);
  await expectWholeBooks(number);
});

test('many changes of one family decided at one moment leave whole books', async () => {
  const { number, members } = await aRegistered();
  const { person } = members.at(-1) ?? {};
  const child = members.find(({ endsBy }) => endsBy === 'child-age')?.person;
  const events = [
    await reported(number, { kind: 'departure', person, happenedOn: '2026-08-01' }),
    await reported(number, { kind: 'death', person, happenedOn: '2026-07-01' }),
    await reported(number, { kind: 'studies', person: child }),
    await reported(number, { kind: 'disability', person: child }),
    await reported(number, { kind: 'birth', newcomer: born('Adam') }),
    await reported(number, { kind: 'birth', newcomer: born('Adam') }),
    await reported(number, { kind: 'move', commune: '05.091.01.01' }),
  ];
  const outcomes = await Promise.all(events.map(accept));
  const codes = sorted(outcomes).filter((code) => code !== 'done');
  expect(codes.filter((code) => !['event-without-effect', 'newcomer-in-family'].includes(code))).toEqual([]);
  expect(codes).toContain('newcomer-in-family');
  await expectWholeBooks(number);
  await Promise.all(events.map((event) => house.do(officer, undoLifeEvent, { event, reason })));
  await expectWholeBooks(number);
});

test('a family that asks at two counters at once for its rights again has asked once', async () => {
  const { number } = await aRegistered();
  await house.owner.pool.query(
    "update entitlements.registration set registered_on = (current_date + 30 - interval '36 months')::date where number = $1",
    [number],
  );
  const ask = () => house.do(counter, askRenewal, { request: newId(), registration: number, declaredOnHonour: true });
  expect(sorted(await Promise.all([ask(), ask(), ask()]))).toEqual(['done', 'renewal-asked', 'renewal-asked']);
});
