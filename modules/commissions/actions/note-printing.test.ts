import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { newId } from '#platform/ids';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, schedule } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { notePrinting } from './note-printing.ts';

let house: TestHouse;
let sitting: string;
beforeAll(async () => {
  house = await openTestHouse();
  sitting = await schedule(house, await checkRequests(house, aFamily() as Declaration));
}, 60_000);
afterAll(() => house?.close());

const agenda = (id = sitting) => ({ sitting: id, paper: 'agenda' as const, language: 'ar' as const });
const bytes = 'a'.repeat(64);

async function printings() {
  const { rows } = await house.owner.pool.query('select paper, bytes_digest from commissions.printing order by printed_at');
  return rows;
}

test('commissions.note-printing: a paper that is printed is noted once for one deed, and the journal tells which', async () => {
  const secretary = await house.as('training.secretary');
  const key = newId();
  expect(await house.do(secretary, notePrinting, agenda(), key)).toMatchObject({ ok: true });
  expect(await house.do(secretary, notePrinting, agenda(), key)).toMatchObject({ ok: true, repeated: true });
  expect(await printings()).toEqual([{ paper: 'agenda', bytes_digest: null }]);
  const { rows } = await house.owner.pool.query(
    `select subject, reason from audit.entry where action = 'commissions.note-printing'`,
  );
  expect(rows).toEqual([{ subject: `sitting:${sitting}`, reason: 'printed agenda ar' }]);
});

test('of sealed minutes the digest of the paper is noted, and stands in the journal', async () => {
  const minutes = { bytes, form: 'b'.repeat(64) };
  const input = { sitting, paper: 'minutes' as const, language: 'fr' as const, minutes };
  expect(await house.do(await house.as('training.province'), notePrinting, input)).toMatchObject({ ok: true });
  expect((await printings()).at(-1)).toEqual({ paper: 'minutes', bytes_digest: bytes });
  const { rows } = await house.owner.pool.query('select subject from audit.entry where after_digest = $1', [bytes]);
  expect(rows).toEqual([{ subject: `sitting:${sitting}` }]);
});

test('nothing is noted of a sitting that is not there or lies elsewhere, nor for who has no business with commissions', async () => {
  const before = await printings();
  const secretary = await house.as('training.secretary');
  expect(await house.do(secretary, notePrinting, agenda(newId()))).toMatchObject({ refusal: { refused: 'sitting-not-found' } });
  expect(await house.do(await house.as('hanane.azilal'), notePrinting, agenda())).toMatchObject({
    refusal: { refused: 'not-allowed' },
  });
  expect(await printings()).toEqual(before);
});
