import { expect, test } from 'vitest';
import { applicationNumber } from './application-number.ts';
import { readSearch } from './search-text.ts';

const number = applicationNumber(2026, 412_773);
const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);

test.each([
  ['a number', number, [{ kind: 'number', value: number }]],
  ['a number in fours', `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`, [{ kind: 'number', value: number }]],
  [
    'a number with dashes and Arabic figures',
    number.replaceAll('2', '٢').replace(/^(.{4})/, '$1-'),
    [{ kind: 'number', value: number }],
  ],
  ['a number with a slip', wrong, [{ kind: 'slipped', value: wrong }]],
  ['a card', 'ic 1234', [{ kind: 'card', value: 'IC1234' }]],
  ['a telephone', '06 12 34 56 78', [{ kind: 'phone', value: '+212612345678' }]],
  ['a telephone with its country', '+212 6 12 34 56 78', [{ kind: 'phone', value: '+212612345678' }]],
  ['a name', ' Ben  Haddou Fatima ', [{ kind: 'name', value: 'Ben Haddou Fatima' }]],
  ['a name in Arabic', 'فاطمة بن حدو', [{ kind: 'name', value: 'فاطمة بن حدو' }]],
  [
    'a name with the year of birth',
    'Fatima 1984 Haddou',
    [{ kind: 'name', value: 'Fatima Haddou', bornFrom: '1984-01-01', bornTo: '1984-12-31' }],
  ],
  ['nothing to look for', '–', []],
  ['one letter', 'f', []],
  ['a few figures', '2026', []],
])('%s', (_what, text, understood) => {
  expect(readSearch(text)).toEqual(understood);
});
