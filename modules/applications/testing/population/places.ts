import { type Commune, communesOfProvince, findCommune, loadTerritory, type ProvinceCode } from '#modules/territory';
import type { Random } from './random.ts';

export type Where = { readonly province?: ProvinceCode | undefined; readonly commune?: string | undefined };

/**
 * Draws communes in proportion to their households, in the whole country or in one province; or always the same commune. Country-wide 48 % of the registered
 * lived in a rural commune against 35 % of all households (ANAM, activity report 2015), so a rural household files more often.
 */
export function communeSampler({ province, commune: only }: Where = {}): (random: Random) => Commune {
  const communes = communesOf({ province, commune: only });
  let total = 0;
  const upTo = communes.map((commune) => {
    total += commune.households2024 * filesMoreOften[commune.milieu];
    return total;
  });
  return (random) => {
    const commune = communes[firstAbove(upTo, random.unit() * total)];
    if (commune === undefined) throw new RangeError(`no commune is known in ${only ?? province ?? 'the country'}`);
    return commune;
  };
}

function communesOf({ province, commune }: Where): readonly Commune[] {
  if (commune !== undefined) return [findCommune(commune)].filter((found) => found !== undefined);
  return province === undefined ? loadTerritory().communes : communesOfProvince(province);
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
