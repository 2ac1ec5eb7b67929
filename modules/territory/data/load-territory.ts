import type { ProvinceCode, RegionCode } from '../model/codes.ts';
import { searchCommunes } from '../model/search-communes.ts';
import type { Commune, Province, Region, Territory } from '../model/territory.ts';
import { shippedTerritory } from './shipped-territory.ts';

/**
 * The shipped territory, read once per process from `data/`.
 * Source: HCP, RGPH 2014 and 2024 (CC BY 4.0).
 */
export function loadTerritory(): Territory {
  return shipped().territory;
}

export function findRegion(code: string): Region | undefined {
  return shipped().regions.get(code);
}

export function findProvince(code: string): Province | undefined {
  return shipped().provinces.get(code);
}

/** Finds by the whole code: a prefix would take Assilah (`01.511.01.01`) for Tanger (`01.511.01.0`). */
export function findCommune(code: string): Commune | undefined {
  return shipped().communes.get(code);
}

/** None for the eight prefectures of arrondissements: the census counts Casablanca as one commune, under `06.141`. */
export function communesOfProvince(code: ProvinceCode): readonly Commune[] {
  return shipped().communesByProvince.get(code) ?? [];
}

export function provincesOfRegion(code: RegionCode): readonly Province[] {
  return shipped().provincesByRegion.get(code) ?? [];
}

export function provinceOf(commune: Commune): Province {
  return known(shipped().provinces.get(commune.province), commune.province);
}

export function regionOf(province: Province): Region {
  return known(shipped().regions.get(province.region), province.region);
}

/** The communes whose name is like what somebody wrote, the likeliest first; see {@link searchCommunes}. */
export function communesNamed(written: string): readonly Commune[] {
  return searchCommunes(shipped().territory.communes, written);
}

/** The other communes of the same cercle, or for a town the towns of its province: the nearest that the census tells of. */
export function neighboursOf(commune: Commune): readonly Commune[] {
  const isNear = (other: Commune) => (commune.cercle ? other.cercle === commune.cercle : other.milieu === 'urban');
  return communesOfProvince(commune.province).filter((other) => other.code !== commune.code && isNear(other));
}

type Indexed = {
  readonly territory: Territory;
  readonly regions: ReadonlyMap<string, Region>;
  readonly provinces: ReadonlyMap<string, Province>;
  readonly communes: ReadonlyMap<string, Commune>;
  readonly communesByProvince: ReadonlyMap<string, readonly Commune[]>;
  readonly provincesByRegion: ReadonlyMap<string, readonly Province[]>;
};

let indexed: Indexed | undefined;

function shipped(): Indexed {
  indexed ??= index(shippedTerritory());
  return indexed;
}

function index(territory: Territory): Indexed {
  return {
    territory,
    regions: byCode(territory.regions),
    provinces: byCode(territory.provinces),
    communes: byCode(territory.communes),
    communesByProvince: Map.groupBy(territory.communes, (commune): string => commune.province),
    provincesByRegion: Map.groupBy(territory.provinces, (province): string => province.region),
  };
}

function byCode<Row extends { readonly code: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.code, row]));
}

function known<Row>(row: Row | undefined, code: string): Row {
  if (row === undefined) throw new Error(`the territory's files name ${code} but do not list it`);
  return row;
}
