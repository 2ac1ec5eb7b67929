import { closeCounter, openCounter, renameCounter } from './actions/counters.ts';
import { counters } from './queries/counters.ts';

export {
  communesNamed,
  communesOfProvince,
  findCommune,
  findProvince,
  findRegion,
  loadTerritory,
  neighboursOf,
  provinceOf,
  provincesOfRegion,
  regionOf,
} from './data/load-territory.ts';
export { CercleCode, CommuneCode, ProvinceCode, RegionCode } from './model/codes.ts';
export type { Cercle, Commune, Milieu, PlaceName, Province, ProvinceKind, Region, Territory } from './model/territory.ts';
export { loadTerritoryIntoDatabase } from './store/load-into-database.ts';

/** Where people live, and where they file. */
export const territory = {
  name: 'territory',
  actions: [openCounter, renameCounter, closeCounter],
  queries: [counters],
  jobs: [],
} as const;
