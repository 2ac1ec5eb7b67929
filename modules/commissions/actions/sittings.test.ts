import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aRuling, checkRequests, fileOf, fileRequests, openRoom, schedule, sit } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { conveneSitting } from './convene-sitting.ts';
import { freezeAgenda } from './freeze-agenda.ts';
import { recordDecisions } from './record-decisions.ts';
import { sealSitting } from './seal-sitting.ts';
import { validateSittings } from './validate-sittings.ts';

const COMMUNE = '05.081.03.07';
const heldOn = '2099-03-01';

let house: TestHouse;
let secretary: Actor;
let province: Actor;
const neighbour = aPost('commission-secretary', '05.091');

beforeAll(async () => {
  house = await openTestHouse();
  secretary = await house.as('naima.secretary');
  province = await house.as('driss.province');
});
afterAll(() => house.close());

async function convened(): Promise<string> {
  const outcome = await house.do(secretary, conveneSitting, { territory: COMMUNE, heldOn });
  return outcome.ok ? outcome.output.sitting : '';
}

describe('calling a sitting', () => {
  const input = { territory: COMMUNE, heldOn };

  test('a secretary calls the commission of a commune of the province', async () => {
    const otherInput = { territory: COMMUNE, heldOn: '2099-03-02' };
    const { output, lines } = await expectProperDeed(house, conveneSitting, { by: secretary, input, otherInput });
    expect(output.number).toMatch(/^\d{12}$/);
    expect(lines).toMatchObject([{ book: '05.081', subject: `sitting:${output.sitting}`, territory: COMMUNE }]);
  });

  test('a commune that does not exist has no commission', () =>
    expectRefused(house, conveneSitting, {
      by: secretary,
      input: { ...input, territory: '05.081.99.99' },
      as: 'commune-unknown',
    }));

  test('no sitting is called for a day that is past', () =>
    expectRefused(house, conveneSitting, { by: secretary, input: { ...input, heldOn: '2020-01-01' }, as: 'day-past' }));

  test('a secretary calls nobody in another province', () =>
    expectRefused(house, conveneSitting, { by: neighbour, input, as: 'not-allowed' }));

  test('a member of the commission does not call it', async () =>
    expectRefused(house, conveneSitting, { by: await house.as('omar.interior'), input, as: 'not-allowed' }));
});

describe('fixing the agenda', () => {
  test('scored files of the commune are put before the sitting, each with a line of its own', async () => {
    const files = await checkRequests(house, aFamily(), aFamily());
    const sitting = await convened();
    const input = { sitting, applications: files };
    const otherInput = { sitting, applications: files.slice(1) };
    const { output, lines } = await expectProperDeed(house, freezeAgenda, { by: secretary, input, otherInput });
    expect(output).toEqual({ sitting, files: 2 });
    expect(lines.map((line) => line.subject).sort()).toEqual(
      [...files.map((id) => `application:${id}`), `sitting:${sitting}`].sort(),
    );
    expect((await fileOf(house, files[0] ?? '')).state).toBe('scheduled');
    await expectRefused(house, freezeAgenda, { by: secretary, input, as: 'sitting-not-convened' });
  });

  test('a file of another commune, a file that is not scored and a file that does not exist are not ready', async () => {
    const [elsewhere = ''] = await checkRequests(house, aFamily('vulnerable'));
    const [filed = ''] = await fileRequests(house, aFamily());
    const sitting = await convened();
    for (const stranger of [elsewhere, filed, newId()])
      await expectRefused(house, freezeAgenda, {
        by: secretary,
        input: { sitting, applications: [stranger] },
        as: 'file-not-ready',
      });
    expect((await fileOf(house, elsewhere)).state).toBe('scored');
  });

  test('one file is not listed twice', async () => {
    const [file = ''] = await checkRequests(house, aFamily());
    const input = { sitting: await convened(), applications: [file, file] };
    await expectRefused(house, freezeAgenda, { by: secretary, input, as: 'file-listed-twice' });
  });

  test('a sitting of another province is not there', async () => {
    const [file = ''] = await checkRequests(house, aFamily());
    const input = { sitting: await convened(), applications: [file] };
    await expectRefused(house, freezeAgenda, { by: neighbour, input, as: 'sitting-not-found' });
    await expectRefused(house, freezeAgenda, { by: province, input, as: 'not-allowed' });
  });
});

