import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileOf, fileRequests, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { type Passage, passages, type State } from '../model/lifecycle.ts';
import { moveApplications } from './move.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const names = Object.keys(passages) as [Passage, ...Passage[]];

/** Any passage of the table, as a deed of some module would take it. */
const take = defineAction({
  name: 'tests.take-passage',
  summary: 'Takes a passage',
  permission: 'tests:take',
  input: z.object({ file: z.uuid(), passage: z.enum(names) }),
  output: z.object({ moved: z.boolean() }),
  refusals: [],
  run: async (context, { file, passage }) => ({ moved: (await moveApplications(context, passage, [{ id: file }])).length === 1 }),
});

test('whatever is tried on stored files, none leaves the table, and its timeline replays to its present state', async () => {
  const deeds = fc.array(fc.constantFrom(...names), { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(deeds, async (wanted) => {
      const [file = ''] = await fileRequests(house, aFamily());
      let expected: State = 'filed';
      for (const passage of wanted) {
        const { from, to } = passages[passage];
        const may = (from as readonly State[]).includes(expected);
        const outcome = await house.do(ownHand, take, { file, passage });
        expect(expectDone(outcome, 'take').moved, `${passage} of a file that is ${expected}`).toBe(may);
        if (may) expected = to;
      }
      const { state, passages: timeline } = await fileOf(house, file);
      expect(state).toBe(expected);
      const replayed = timeline.reduce<string | null>((at, step) => (at === step.from ? step.to : 'broken'), null);
      expect(replayed).toBe(state);
    }),
    { numRuns: 15 },
  );
});

test('one passage taken by ten hands at once is taken once: one step, one line that says so', async () => {
  const [file = ''] = await fileRequests(house, aFamily());
  const keys = Array.from({ length: 10 }, () => newId());
  const outcomes = await Promise.all(keys.map((key) => house.do(ownHand, take, { file, passage: 'accept-papers' }, key)));
  expect(outcomes.filter((outcome) => outcome.ok && outcome.output.moved)).toHaveLength(1);
  const lines = (await Promise.all(keys.map((key) => linesOf(house, key)))).flat();
  expect(lines.filter((line) => line.subject === `application:${file}`)).toHaveLength(1);
  expect((await fileOf(house, file)).passages.filter((step) => step.deed === 'accept-papers')).toHaveLength(1);
});
