import { describe, expect, test } from 'vitest';
import { assess } from '#modules/eligibility';
import { aHousehold } from '../../eligibility/testing/a-household.ts';
import { moveCounter, rescorer, turnOf } from './rescoring.ts';

const file = { id: 'F', territory: '04.421.01.03', proposal: 'poor' };

describe('a file judged anew', () => {
  test('is judged by the law of its own day unless another is named', () => {
    const declaration = aHousehold();
    const { outcome, score } = assess('rsu-2022', declaration);
    expect(rescorer('rsu-2022', undefined)({ ...file, declaration })).toEqual({ ...file, outcome, score });
  });

  test('on an earlier day does not count the child who was not born', () => {
    const declaration = aHousehold();
    const [head, child] = declaration.members;
    if (!head || !child) throw new Error('a mother and her son');
    const born = '2023-05-05';
    const withBaby = { ...declaration, members: [head, child, { ...child, ref: 3, birth_date: born }] };
    const judge = rescorer('rsu-2022', '2023-05-04');
    expect(judge({ ...file, declaration: withBaby })).toEqual(judge({ ...file, declaration }));
    expect(withBaby.filed_on).toBe('2024-06-01');
  });

  test('is counted by what it was proposed for and what it is judged', () => {
    const counter = moveCounter();
    for (const outcome of ['not_eligible', 'poor', 'not_eligible']) counter.add({ ...file, outcome, score: 1 });
    expect(counter.moves()).toEqual([
      { proposal: 'poor', outcome: 'not_eligible', files: 2 },
      { proposal: 'poor', outcome: 'poor', files: 1 },
    ]);
  });

  test.each([
    ['poor', 'not_eligible', 'goes-out'],
    ['not_eligible', 'direct_aid', 'comes-in'],
    ['vulnerable', 'amo_tadamon', 'stays-in'],
    ['not_eligible', 'not_eligible', 'stays-out'],
    ['poor', 'incomplete', 'cannot-tell'],
    [null, 'poor', 'new'],
  ])('proposed %s and judged %s: %s', (proposal, outcome, turn) => {
    expect(turnOf({ proposal, outcome })).toBe(turn);
  });
});
