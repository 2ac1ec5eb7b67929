import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { familyOverTime } from '#modules/entitlements';
import { type Role, roles } from '#modules/staff';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { isPublished } from './server/api.ts';
import { tellList } from './testing/cover-lists.ts';
import { aPost } from './testing/deeds.ts';
import { aFamily } from './testing/families.ts';
import { ownHand, register, registrationOf } from './testing/road.ts';
import { roughInputs } from './testing/rough-inputs.ts';
import { openTestHouse, type TestHouse } from './testing/test-house.ts';

// Whatever role of another province asks or does whatever about a family, by any number of it, learns nothing that it did not say itself, and
// changes nothing.

const ELSEWHERE = '01.051';
const EACH = 12;

let house: TestHouse;
let known: Known;
beforeAll(async () => {
  house = await openTestHouse();
  known = await aKnownFamily();
});
afterAll(() => house.close());

type Known = Readonly<Record<'registration' | 'application' | 'case' | 'serial' | 'person' | 'cnie', string>>;

/** A registered family with a card and a suspected double registration, and every number that it is known by. */
async function aKnownFamily(): Promise<Known> {
  const family = aFamily('poor');
  const cnie = family.members[0]?.cnie ?? '';
  const [application = ''] = await register(house, family);
  const { number: registration } = await registrationOf(house, application);
  const line = { member: 'S-1', card: cnie, held_as: 'insured', from: '2025-09-01' };
  await tellList(house, [line], { organism: 'university', scheme: 'students', stands_on: '2026-11-20' });
  const told = expectDone(await house.ask(ownHand, familyOverTime, { registration }), 'family').family;
  const one = async (text: string) => String((await house.owner.pool.query<{ it: string }>(text)).rows[0]?.it);
  const found = {
    case: await one('select id as it from coverage.cover_case'),
    serial: await one('select serial as it from cards.card'),
  };
  return { registration, application, person: told?.members[0]?.person ?? '', cnie, ...found };
}

/** Every way in which a question may name the family, and nobody. */
function waysToAsk({ registration, application, person, serial, case: id }: Known): readonly object[] {
  const singly = { registration, application, request: application, case: id, serial, person, number: registration };
  const many = { registrations: [registration], applications: [application], requests: [application], serials: [serial] };
  return [
    ...[...Object.entries(singly), ...Object.entries(many)].map(([name, value]) => ({ [name]: value })),
    ...[{}, { state: 'open' }, { who: { person } }, { who: { person }, on: '2026-11-30' }, { territory: '05.081' }],
  ];
}

/** What an asker learns of the family, beyond what it said itself: which question told which number. */
async function learned(by: Actor, known: Known): Promise<string[]> {
  const told: string[] = [];
  for (const question of house.house.queries)
    for (const input of waysToAsk(known).filter((way) => question.input.safeParse(way).success)) {
      const outcome = await house.ask(by, question, input);
      const [answer, asked] = [JSON.stringify(outcome), JSON.stringify(input)];
      for (const [name, value] of Object.entries(known))
        if (answer.includes(value) && !asked.includes(value)) told.push(`${question.name} ${asked}: ${name}`);
    }
  return told;
}

test('no role of another province learns anything of a family by any question, while one of its own does', async () => {
  expect((await learned(aPost('registration-officer', ''), known)).length).toBeGreaterThan(5);
  expect((await learned(aPost('counter-agent', '05.081'), known)).length).toBeGreaterThan(0);
  for (const role of Object.keys(roles) as Role[]) expect(await learned(aPost(role, ELSEWHERE), known), role).toEqual([]);
}, 120_000);

/** What a stranger sends to every deed that its role may do: the numbers of the family, in every field that takes them. */
async function done(by: Actor, role: Role): Promise<{ told: string[]; tried: number }> {
  const numbers = Object.values(known);
  const told: string[] = [];
  let tried = 0;
  for (const deed of house.house.actions.filter(isPublished)) {
    if (!by.permissions.has(deed.permission)) continue;
    const schema = z.toJSONSchema(deed.input, { io: 'input', unrepresentable: 'any' });
    for (const input of roughInputs(schema, { known: numbers, count: EACH, seed: `${deed.name} ${role}` })) {
      const [answer, asked] = [JSON.stringify(await house.do(by, deed, input)), JSON.stringify(input)];
      tried += Number(numbers.some((number) => asked.includes(number)));
      for (const [name, value] of Object.entries(known))
        if (answer.includes(value) && !asked.includes(value)) told.push(`${role} ${deed.name} ${asked}: ${name}`);
    }
  }
  return { told, tried };
}

/** What the journal says that somebody did in the province of the family, or to it. */
async function linesAboutFamily(by: Actor): Promise<string[]> {
  const { rows } = await house.owner.pool.query<{ line: string }>(
    `select action || ' ' || subject || ' ' || territory as line from audit.entry where actor = $1`,
    [by.id],
  );
  const lines = rows.map(({ line }) => line);
  return lines.filter((line) => / 05[.]/.test(line) || Object.values(known).some((one) => line.includes(one)));
}

test('no role of another province does anything to a family by any deed, nor learns by being refused', async () => {
  let tried = 0;
  const changed: string[] = [];
  for (const role of Object.keys(roles) as Role[]) {
    const by = aPost(role, ELSEWHERE);
    const { told, ...count } = await done(by, role);
    tried += count.tried;
    changed.push(...told, ...(await linesAboutFamily(by)).map((line) => `${role} ${line}`));
  }
  expect(changed).toEqual([]);
  expect(tried, 'deeds that named the family').toBeGreaterThan(500);
}, 240_000);
