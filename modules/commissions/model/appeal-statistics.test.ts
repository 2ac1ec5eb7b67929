import { expect, test } from 'vitest';
import { reversalsBy, reversalsOf } from './appeal-statistics.ts';

test('a share is told with what chance may have made of it', () => {
  // Wilson, 95 %: 1 of 3 lies between 6 % and 79 %, 30 of 90 between 24 % and 44 %.
  const few = reversalsOf('few', ['upheld', 'upheld', 'reformed']);
  expect([few.low, few.high].map((share) => Math.round(share * 100))).toEqual([6, 79]);
  const many = reversalsOf('many', [...Array(60).fill('upheld'), ...Array(20).fill('reformed'), ...Array(10).fill('sent_back')]);
  expect([many.low, many.high].map((share) => Math.round(share * 100))).toEqual([24, 44]);
  expect(many).toMatchObject({ ruled: 90, upheld: 60, reformed: 20, sentBack: 10 });
});

test('where nothing was ruled, nothing is claimed', () => {
  expect(reversalsOf('none', ['adjourned'])).toMatchObject({ ruled: 0, share: 0, low: 0, high: 1 });
});

test('an appeal counts for each criterion it names, the most reversed first', () => {
  const ruled = [
    { outcome: 'upheld', groups: { criterion: ['income', 'patrimony'] } },
    { outcome: 'reformed', groups: { criterion: ['patrimony'] } },
  ] as const;
  expect(reversalsBy(ruled, 'criterion').map(({ group, ruled: count, reformed }) => [group, count, reformed])).toEqual([
    ['patrimony', 2, 1],
    ['income', 1, 0],
  ]);
});
