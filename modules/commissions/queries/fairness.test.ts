import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aRuling, checkRequests, deedNamed, openRoom, ownHand, schedule } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { noteComparisons } from '../actions/note-comparisons.ts';
import { noteNation } from '../actions/note-nation.ts';
import { recordDecisions } from '../actions/record-decisions.ts';
import { sealSitting } from '../actions/seal-sitting.ts';
import { fairness } from './fairness.ts';

const COMMUNE = '05.081.03.07';
let house: TestHouse;

/** Twelve families that scored the same: nine admitted as scored, three refused, of widows; then two adjourned. */
beforeAll(async () => {
  house = await openTestHouse();
  const married = Array.from({ length: 11 }, () => headed('married'));
  const widowed = Array.from({ length: 13 }, () => headed('widowed'));
  const files = await checkRequests(house, ...married, ...widowed);
  const secretary = await house.as('naima.secretary');
  const sitting = await schedule(house, files);
  await openRoom(house, sitting);
  const rulings = files.map((application, place) => {
    if (place < 20) return aRuling(application);
    if (place < 23) return aRuling(application, 'refused', 'household-not-as-declared');
    return aRuling(application, 'adjourned', 'papers-awaited');
  });
  expectDone(await house.do(secretary, recordDecisions, { sitting, rulings }), 'record');
  expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal');
  await house.settle();
}, 120_000);
afterAll(() => house.close());

function headed(status: 'married' | 'widowed'): Declaration {
  const family = aFamily('poor');
  const [head, ...others] = family.members;
  return { ...family, members: [{ ...head, marital_status: status }, ...others] } as Declaration;
}

async function asked(
  input: { by?: 'marital-status' | 'sex' | 'territory' | 'milieu'; territory?: string } = {},
  as = aPost('commission-secretary', COMMUNE),
) {
  return expectDone(await house.ask(as, fairness, input), 'fairness');
}

describe('how a commission decides', () => {
  test('files that scored the same and were decided otherwise are counted, with an interval', async () => {
    const { whole } = await asked();
    const shares = new Map(whole?.rates.map((rate) => [rate.key, rate]));
    expect(whole?.decided).toBe(23);
    expect(shares.get('same-score')).toMatchObject({ count: 3, of: 23 });
    expect(shares.get('same-score')?.low).toBeCloseTo(0.0454, 3);
    expect(shares.get('same-score')?.high).toBeCloseTo(0.3213, 3);
    expect(shares.get('against-family')).toMatchObject({ count: 3, of: 23 });
    expect(shares.get('in-favour')).toMatchObject({ count: 0 });
    expect(shares.get('adjourned')).toMatchObject({ count: 1, of: 24 });
    expect(shares.has('reversed')).toBe(false);
  });

  test('group by group, none of them named of less than eleven files', async () => {
    const { groups, withheld, least } = await asked({ by: 'marital-status' });
    expect(groups.map(({ part, decided }) => [part, decided])).toEqual([
      ['married', 11],
      ['widowed', 12],
    ]);
    expect({ withheld, least }).toEqual({ withheld: [], least: 11 });
  });

  test('every difference between groups has an interval, and it is said how many would be apart by chance', async () => {
    const { differences, compared, byChance } = await asked({ by: 'marital-status' });
    expect(compared).toBe(differences.length);
    expect(byChance).toBeCloseTo(compared / 20);
    const harsher = differences.find(({ key }) => key === 'against-family');
    expect(harsher).toMatchObject({ part: 'married', isApart: false });
    expect(harsher?.difference).toBeCloseTo(-3 / 12);
  });

  test('reasons of few files are not told apart', async () => {
    expect((await asked()).reasons).toEqual([{ reason: 'other', direction: 'harsher', files: 3 }]);
  });

  test('no person, member or file is in the answer', async () => {
    const { rows } = await sql<{ text: string }>`
      select c.application_id::text as text from commissions.comparison c union all select a.number from applications.application a
      union all select m.name_fr from commissions.member m`.execute(house.owner.kysely);
    const answer = JSON.stringify(await asked({ by: 'territory' }, aPost('auditor', '')));
    expect(rows.length).toBeGreaterThan(24);
    expect(rows.filter(({ text }) => answer.includes(text))).toEqual([]);
  });
});

describe('who may know', () => {
  test('the secretary of another commune learns nothing of this one, and has it in the province', async () => {
    const neighbour = aPost('commission-secretary', '05.081.03.09');
    expect(await asked({ territory: COMMUNE }, neighbour)).toMatchObject({ above: [], groups: [], compared: 0 });
    expect((await asked({}, neighbour)).above).toMatchObject([{ territory: '05.081', decided: 23 }]);
  });

  test('the province sees its communes, another province nothing of them', async () => {
    const { groups } = await asked({ by: 'territory' }, aPost('provincial-officer', '05.081'));
    expect(groups).toMatchObject([{ part: COMMUNE, decided: 23 }]);
    expect((await asked({ by: 'territory' }, aPost('provincial-officer', '05.091'))).groups).toEqual([]);
  });

  test('who does not read sittings is told so', async () => {
    const outcome = await house.ask(aPost('counter-agent', COMMUNE), fairness, {});
    expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } });
  });
});

describe('what is noted of sealed sittings', () => {
  test('each decision once, however often it is noted', async () => {
    const key = newId();
    const first = expectDone(await house.do(ownHand, noteComparisons, {}, key), 'note');
    expect(first).toEqual({ sittings: 0, decisions: 0, returned: 0, heard: 0 });
    expect(await house.do(ownHand, noteComparisons, {}, key)).toMatchObject({ repeated: true });
    expect(await lines()).toBe(24);
    await sql`delete from commissions.comparison`.execute(house.owner.kysely);
    expect(expectDone(await house.do(ownHand, noteComparisons, {}), 'again')).toEqual({
      sittings: 1,
      decisions: 24,
      returned: 0,
      heard: 0,
    });
    expect(await lines()).toBe(24);
  });

  test('nobody but the house itself notes', async () => {
    const outcome = await house.do(aPost('provincial-officer', ''), deedNamed(house, 'commissions.note-comparisons'), {});
    expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } });
    expect(await house.do(aPost('auditor', ''), noteNation, {})).toMatchObject({
      ok: false,
      refusal: { refused: 'not-allowed' },
    });
  });

  test('the nation is counted at night, journaled, and every commission is held against it', async () => {
    expect((await asked()).above.map(({ territory }) => territory)).toEqual(['05.081']);
    const key = newId();
    const counted = expectDone(await house.do(ownHand, noteNation, {}, key), 'nation');
    expect(await house.do(ownHand, noteNation, {}, key)).toMatchObject({ ok: true, output: counted, repeated: true });
    expect(await linesOf(house, key)).toMatchObject([{ subject: 'commissions:nation', territory: '' }]);
    expectDone(await house.do(ownHand, noteNation, {}), 'the night after');
    expect((await asked()).above).toMatchObject([{ territory: '05.081' }, { territory: '', decided: 23, to: counted.to }]);
    const nation = await asked({ by: 'sex' }, aPost('auditor', ''));
    expect(nation.groups.reduce((files, { decided }) => files + decided, 0)).toBe(23);
  });
});

async function lines(): Promise<number> {
  const { rows } = await sql<{ lines: number }>`select count(*)::int as lines from commissions.comparison`.execute(
    house.owner.kysely,
  );
  return rows[0]?.lines ?? 0;
}
