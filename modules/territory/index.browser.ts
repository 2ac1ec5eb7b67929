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