describe('sealing the minutes and validating them', () => {
  test('a sitting is sealed once, and only when every file was ruled on', async () => {
    const sitting = await schedule(house, await checkRequests(house, aFamily()));
    await expectRefused(house, sealSitting, { by: secretary, input: { sitting }, as: 'sitting-not-open' });
    await openRoom(house, sitting);
    await expectRefused(house, sealSitting, { by: secretary, input: { sitting }, as: 'files-undecided' });
    await expectRefused(house, sealSitting, { by: neighbour, input: { sitting }, as: 'sitting-not-found' });
    await expectRefused(house, sealSitting, { by: province, input: { sitting }, as: 'not-allowed' });
  });

  test('the digest of the sealed minutes stands in the journal', async () => {
    const files = await checkRequests(house, aFamily());
    const sitting = await schedule(house, files);
    await openRoom(house, sitting);
    const rulings = files.map((application) => aRuling(application));
    await house.do(secretary, recordDecisions, { sitting, rulings });
    const otherInput = { sitting: newId() };
    const { output, lines } = await expectProperDeed(house, sealSitting, { by: secretary, input: { sitting }, otherInput });
    expect(lines).toMatchObject([
      { subject: `application:${files[0]}` },
      { subject: `sitting:${sitting}`, after_digest: output.minutesDigest },
    ]);
  });

  test('the sealed minutes keep what the commission remarked on a file', async () => {
    const [application = ''] = await checkRequests(house, aFamily());
    const sitting = await schedule(house, [application]);
    await openRoom(house, sitting);
    const remark = 'Owns the mill of the village.';
    const rulings = [{ ...aRuling(application, 'vulnerable', 'resources-understated'), remark }];
    await house.do(secretary, recordDecisions, { sitting, rulings });
    await house.do(secretary, sealSitting, { sitting });
    const { rows } = await house.owner.pool.query('select minutes from commissions.sitting where id = $1', [sitting]);
    expect(JSON.parse(rows[0].minutes).decisions).toMatchObject([{ outcome: 'vulnerable', remark }]);
  });

  test('the province validates sealed sittings: admitted families go on, refused ones are closed and told why', async () => {
    const files = await checkRequests(house, aFamily(), aFamily());
    const sitting = await schedule(house, files);
    await expectRefused(house, validateSittings, { by: province, input: { sittings: [sitting] }, as: 'sitting-not-sealed' });
    await sit(house, sitting);
    const foreign = aPost('provincial-officer', '05.091');
    await expectRefused(house, validateSittings, { by: foreign, input: { sittings: [sitting] }, as: 'sitting-not-found' });
    await expectRefused(house, validateSittings, { by: secretary, input: { sittings: [sitting] }, as: 'not-allowed' });
    const deed = { by: province, input: { sittings: [sitting] }, otherInput: { sittings: [newId()] } };
    const { output, lines } = await expectProperDeed(house, validateSittings, deed);
    expect(output).toEqual({ sittings: 1, admitted: 2, refused: 0 });
    expect(lines).toHaveLength(3);
    await expectRefused(house, validateSittings, { by: province, input: { sittings: [sitting] }, as: 'sitting-not-sealed' });
  });

  test('a family the score does not admit is closed as refused', async () => {
    const files = await checkRequests(house, { ...aFamily('not eligible'), commune: aFamily('vulnerable').commune });
    const sitting = await schedule(house, files);
    await sit(house, sitting);
    await house.do(province, validateSittings, { sittings: [sitting] });
    const file = await fileOf(house, files[0] ?? '');
    expect(file).toMatchObject({ state: 'closed', closed_for: 'refused', outcome: 'refused' });
    expect(file.passages.at(-1)?.reason).toBe('as-scored');
  });
});
