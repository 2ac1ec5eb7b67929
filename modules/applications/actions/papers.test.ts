import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileOf, fileRequests } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { papersAsked } from '../queries/papers-asked.ts';
import { askForPapers } from './ask-for-papers.ts';
import { complete } from './complete.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const papers = ['adult-identity', 'school-certificate', 'adult-identity'] as const;

test('the counter asks for papers: the family is to act, and reads which ones', async () => {
  const [application = ''] = await fileRequests(house, aFamily());
  const by = aPost('counter-agent', '05.081.03.07');
  const input = { application, papers: [...papers], note: 'La carte est illisible' };
  const { lines } = await expectProperDeed(house, askForPapers, { by, input, otherInput: { ...input, application: newId() } });
  expect(lines).toMatchObject([{ subject: `application:${application}`, reason: 'adult-identity,school-certificate' }]);
  expect(await fileOf(house, application)).toMatchObject({ state: 'incomplete' });
  const { asked } = expectDone(await house.ask(by, papersAsked, { application }), 'papers-asked');
  expect(asked).toMatchObject({ papers: ['adult-identity', 'school-certificate'], note: 'La carte est illisible' });
  await expectRefused(house, askForPapers, { by, input, as: 'not-filed' });
});

test('the papers come: the request is filed again, for the counter to look at', async () => {
  const [application = ''] = await fileRequests(house, aFamily());
  const by = aPost('counter-agent', '05.081.03.07');
  await expectRefused(house, complete, { by, input: { application }, as: 'not-incomplete' });
  await house.do(by, askForPapers, { application, papers: ['child-identity'] });
  const { lines } = await expectProperDeed(house, complete, { by, input: { application }, otherInput: { application: newId() } });
  expect(lines).toMatchObject([{ subject: `application:${application}` }]);
  expect(await fileOf(house, application)).toMatchObject({ state: 'filed' });
});

test('neither is done by another post, nor at the counter of another place', async () => {
  const [application = ''] = await fileRequests(house, aFamily('poor', { at: 'beni mellal' }));
  const input = { application, papers: ['child-identity' as const] };
  const [secretary, elsewhere] = [await house.as('naima.secretary'), await house.as('hanane.azilal')];
  await expectRefused(house, askForPapers, { by: secretary, input, as: 'not-allowed' });
  await expectRefused(house, complete, { by: secretary, input: { application }, as: 'not-allowed' });
  await expectRefused(house, askForPapers, { by: elsewhere, input, as: 'not-filed' });
  await expectRefused(house, complete, { by: elsewhere, input: { application }, as: 'not-incomplete' });
});
