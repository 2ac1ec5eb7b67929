import {
  type Commune,
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
} from '#modules/territory';
import type { OfficeView } from '../../pages/offices/office.tsx';
import type { OfficesView, PlaceLink } from '../../pages/offices/offices.tsx';

/** The first list: the regions, or the communes whose name is like what was asked. */
export function toOfficesView(query: string): OfficesView {
  if (query.trim() === '') return { level: 'regions', query: '', places: loadTerritory().regions.map(toLink) };
  return { level: 'found', query, places: communesNamed(query).map(toLinkWithin) };
}

/** What stands at a code: the parts of a region or a province, or the office of a commune. Undefined when no place has that code. */
export function findOffices(code: string): { readonly list: OfficesView } | { readonly office: OfficeView } | undefined {
  const commune = findCommune(code);
  if (commune) return { office: toOfficeView(commune) };
  const province = findProvince(code);
  if (province) {
    const places = communesOfProvince(province.code).map(toLink).sort(byName);
    return { list: { level: 'communes', of: toLink(province), above: province.region, query: '', places } };
  }
  const region = findRegion(code);
  if (!region) return undefined;
  const places = provincesOfRegion(region.code).map(toLink).sort(byName);
  return { list: { level: 'provinces', of: toLink(region), query: '', places } };
}

function toOfficeView(commune: Commune): OfficeView {
  const province = provinceOf(commune);
  return {
    commune: toLink(commune),
    province: toLink(province),
    region: toLink(regionOf(province)),
    kind: commune.milieu === 'urban' ? 'town' : 'village',
    neighbours: neighboursOf(commune).map(toLink).sort(byName),
  };
}

function toLink({ code, name }: PlaceLink): PlaceLink {
  return { code, name };
}

function toLinkWithin(commune: Commune): PlaceLink {
  return { ...toLink(commune), within: provinceOf(commune).name };
}

function byName(one: PlaceLink, other: PlaceLink): number {
  return one.name.fr.localeCompare(other.name.fr, 'fr');
}
