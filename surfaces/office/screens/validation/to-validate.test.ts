import { expect, test } from 'vitest';
import { type Decision, progressOf, shownOf } from './to-validate.ts';

const decision = (application: string, over: Partial<Decision> = {}): Decision =>
  ({
    ...{ application, outcome: 'poor', inSample: false, againstScore: false },
    ...over,
  }) as Decision;

const decisions = [
  decision('a', { inSample: true, lookedAt: '2026-11-28T10:00:00Z', againstScore: true }),
  decision('b', { inSample: true }),
  decision('c', { returned: { reason: 'other', words: '' } as never }),
  decision('d'),
  decision('e', { outcome: 'adjourned' }),
];

test('the sample is shown with what was returned, or everything', () => {
  expect(shownOf({ decisions }, false).map(({ application }) => application)).toEqual(['a', 'b', 'c']);
  expect(shownOf({ decisions }, true)).toHaveLength(5);
});

test('what was looked at is counted within the sample; what is returned or not final is not released', () => {
  expect(progressOf({ decisions })).toEqual({ sample: 2, looked: 1, returned: 1, against: 1, released: 3 });
});
