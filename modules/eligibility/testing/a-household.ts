import type { Declaration } from '../model/declaration.ts';
import { parseDeclaration } from '../model/parse-declaration.ts';

/** A town household of a mother and her son, every key filled in; `changes` replace whole keys. Invented people. */
export function aHousehold(changes: Partial<Record<keyof Declaration, unknown>> = {}): Declaration {
  const parsed = parseDeclaration({ ...base, ...changes });
  if (!parsed.ok) throw new Error(`not a declaration: ${JSON.stringify(parsed.issues)}`);
  return parsed.declaration;
}

const base = {
  schema: 'ramed.declaration/1',
  filed_on: '2024-06-01',
  commune: '04.421.01.03',
  milieu: 'urban',
  members: [
    {
      ref: 1,
      relation: 'head',
      sex: 'F',
      birth_date: '1980-02-29',
      names: { fr: { family: 'EXEMPLE', given: 'Aicha' } },
      cnie: 'AB123456',
      marital_status: 'widowed',
      education: 'basic',
      literate: true,
      schooling: 'none',
      occupation: 'artisan',
      earns: true,
      other_cover: null,
      disabled: false,
    },
    {
      ref: 2,
      relation: 'child',
      sex: 'M',
      birth_date: '2010-06-01',
      names: { fr: { family: 'EXEMPLE', given: 'Omar' } },
      marital_status: 'single',
      education: 'none',
      literate: true,
      schooling: 'public',
      occupation: 'none',
      earns: false,
      other_cover: null,
      disabled: false,
    },
  ],
  nuclei: 1,
  dwelling: {
    kind: 'flat',
    tenure: 'rented',
    rooms: 1,
    bath: false,
    kitchen: true,
    toilet: true,
    running_water: true,
    electricity: true,
    own_meter: true,
    garage: false,
  },
  equipment: { computers: 0, dishes: 1, landlines: 0, mobile_phones: 2, cars: 0, motorcycles: 0, tractors: 0 },
  assets: {
    second_home: false,
    business_premises: false,
    non_farm_land: false,
    licence_rent: false,
    irrigated_ha: 0,
    rainfed_ha: 0,
    cows: 0,
    sheep_goats: 0,
    fruit_trees: 0,
    poultry_house: 0,
  },
  resources: { income_year: 12000, transfers_year: 0, bank_loan: false },
  spending_year: { butane: 400, water_electricity: 1200, phone_internet: 600 },
  no_other_cover_declared: true,
};
