import type { CercleCode, CommuneCode, ProvinceCode, RegionCode } from './codes.ts';

/** Everything the scheme knows of the land, in the order of the source. Populations and households are counts of the 2014 and 2024 censuses. */
export type Territory = {
  readonly regions: readonly Region[];
  readonly provinces: readonly Province[];
  readonly cercles: readonly Cercle[];
  readonly communes: readonly Commune[];
};

export type PlaceName = { readonly fr: string; readonly ar: string };

export type Region = { readonly code: RegionCode; readonly name: PlaceName; readonly population2024: number };

export type ProvinceKind = 'province' | 'prefecture' | 'prefecture_of_arrondissements';

/** One of the 83 territories that hold a back office: 75 provinces and prefectures, and the 8 prefectures of arrondissements of Casablanca. */
export type Province = {
  readonly code: ProvinceCode;
  readonly name: PlaceName;
  readonly kind: ProvinceKind;
  readonly region: RegionCode;
  readonly population2024: number;
  readonly households2024: number;
};

export type Cercle = { readonly code: CercleCode; readonly name: PlaceName; readonly province: ProvinceCode };

export type Milieu = 'urban' | 'rural';

export type Commune = {
  readonly code: CommuneCode;
  readonly name: PlaceName;
  readonly milieu: Milieu;
  readonly province: ProvinceCode;
  /** Rural communes only. */
  readonly cercle?: CercleCode;
  /** Not published for four Saharan communes. */
  readonly population2014?: number;
  readonly population2024: number;
  readonly households2024: number;
};
