import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { latestDecisions } from '#modules/commissions';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileOf, schedule, sit } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { sittingToValidate } from '../queries/sitting-to-validate.ts';
import { noteLookedAt } from './note-looked-at.ts';
import { returnFiles } from './return-files.ts';
import { validateSittings } from './validate-sittings.ts';

let house: TestHouse;
let province: Actor;
let secretary: Actor;
const foreign = aPost('provincial-officer', '05.091');

beforeAll(async () => {
  house = await openTestHouse();
  province = await house.as('driss.province');
  secretary = await house.as('naima.secretary');
});
afterAll(() => house.close());

async function sealed(families = 2): Promise<{ sitting: string; files: string[] }> {
  const files = await checkRequests(house, ...Array.from({ length: families }, () => aFamily()));
  const sitting = await schedule(house, files);
  await sit(house, sitting);
  return { sitting, files };
}

async function asRead(sitting: string) {
  return expectDone(await house.ask(province, sittingToValidate, { sitting }), 'sitting-to-validate');
}

const words = 'السبب المذكور لا يفسر القرار.';
const back = { reason: 'reason-unclear' as const, words };

describe('reading sealed minutes', () => {
  test('the province sees each decision, the sample of the law, and since when they wait', async () => {
    const { sitting, files } = await sealed(3);
    const seen = await asRead(sitting);
    expect(seen.sitting).toMatchObject({ id: sitting, state: 'sealed', days: 0, clock: 'normal' });
    expect(seen.sample).toEqual({ share: 0.1, files: 1, looked: 0 });
    expect(seen.counts).toEqual({ files: 3, decided: 3, againstScore: 0, returned: 0 });
    expect(seen.decisions.map(({ application }) => application)).toEqual(files);
    expect(expectDone(await house.ask(foreign, sittingToValidate, { sitting }), 'not there').sitting).toBeUndefined();
  });

  test('what was read is noted, once', async () => {
    const { sitting } = await sealed(2);
    const drawn = (await asRead(sitting)).decisions.filter(({ inSample }) => inSample).map(({ application }) => application);
    const input = { sitting, applications: drawn };
    const { output } = await expectProperDeed(house, noteLookedAt, {
      by: province,
      input,
      otherInput: { sitting, applications: [newId()] },
    });
    expect(output.looked).toBe(1);
    expect((await asRead(sitting)).sample.looked).toBe(1);
    expect(expectDone(await house.do(province, noteLookedAt, input), 'again').looked).toBe(0);
  });

  test('only of sealed minutes, of files on them, by the province of the place', async () => {
    const { sitting, files } = await sealed(1);
    const input = { sitting, applications: files };
    const stranger = { sitting, applications: [newId()] };
    await expectRefused(house, noteLookedAt, { by: province, input: stranger, as: 'not-on-agenda' });
    await expectRefused(house, noteLookedAt, { by: foreign, input, as: 'sitting-not-found' });
    await expectRefused(house, noteLookedAt, { by: secretary, input, as: 'not-allowed' });
    expectDone(await house.do(province, validateSittings, { sittings: [sitting] }), 'validate');
    await expectRefused(house, noteLookedAt, { by: province, input, as: 'sitting-not-sealed' });
  });
});

describe('giving a decision back', () => {
  test('one file goes back with its reason, the others are released, and nothing is released twice', async () => {
    const { sitting, files } = await sealed(2);
    const [one = '', other = ''] = files;
    const input = { sitting, applications: [one], ...back };
    const otherInput = { ...input, applications: [other] };
    const { output, lines } = await expectProperDeed(house, returnFiles, { by: province, input, otherInput });
    expect(output).toEqual({ returned: 1 });
    expect(lines.map((line) => line.subject).sort()).toEqual([`application:${one}`, `sitting:${sitting}`].sort());
    expect(await fileOf(house, one)).toMatchObject({ state: 'scored', outcome: null });
    expect((await asRead(sitting)).decisions[0]).toMatchObject({ returned: back });
    await expectRefused(house, returnFiles, { by: province, input, as: 'already-returned' });
    const validated = expectDone(await house.do(province, validateSittings, { sittings: [sitting] }), 'validate');
    expect(validated).toEqual({ sittings: 1, admitted: 1, refused: 0 });
    expect((await fileOf(house, one)).state).toBe('scored');
    expect((await fileOf(house, other)).state).toBe('validated');
    await expectRefused(house, validateSittings, { by: province, input: { sittings: [sitting] }, as: 'sitting-not-sealed' });
  });

  test('a decision that was given back opens nothing, though its sitting is validated', async () => {
    const { sitting, files } = await sealed(1);
    expectDone(await house.do(province, returnFiles, { sitting, applications: files, ...back }), 'return');
    expectDone(await house.do(province, validateSittings, { sittings: [sitting] }), 'validate');
    const told = await house.owner.kysely.transaction().execute((tx) => latestDecisions(tx, files));
    expect(told).toMatchObject([{ isValidated: false, validatedOn: undefined }]);
  });

  test('only what these minutes settled, while they are sealed, by the province of the place', async () => {
    const { sitting, files } = await sealed(1);
    const input = { sitting, applications: files, ...back };
    await expectRefused(house, returnFiles, {
      by: province,
      input: { ...input, applications: [newId()] },
      as: 'not-decided-here',
    });
    const twice = { ...input, applications: [...files, ...files] };
    await expectRefused(house, returnFiles, { by: province, input: twice, as: 'file-listed-twice' });
    await expectRefused(house, returnFiles, { by: foreign, input, as: 'sitting-not-found' });
    await expectRefused(house, returnFiles, { by: secretary, input, as: 'not-allowed' });
    expectDone(await house.do(province, validateSittings, { sittings: [sitting] }), 'validate');
    await expectRefused(house, returnFiles, { by: province, input, as: 'sitting-not-sealed' });
  });
});
