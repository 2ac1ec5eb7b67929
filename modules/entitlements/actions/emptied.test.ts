import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aLikelyPair, duplicatesClerk, merge, part, personOf } from '../../../surfaces/testing/merges.ts';
import { ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { twoFamilies } from '../queries/two-families.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { noteMemberEndings } from './note-endings.ts';
import { reportLifeEvent } from './report-life-event.ts';
import { settleTwoFamilies } from './settle-two-families.ts';
import { undoLifeEvent } from './undo-life-event.ts';

// A family of whom nobody is left, by whatever and on whatever day, has no right, no card and no debt; what was a mistake gives all of it back.

let house: TestHouse;
let officer: Actor;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
});
afterAll(() => house.close());

const day = (after: number) => addDays(today(house.house.clock), after).toString();
const sql = (text: string, values: unknown[]) => house.owner.pool.query(text, values);

/** A family that one person is left of. */
async function aLoner(kind: 'poor' | 'vulnerable', place = 0) {
  const [file = ''] = await register(house, aFamily(kind));
  const { number } = await registrationOf(house, file);
  const ago = day(-100);
  await sql('update entitlements.registration set registered_on = $2 where number = $1', [number, ago]);
  await sql('update entitlements.right_period set from_day = $2 where registration_number = $1', [number, ago]);
  await sql('update entitlements.beneficiary set from_day = $2 where registration_number = $1', [number, ago]);
  const { family } = expectDone(await house.ask(ownHand, familyOverTime, { registration: number }), 'family');
  const person = family?.members[place]?.person ?? '';
  await sql(
    `update entitlements.beneficiary set to_day = $3, ends_by = 'departure', noted = 'ended' where registration_number = $1 and person_id <> $2`,
    [number, person, day(-1)],
  );
  return { file, number, person };
}

async function statesOf(number: string) {
  const told = async (text: string) => (await sql(text, [number])).rows.map(({ state }) => state as string);
  return {
    rights: await told(
      'select state from entitlements.right_period where registration_number = $1 and known_to is null order by from_day',
    ),
    owed: await told("select state from contributions.due where registration_number = $1 and state <> 'waived'"),
    cards: await told("select state from cards.card where registration_number = $1 and state not in ('replaced', 'revoked')"),
  };
}

async function dies({ number, person }: { number: string; person: string }, happenedOn: string): Promise<string> {
  const report = { event: newId(), registration: number, kind: 'death' as const, person, happenedOn, proof: 'D-1' };
  expectDone(await house.do(aPost('counter-agent', '05.081'), reportLifeEvent, report), 'report');
  const accepted = { event: report.event, decision: 'accepted' as const, reason: 'the certificate was shown' };
  expectDone(await house.do(officer, decideLifeEvent, accepted), 'decide');
  return report.event;
}

test('the last of a family dies, today or before: its right ends, nothing is owed, no card is made; undone, all of it is as it was', async () => {
  for (const kind of ['poor', 'vulnerable'] as const)
    for (const on of [0, -3]) {
      const family = await aLoner(kind);
      const before = await statesOf(family.number);
      const event = await dies(family, day(on));
      // The bank of the rehearsal, which pays by itself, is not here to be told.
      if (kind === 'poor') await house.settle();
      const after = await statesOf(family.number);
      expect(after, `${kind}, ${on}`).toMatchObject({ owed: [], cards: [] });
      expect(after.rights.at(-1)).toBe('closed');
      expectDone(await house.do(officer, undoLifeEvent, { event, reason: 'another of the same name' }), 'undo');
      if (kind === 'poor') await house.settle();
      expect(await statesOf(family.number), `${kind}, ${on}, undone`).toEqual(before);
      await sql("update contributions.due set state = 'waived' where registration_number = $1", [family.number]);
    }
});

test('whose last child is past its age leaves no right that runs on for nobody', async () => {
  const family = await aLoner('poor', 2);
  await sql(
    `update entitlements.beneficiary set to_day = $3, ends_by = 'child-age', noted = 'foreseen' where registration_number = $1 and person_id = $2`,
    [family.number, family.person, day(-1)],
  );
  expectDone(await house.do(ownHand, noteMemberEndings, { step: 'ended' }), 'note');
  await house.settle();
  expect((await statesOf(family.number)).rights.at(-1)).toBe('closed');
});

test('a family that two-families emptied has its right again once the two are parted', async () => {
  const [kept, left] = [await aLoner('poor'), await aLoner('poor', 1)];
  const pair = await aLikelyPair(house, [await personOf(house, kept.file), left.person]);
  await merge(house, pair);
  await house.settle();
  const { cases } = expectDone(await house.ask(duplicatesClerk, twoFamilies, { state: 'open' }), 'two-families');
  const input = { case: cases[0]?.id ?? '', kept: kept.number, reason: 'papers' as const };
  expectDone(await house.do(duplicatesClerk, settleTwoFamilies, input), 'settle');
  await house.settle();
  expect((await statesOf(left.number)).rights.at(-1)).toBe('closed');
  await part(house, pair);
  await house.settle();
  expect(await statesOf(left.number)).toMatchObject({ rights: ['open'], cards: ['ordered'] });
});

test('undone after the family was renewed without who had left, the part stands again to the eve of the new right and no longer', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await registrationOf(house, file);
  const { family } = expectDone(await house.ask(ownHand, familyOverTime, { registration: number }), 'family');
  const person = family?.members[1]?.person ?? '';
  await sql('update entitlements.beneficiary set from_day = $2 where registration_number = $1', [number, day(-100)]);
  const event = await dies({ number, person }, day(-3));
  await sql(
    `insert into entitlements.renewal
       (request_id, registration_number, previous_request, asked_on, registered_on, category, household_id, from_day, territory)
     values ($1, $2, $3, $4, $4, 'poor', $1, $5, '05.081.03.07')`,
    [newId(), number, file, day(-1), day(60)],
  );
  expectDone(await house.do(officer, undoLifeEvent, { event, reason: 'another of the same name' }), 'undo');
  const { rows } = await sql(
    `select to_day::text as to, ends_by as by from entitlements.beneficiary
     where registration_number = $1 and person_id = $2 and known_to is null`,
    [number, person],
  );
  expect(rows).toEqual([{ to: day(59), by: 'renewal' }]);
});

test('a payment made while the right was suspended is not asked for again when the closing is found mistaken', async () => {
  const family = await aLoner('vulnerable');
  const { rows } = await sql('select notice from contributions.due where registration_number = $1', [family.number]);
  await sql(
    `update entitlements.right_period set state = 'suspended', beneath = 'pending_payment', reason = 'papers-doubted'
     where registration_number = $1 and known_to is null`,
    [family.number],
  );
  await sql("update contributions.due set state = 'paid' where notice = $1", [rows[0]?.notice]);
  const event = await dies(family, day(0));
  expectDone(await house.do(officer, undoLifeEvent, { event, reason: 'another of the same name' }), 'undo');
  expect(await statesOf(family.number)).toMatchObject({ rights: ['suspended'], owed: ['paid'] });
});
