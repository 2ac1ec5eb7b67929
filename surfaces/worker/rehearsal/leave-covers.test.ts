import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOfBatch } from '#modules/applications';
import { coverCases } from '#modules/coverage';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { receiveBatchFile } from '../../gateway/batch-files.ts';
import { SAMPLE_SENDER } from '../../samples.ts';
import { aFamily, aFileOf } from '../../testing/families.ts';
import { ownHand, settleUntil } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';
import { leaveCovers } from './leave-covers.ts';

let house: ServedHouse;
beforeAll(async () => {
  house = await openServedHouse();
});
afterAll(() => house?.close());

/** Children of several families are several persons: their birthdays differ. */
function aFamilyApart(_: unknown, place: number) {
  const family = aFamily('poor');
  const members = family.members.map((member) =>
    member.relation === 'child' ? { ...member, birth_date: member.birth_date.replace(/..$/, String(place + 11)) } : member,
  );
  return { ...family, members } as typeof family;
}

test('who judges double registrations finds one at each stage, and a second start leaves no more', async () => {
  const leaving = { pause: house.settle, patience: 5 };
  expect(await leaveCovers(house.house, leaving), 'no sample was taken along').toBeUndefined();
  const text = aFileOf(Array.from({ length: 5 }, aFamilyApart), { sender: SAMPLE_SENDER });
  const by = { actor: systemActor('test'), rehearsal: true };
  const received = await receiveBatchFile(house.house, Readable.from([Buffer.from(text)]), by);
  if (isRefusal(received)) throw new Error(received.refused);
  const files = async () => expectDone(await house.ask(ownHand, filesOfBatch, { batch: received.batch }), 'files').files;
  await settleUntil(house, async () => {
    const told = await files();
    return told.length === 5 && told.every(({ state }) => state === 'registered');
  });
  await house.settle();
  expect(await leaveCovers(house.house, leaving)).toBe(5);
  await house.settle();
  const officer = await house.as('salma.anam');
  const queue = async (name: 'suspected' | 'to_review' | 'contested' | 'ended') => {
    const { cases } = expectDone(await house.ask(officer, coverCases, { queue: name }), 'cover-cases');
    return cases.map(({ basis, answer, stands }) => ({ basis, answer, stands }));
  };
  const unsaid = { answer: null, stands: null };
  expect(await queue('suspected')).toHaveLength(2);
  expect(await queue('suspected')).toEqual(
    expect.arrayContaining([
      { basis: 'card', ...unsaid },
      { basis: 'names', ...unsaid },
    ]),
  );
  expect(await queue('to_review')).toEqual([{ basis: 'card', answer: 'contests', stands: null }]);
  expect(await queue('ended')).toEqual([{ basis: 'card', answer: 'accepts', stands: 'other' }]);
  expect(await queue('contested')).toEqual([{ basis: 'card', answer: 'accepts', stands: null }]);
  expect(await leaveCovers(house.house, leaving)).toBeUndefined();
});
