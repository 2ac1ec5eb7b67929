import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { sql } from '#platform/database';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused, linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aLikelyPair, duplicatesClerk, merge, part, personOf } from '../../../surfaces/testing/merges.ts';
import { ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { twoFamilies } from '../queries/two-families.ts';
import { noteTwoFamilies } from './note-two-families.ts';
import { settleTwoFamilies } from './settle-two-families.ts';

let house: TestHouse;
let numbers: string[];
/** The head of the first family, who is a child of the second one, too. */
let [head, child] = ['', ''];
let pair: string;
beforeAll(async () => {
  house = await openTestHouse();
  const families = [aFamily('poor'), aFamily('poor')];
  const [first = '', second = ''] = await register(house, ...families);
  const bare = families[1]?.members.findIndex((member) => member.cnie === undefined) ?? -1;
  [head, child] = [await personOf(house, first), await personOf(house, second, bare + 1)];
  numbers = [(await registrationOf(house, first)).number, (await registrationOf(house, second)).number];
  pair = await aLikelyPair(house, [head, child]);
});
afterAll(() => house.close());

const cases = async (state: 'open' | 'ended' = 'open') =>
  expectDone(await house.ask(duplicatesClerk, twoFamilies, { state }), 'two-families');

async function memberOf(number: string | undefined, person: string) {
  const { family } = expectDone(await house.ask(ownHand, familyOverTime, { registration: number ?? '' }), 'family-over-time');
  return family?.members.find((member) => member.person === person);
}

test('two who are found to be one and have a part in two families are a case for a person, which lapses when they are parted', async () => {
  expect((await cases()).counts).toEqual({ open: 0, settled: 0, lapsed: 0 });
  await merge(house, pair);
  const found = await cases();
  expect(found).toMatchObject({ counts: { open: 1 }, cases: [{ foundBy: 'merge', state: 'open' }], more: false });
  expect([found.cases[0]?.one, found.cases[0]?.other].map((side) => side?.registration).sort()).toEqual(numbers.toSorted());
  expect([found.cases[0]?.one.right?.state, found.cases[0]?.other.right?.state]).toEqual(['open', 'open']);
  await part(house, pair);
  expect(await cases()).toMatchObject({ counts: { open: 0, lapsed: 1 }, cases: [] });
  await merge(house, pair);
  expect((await cases()).counts, 'found to be one again, it is a case again').toEqual({ open: 1, settled: 0, lapsed: 1 });
});

test('a part in a family ends by a decision with its reason, no day to come, in no third family; the other one and everyone else keep theirs', async () => {
  const [found] = (await cases()).cases;
  const [kept, left] = numbers;
  const input = { case: found?.id ?? '', kept: kept ?? '', reason: 'papers' as const };
  const by = duplicatesClerk;
  const tomorrow = addDays(today(house.house.clock), 1).toString();
  await expectRefused(house, settleTwoFamilies, { by, input: { ...input, case: newId() }, as: 'two-families-unknown' });
  await expectRefused(house, settleTwoFamilies, { by, input: { ...input, kept: '0' }, as: 'registration-unknown' });
  await expectRefused(house, settleTwoFamilies, { by, input: { ...input, lastDay: tomorrow }, as: 'last-day-outside' });
  await expectRefused(house, settleTwoFamilies, { by, input: { ...input, lastDay: '2001-01-01' }, as: 'last-day-outside' });
  await expectRefused(house, settleTwoFamilies, { by: aPost('counter-agent', '05.081.01.03'), input, as: 'not-allowed' });
  const otherInput = { ...input, reason: 'interview' as const };
  const { output, lines } = await expectProperDeed(house, settleTwoFamilies, { by, input, otherInput });
  expect(output.ended).toBe(left);
  expect(lines.map(({ subject }) => subject).sort()).toEqual([`registration:${left}`, `two-families:${input.case}`]);
  await expectRefused(house, settleTwoFamilies, { by, input, as: 'two-families-ended' });
  await house.settle();
  expect(await memberOf(left, child)).toMatchObject({ until: today(house.house.clock).toString(), endsBy: 'departure' });
  expect(await memberOf(kept, head)).not.toHaveProperty('until', today(house.house.clock).toString());
  const ended = await cases('ended');
  expect(ended.counts).toEqual({ open: 0, settled: 1, lapsed: 1 });
  expect(ended.cases.at(-1)).toMatchObject({ state: 'settled', kept, reason: 'papers' });
});

test('parted after that, the part that had ended stands again as it was', async () => {
  const before = await memberOf(numbers[1], child);
  expect(before).toHaveProperty('endsBy', 'departure');
  await part(house, pair);
  expect(await memberOf(numbers[1], child)).not.toHaveProperty('endsBy', 'departure');
  expect(await memberOf(numbers[1], child)).toMatchObject({ isIn: true, since: before?.since });
  expect((await cases()).counts).toEqual({ open: 0, settled: 0, lapsed: 2 });
});

test('a part in a second family under the same card is a case, too; noted by itself only, twice is once', async () => {
  const [one = '', other = ''] = numbers;
  await sql`
    insert into entitlements.beneficiary (id, registration_number, person_id, ref, entitled_by, from_day, begun_by, known_from, territory)
    select ${newId()}::uuid, ${other}, person_id, 90, 'spouse', from_day, 'marriage', now(), territory
    from entitlements.beneficiary where registration_number = ${one} and person_id = ${head} and known_to is null limit 1`.execute(
    house.owner.kysely,
  );
  const input = { registrations: [other] };
  const otherInput = { registrations: [one] };
  const { output } = await expectProperDeed(house, noteTwoFamilies, { by: ownHand, input, otherInput });
  expect(output).toEqual({ opened: 1, lapsed: 0 });
  expect((await cases()).counts).toMatchObject({ open: 1 });
  const key = newId();
  expect(expectDone(await house.do(ownHand, noteTwoFamilies, otherInput, key), 'note')).toEqual({ opened: 0, lapsed: 0 });
  // Of a deed that found nothing there is the line that every deed has.
  expect(await linesOf(house, key)).toMatchObject([{ after_digest: null }]);
  await expectRefused(house, noteTwoFamilies, { by: duplicatesClerk, input, as: 'not-allowed' });
});
