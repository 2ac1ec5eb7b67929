import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileRequests } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { oneFile } from '../queries/one-file.ts';
import { printingsOfFile } from '../queries/printings.ts';
import { notePrinting } from './note-printing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const counter = aPost('counter-agent', '05.081');

test('a receipt that is printed again is known to be the second, with who printed each', async () => {
  const [application = ''] = await fileRequests(house, aFamily());
  const input = { application, paper: 'receipt' as const };
  const otherInput = { application, paper: 'dossier' as const };
  const { output, lines } = await expectProperDeed(house, notePrinting, { by: counter, input, otherInput });
  expect(output).toEqual({ ...input, times: 1 });
  expect(lines).toMatchObject([{ subject: `application:${application}`, reason: 'printed receipt' }]);
  expect(expectDone(await house.do(counter, notePrinting, input), 'print').times).toBe(2);
  const { printings } = expectDone(await house.ask(counter, printingsOfFile, { application }), 'printings');
  expect(printings.map(({ paper, by }) => [paper, by])).toEqual([
    ['receipt', counter.id],
    ['receipt', counter.id],
  ]);
  await expectRefused(house, notePrinting, { by: aPost('counter-agent', '05.091'), input, as: 'file-not-found' });
  await expectRefused(house, notePrinting, { by: aPost('card-officer', '05.081'), input, as: 'not-allowed' });
});

test('a file says what each post may do next to it', async () => {
  const [application = ''] = await fileRequests(house, aFamily());
  const stepsFor = async (role: Parameters<typeof aPost>[0]) =>
    expectDone(await house.ask(aPost(role, '05.081'), oneFile, { application }), 'file').file?.steps;
  expect(await stepsFor('counter-agent')).toEqual(['accept-papers', 'ask-for-papers', 'add-papers', 'correct']);
  expect(await stepsFor('verification-officer')).toEqual(['correct']);
  expect(await stepsFor('commission-member')).toEqual([]);
});
