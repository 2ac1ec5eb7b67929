import { describe, expect, it } from 'vitest';
import {
  communesOfProvince,
  findCommune,
  findProvince,
  loadTerritory,
  neighboursOf,
  provinceOf,
  provincesOfRegion,
  regionOf,
} from '../data/load-territory.ts';
import { ProvinceCode, RegionCode } from './codes.ts';
import { readTerritory } from './read-territory.ts';

const { regions, provinces, cercles, communes } = loadTerritory();

describe('the shipped territory', () => {
  it('holds 12 regions, 83 back offices, 213 cercles and 1,503 communes', () => {
    expect([regions, provinces, cercles, communes].map((rows) => rows.length)).toEqual([12, 83, 213, 1503]);
  });

  it('gives every commune a province and every province a region', () => {
    for (const commune of communes) expect(commune.code.startsWith(`${provinceOf(commune).code}.`)).toBe(true);
    for (const province of provinces) expect(province.code.startsWith(`${regionOf(province).code}.`)).toBe(true);
  });

  it('puts every rural commune, and no urban one, in a cercle of its province', () => {
    const provinceOfCercle = new Map(cercles.map((cercle) => [cercle.code, cercle.province]));
    for (const commune of communes) {
      expect(commune.cercle === undefined).toBe(commune.milieu === 'urban');
      if (commune.cercle) expect(provinceOfCercle.get(commune.cercle)).toBe(commune.province);
    }
  });

  it('adds up: the communes of a province hold all its people and households', () => {
    for (const province of provinces.filter((one) => one.kind !== 'prefecture_of_arrondissements')) {
      const its = communesOfProvince(province.code);
      expect(its.reduce((sum, commune) => sum + commune.population2024, 0)).toBe(province.population2024);
      expect(its.reduce((sum, commune) => sum + commune.households2024, 0)).toBe(province.households2024);
    }
  });

  it('names every place in French and in Arabic', () => {
    for (const place of [...regions, ...provinces, ...cercles, ...communes]) {
      expect(place.name.fr).toMatch(/\p{Script=Latin}/u);
      expect(place.name.ar).toMatch(/\p{Script=Arabic}/u);
    }
  });

  it('leaves the 2014 population unsaid where the census did', () => {
    const unsaid = communes.filter((commune) => commune.population2014 === undefined).map((commune) => commune.name.fr);
    expect(unsaid.sort()).toEqual(['Aghouinite', 'Lagouira', 'Mijik', 'Zoug']);
  });
});

describe('looking a place up', () => {
  it('does not take Assilah for Tanger, whose code is the beginning of its own', () => {
    expect(findCommune('01.511.01.0')?.name.fr).toBe('Tanger');
    expect(findCommune('01.511.01.01')?.name.fr).toBe('Assilah');
    expect(communesOfProvince(ProvinceCode.parse('01.511')).map((commune) => commune.name.fr)).toContain('Assilah');
  });

  it('keeps the commune of Casablanca apart from the prefecture of Casablanca-Anfa', () => {
    expect(findCommune('06.141.01.0')?.province).toBe('06.141');
    expect(findCommune('06.141.01.00')).toBeUndefined();
    expect(findProvince('06.141.01.00')?.kind).toBe('prefecture_of_arrondissements');
    expect(communesOfProvince(ProvinceCode.parse('06.141.01.00'))).toEqual([]);
  });

  it('finds the 44 communes of Azilal and the five provinces of its region', () => {
    expect(communesOfProvince(ProvinceCode.parse('05.081'))).toHaveLength(44);
    expect(provincesOfRegion(RegionCode.parse('05'))).toHaveLength(5);
  });

  it('gives a rural commune its cercle for neighbours, and a town the towns of its province', () => {
    const village = communes.find((commune) => commune.cercle !== undefined);
    const town = findCommune('01.511.01.01');
    if (!village || !town) throw new Error('the territory lacks a village or Assilah');
    expect(neighboursOf(village).every(({ cercle, code }) => cercle === village.cercle && code !== village.code)).toBe(true);
    expect(neighboursOf(town).map(({ name }) => name.fr)).toContain('Tanger');
    expect(neighboursOf(town).filter(({ milieu }) => milieu === 'rural')).toEqual([]);
  });

  it('says nothing of a code that does not exist', () => {
    expect(findCommune('99.999.99.99')).toBeUndefined();
    expect(findProvince('05')).toBeUndefined();
  });
});

it('refuses a file that has not the form it must have', () => {
  const regionsOnly = {
    regions: 'code,name_fr,name_ar,population_2024\n1,Nord,الشمال,12\n',
    provinces: '',
    cercles: '',
    communes: '',
  };
  expect(() => readTerritory(regionsOnly)).toThrow();
});
