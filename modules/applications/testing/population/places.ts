import { type Commune, communesOfProvince, loadTerritory, type ProvinceCode } from '#modules/territory';
import type { Random } from './random.ts';

/**
 * Draws communes in proportion to their households, in the whole country or in one province. Country-wide 48 % of the registered
 * lived in a rural commune against 35 % of all households (ANAM, activity report 2015), so a rural household files more often.
 */
export function communeSampler(province?: ProvinceCode): (random: Random) => Commune {
  const communes = province === undefined ? loadTerritory().communes : communesOfProvince(province);
  let total = 0;
  const upTo = communes.map((commune) => {
    total += commune.households2024 * filesMoreOften[commune.milieu];
    return total;
  });
  return (random) => {
    const commune = communes[firstAbove(upTo, random.unit() * total)];
    if (commune === undefined) throw new RangeError(`no commune is known in ${province ?? 'the country'}`);
    return commune;
  };
}

const filesMoreOften = { urban: 1, rural: 1.36 } as const;

function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
