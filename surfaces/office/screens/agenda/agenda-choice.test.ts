import { expect, test } from 'vitest';
import { added, asProposed, chosenOf, everything, isShown, moved, turned, turnedAll } from './agenda-choice.ts';

const files = ['a', 'b', 'c', 'd', 'e'];
const proposed = asProposed(files, 3);

test('as many files as a sitting takes are on the agenda, the rest stays behind', () => {
  expect(chosenOf(proposed)).toEqual(['a', 'b', 'c']);
});

test('a file left out makes room; taken in again it stands where it stood', () => {
  const without = turned(proposed, 'b');
  expect(chosenOf(without)).toEqual(['a', 'c']);
  expect(chosenOf(turned(without, 'b'))).toEqual(['a', 'b', 'c']);
});

test('all that is shown is taken in as far as there is room, and left out when all is in', () => {
  const without = turned(proposed, 'a');
  expect(chosenOf(turnedAll(without, ['d', 'e'], 3))).toEqual(['b', 'c', 'd']);
  expect(chosenOf(turnedAll(proposed, ['a', 'c'], 3))).toEqual(['b']);
});

test('a file moves past the one that is seen next to it, whatever is not shown between them', () => {
  expect(chosenOf(moved(proposed, { file: 'a', step: 1, shown: ['a', 'c'] }))).toEqual(['b', 'c', 'a']);
  expect(chosenOf(moved(proposed, { file: 'c', step: -1, shown: ['a', 'c'] }))).toEqual(['c', 'a', 'b']);
  expect(moved(proposed, { file: 'a', step: -1, shown: files })).toEqual(proposed);
});

test('a file added by its number comes last on the agenda; one that was left out comes back', () => {
  expect(chosenOf(added(proposed, 'x'))).toEqual(['a', 'b', 'c', 'x']);
  expect(chosenOf(added(proposed, 'e'))).toEqual(['a', 'b', 'c', 'e']);
});

test('files are shown by a part of a name in either script, the proposal, the reason, the wait and concordance', () => {
  const file = {
    ...{ application: 'a', number: '202600000012', filedOn: '2026-10-01', days: 40, clock: 'late', proposal: 'poor' },
    ...{ names: { fr: { given: 'Rkia', family: 'Amhaouch' }, ar: { given: 'رقية', family: 'أمهاوش' } } },
    ...{ isConcordant: false, isNearLimit: false, why: 'late' },
  } as const;
  const shown = (over: object) => isShown(file, { ...everything, ...over });
  expect([{}, { text: 'amh' }, { text: 'رقية' }, { text: '0012' }, { proposal: 'poor' }, { days: '30' }].map(shown)).toEqual(
    Array(6).fill(true),
  );
  expect(
    [{ text: 'oubella' }, { proposal: 'vulnerable' }, { why: 'age' }, { days: '50' }, { isConcordant: true }].map(shown),
  ).toEqual(Array(5).fill(false));
});
