import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { publicActor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { counters } from '../queries/counters.ts';
import { closeCounter, openCounter, renameCounter } from './counters.ts';

const province = aPost('province-administrator', '05.081');
const elsewhere = aPost('province-administrator', '09.001');
const agent = aPost('counter-agent', '05.081.01.01');
const input = { commune: '05.081.01.01', kind: 'annexe', nameFr: 'Annexe du centre', nameAr: 'ملحقة المركز' } as const;

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const listed = async (more: object = {}) =>
  expectDone(await house.ask(publicActor, counters, { territory: '05.081', ...more }), 'counters').counters;

test('a counter is opened, named anew and closed, and anybody finds it meanwhile', async () => {
  const otherInput = { ...input, nameFr: 'Annexe du souk' };
  const opened = await expectProperDeed(house, openCounter, { by: province, input, otherInput });
  const { counter } = opened.output;
  expect(await listed()).toMatchObject([{ counter, name: { fr: 'Annexe du centre' }, commune: '05.081.01.01' }]);
  const name = { counter, nameFr: 'Annexe El Wahda', nameAr: 'ملحقة الوحدة', address: '3, avenue El Wahda' };
  await expectProperDeed(house, renameCounter, { by: province, input: name, otherInput: { ...name, nameFr: 'Another' } });
  expect(await listed({ territory: '' })).toMatchObject([{ name: { fr: 'Annexe El Wahda' }, address: '3, avenue El Wahda' }]);
  await expectProperDeed(house, closeCounter, {
    by: province,
    input: { counter },
    otherInput: { counter, lastDay: '2030-01-01' },
  });
  await house.owner.pool.query('update territory.counter set opened_on = opened_on - 9, closed_on = closed_on - 1');
  expect(await listed()).toEqual([]);
  expect(await listed({ withClosed: true })).toMatchObject([{ counter, closedOn: expect.any(String) }]);
});

test('a counter is not opened, named or closed where it must not be', async () => {
  await expectRefused(house, openCounter, { by: elsewhere, input, as: 'commune-elsewhere' });
  await expectRefused(house, openCounter, { by: province, input: { ...input, commune: '05.081' }, as: 'commune-elsewhere' });
  await expectRefused(house, openCounter, { by: agent, input, as: 'not-allowed' });
  const { counter } = expectDone(await house.do(province, openCounter, input), 'open');
  const name = { counter, nameFr: 'Another', nameAr: 'أخرى' };
  await expectRefused(house, renameCounter, { by: elsewhere, input: name, as: 'counter-unknown' });
  await expectRefused(house, renameCounter, { by: province, input: { ...name, counter: newId() }, as: 'counter-unknown' });
  await expectRefused(house, renameCounter, { by: agent, input: name, as: 'not-allowed' });
  await expectRefused(house, closeCounter, { by: elsewhere, input: { counter }, as: 'counter-unknown' });
  const before = { counter, lastDay: '2020-01-01' };
  await expectRefused(house, closeCounter, { by: province, input: before, as: 'closed-before-opened' });
  await expectRefused(house, closeCounter, { by: agent, input: { counter }, as: 'not-allowed' });
});
