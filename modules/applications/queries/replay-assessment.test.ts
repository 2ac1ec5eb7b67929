import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileRequests } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { replayOfAssessment } from './replay-assessment.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function replayed(application: string) {
  const auditor = await house.as('fatima.auditor');
  return expectDone(await house.ask(auditor, replayOfAssessment, { application }), 'replay').replay;
}

test('a score made years ago comes to the same bytes when it is made again', async () => {
  for (const kind of ['poor', 'vulnerable'] as const) {
    const [file = ''] = await checkRequests(house, aFamily(kind));
    const replay = await replayed(file);
    expect(replay).toMatchObject({ verdict: 'same', formula: 'ramed-2008' });
    expect(replay?.recomputed_digest).toBe(replay?.kept_digest);
  }
});

test.each([
  [
    'a result that someone touched up',
    `update applications.assessment set result = replace(result, '"poor"', '"vulnerable"')`,
    'result-changed',
  ],
  ['a digest that someone touched up', `update applications.assessment set result_digest = repeat('0', 64)`, 'result-changed'],
  [
    'a declaration that someone touched up',
    `update applications.application set declaration = jsonb_set(declaration, '{resources,income_year}', '1')`,
    'declaration-changed',
  ],
  [
    'a formula that was never published',
    `update applications.assessment set formula_digest = repeat('0', 64)`,
    'formula-unknown',
  ],
])('%s is told', async (_title, tampering, verdict) => {
  const [file = ''] = await checkRequests(house, aFamily('poor'));
  const column = tampering.includes('assessment') ? 'application_id' : 'id';
  await house.owner.pool.query(`${tampering} where ${column} = $1`, [file]);
  expect(await replayed(file)).toMatchObject({ verdict });
});

test('a file without a score, in another province or that does not exist has nothing to replay', async () => {
  const [filed = ''] = await fileRequests(house, aFamily());
  expect(await replayed(filed)).toBeUndefined();
  expect(await replayed(newId())).toBeUndefined();
  const [scored = ''] = await checkRequests(house, aFamily());
  const elsewhere = aPost('counter-agent', '05.091');
  expect(await house.ask(elsewhere, replayOfAssessment, { application: scored })).toMatchObject({ ok: true, output: {} });
});
