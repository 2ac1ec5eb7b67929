import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '#platform/permissions';
import { aFamily } from '../testing/families.ts';
import { register } from '../testing/road.ts';
import { roughInputs } from '../testing/rough-inputs.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { isPublished } from './api.ts';

// Whatever is sent to any deed or question that has a route, as long as its schema lets it through, is answered or refused: it is never a failure of
// the house. What the house knows already is sent too, so that more than the first look at an unknown number is tried.

const EACH = Number(process.env.RAMED_ROUGH_RUNS ?? 12);
const everyone = { ...systemActor('rough'), id: 'agent:01900000-0000-7000-8000-000000000001' };

let house: TestHouse;
let known: string[] = [];
beforeAll(async () => {
  house = await openTestHouse();
  const files = [...(await register(house, aFamily('poor'))), ...(await register(house, aFamily('vulnerable')))];
  const { rows } = await house.owner.pool.query(
    `select number as one from entitlements.registration union select person_id::text from entitlements.beneficiary
     union select serial from cards.card union select number from applications.application`,
  );
  known = [...files, ...rows.map(({ one }) => one as string)];
});
afterAll(() => house.close());

async function faultsOf(
  send: (input: unknown) => Promise<unknown>,
  thing: { name: string; input: z.ZodType },
): Promise<string[]> {
  const faults: string[] = [];
  for (const input of roughInputs(z.toJSONSchema(thing.input, { io: 'input', unrepresentable: 'any' }), {
    known,
    count: EACH,
    seed: thing.name,
  })) {
    const fault = await send(input).then(
      () => undefined,
      (error: Error) => `${thing.name}: ${error.message} ← ${JSON.stringify(input).slice(0, 400)}`,
    );
    if (fault) faults.push(fault);
  }
  return faults;
}

test('no deed fails at what its schema lets through', { timeout: 600_000 }, async () => {
  const faults: string[] = [];
  for (const action of house.house.actions.filter(isPublished))
    faults.push(...(await faultsOf((input) => house.do(everyone, action, input), action)));
  expect(faults).toEqual([]);
});

test('no question fails at what its schema lets through', { timeout: 600_000 }, async () => {
  const faults: string[] = [];
  for (const query of house.house.queries.filter(isPublished))
    faults.push(...(await faultsOf((input) => house.ask(everyone, query, input), query)));
  expect(faults).toEqual([]);
});
