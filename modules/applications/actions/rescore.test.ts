import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess } from '#modules/eligibility';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileOf, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { rescoredFiles, rescorings } from '../queries/rescorings.ts';
import { rescore } from './rescore.ts';

const families = [aFamily('poor'), aFamily('vulnerable'), aFamily('not eligible'), aFamily('poor', { at: 'beni mellal' })];
let house: TestHouse;
let files: string[];
beforeAll(async () => {
  house = await openTestHouse();
  files = await checkRequests(house, ...families);
});
afterAll(() => house.close());

/** Someone whom the ministry lets ask, for one territory. */
const asking = (territory: string): Actor => ({
  ...aPost('auditor', territory),
  permissions: new Set(['applications:rescore', 'applications:read'] as const),
});

describe('what another formula would say of everyone', () => {
  test('is asked once, leaves one line in the journal, and no file moves', async () => {
    const before = await Promise.all(files.map((file) => fileOf(house, file)));
    const input = { formula: 'rsu-2022' } as const;
    const { output, lines } = await expectProperDeed(house, rescore, {
      by: ownHand,
      input,
      otherInput: { formula: 'ramed-2008' },
    });
    expect(output.files).toBe(families.length);
    expect(lines).toMatchObject([{ book: 'national', subject: `rescoring:${output.run}` }]);
    expect(await Promise.all(files.map((file) => fileOf(house, file)))).toEqual(before);
  });

  test('is the score and outcome that the formula gives each declaration', async () => {
    const { run } = expectDone(await house.do(ownHand, rescore, { formula: 'rsu-2022' }), 'rescore');
    const { rows } = await sql<{ id: string; outcome: string; score: number }>`
      select application_id as id, outcome, score from applications.rescoring where run_id = ${run}`.execute(house.owner.kysely);
    const expected = families.map((family, index) => {
      const { outcome, score } = assess('rsu-2022', family);
      return { id: files[index], outcome, score };
    });
    expect(new Set(rows)).toEqual(new Set(expected));
  });

  test('by the scheme’s own formula is what it had proposed', async () => {
    const { moves } = expectDone(await house.do(ownHand, rescore, { formula: 'ramed-2008' }), 'rescore');
    expect(moves).toEqual([
      { proposal: 'not_eligible', outcome: 'not_eligible', files: 1 },
      { proposal: 'poor', outcome: 'poor', files: 2 },
      { proposal: 'vulnerable', outcome: 'vulnerable', files: 1 },
    ]);
  });

  test('stays within the jurisdiction of who asks, and is read there only', async () => {
    const azilal = asking('05.081');
    const { run, files: judged } = expectDone(await house.do(azilal, rescore, { formula: 'rsu-2022' }), 'rescore');
    expect(judged).toBe(3);
    const runsOf = async (by: Actor) => expectDone(await house.ask(by, rescorings, {}), 'rescorings').runs.map(({ id }) => id);
    expect(await runsOf(azilal)).toEqual([run]);
    expect(await runsOf(asking('05.091'))).toEqual([]);
    expect(await runsOf(ownHand)).toContain(run);
  });

  test('tells which families stand behind a number', async () => {
    const { run } = expectDone(await house.do(ownHand, rescore, { formula: 'ramed-2008' }), 'rescore');
    const poor = { run, proposal: 'poor', outcome: 'poor' };
    const listed = expectDone(await house.ask(ownHand, rescoredFiles, poor), 'files').files;
    expect(listed.map(({ id }) => id)).toEqual([files[0], files[3]].sort());
    const seen = expectDone(await house.ask(asking('05.091'), rescoredFiles, poor), 'files').files;
    expect(seen.map(({ id }) => id)).toEqual([files[3]]);
  });

  test('is refused to who may not ask, and for a formula that the law does not hold', async () => {
    const by = await house.as('hanane.azilal');
    await expectRefused(house, rescore, { by, input: { formula: 'rsu-2022' }, as: 'not-allowed' });
    const outcome = await house.do(ownHand, rescore, { formula: 'rsu-1999' as 'rsu-2022' }, newId());
    expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'wrong-input', place: 'formula' } });
  });
});
