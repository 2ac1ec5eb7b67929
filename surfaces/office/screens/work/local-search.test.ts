import { expect, test } from 'vitest';
import { matchesHere } from './local-search.ts';

const files = [
  { number: '202600000012', names: { fr: { given: 'Élodie', family: 'Aït Ouali' }, ar: { given: 'فاطمة', family: 'آيت والي' } } },
  { number: '202600000345', names: { fr: { given: 'Hassan', family: 'Oubella' } } },
];

test.each([
  ['figures of the number, in any hand', '٣٤٥', ['202600000345']],
  ['a number in fours', '2026 0000 0012', ['202600000012']],
  ['words in any order, without marks', 'ouali elodie', ['202600000012']],
  ['Arabic without its signs', 'فاطمه ايت', ['202600000012']],
  ['the beginning of a name', 'oub', ['202600000345']],
  ['words that nobody bears together', 'hassan ouali', []],
  ['nothing', ' – ', []],
])('%s', (_what, text, found) => {
  expect(matchesHere(files, text).map(({ number }) => number)).toEqual(found);
});
