import { expect, test } from 'vitest';
import { loadTerritory } from '../data/load-territory.ts';
import { searchCommunes } from './search-communes.ts';

const { communes } = loadTerritory();
const found = (written: string) => searchCommunes(communes, written).map(({ name }) => name.fr);

test.each([
  ['Azilal', 'Azilal'],
  ['azilale', 'Azilal'],
  ['أزيلال', 'Azilal'],
  ['ازيلال', 'Azilal'],
  ['khenifra', 'Khenifra'],
  ['Xenifra', 'Khenifra'],
  ['خنيفرة', 'Khenifra'],
  ['خنيفره', 'Khenifra'],
  ['warzazat', 'Ouarzazate'],
  ['ouarzazat', 'Ouarzazate'],
  ['beni melal', 'Béni Mellal'],
  ['casa blanca', 'Casablanca'],
  ['الدار البيضاء', 'Casablanca'],
  ['اكادير', 'Agadir'],
  ['أڭادير', 'Agadir'],
  ['tetwan', 'Tétouan'],
])('“%s” finds %s first', (written, name) => {
  expect(found(written)[0]).toBe(name);
});

test('the first letters of a name find it among others', () => {
  expect(found('ait mh')).toContain("Ait M'hamed");
});

test.each(['', 'a', '?!', 'qqqqqqq'])('“%s” finds nothing', (written) => {
  expect(found(written)).toEqual([]);
});

test('a name that many communes share finds them all, the largest first, up to a page', () => {
  const several = searchCommunes(communes, 'sidi');
  expect(several).toHaveLength(12);
  expect(searchCommunes(communes, 'sidi', 3)).toHaveLength(3);
});
