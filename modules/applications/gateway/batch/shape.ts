import type { Declaration } from '#modules/eligibility';

/**
 * How one value of a declaration is written where there is only text (XML, CSV).
 * `text` keeps its spaces, every other leaf is trimmed; `word-or-none` writes null as `none`.
 */
export type Leaf = 'text' | 'word' | 'word-or-none' | 'date' | 'integer' | 'number' | 'boolean';

export type Group = { readonly kind: 'group'; readonly fields: Readonly<Record<string, Shape>> };
export type List = { readonly kind: 'list'; readonly item: string; readonly of: Group };
export type Constant = { readonly kind: 'constant'; readonly value: string };
export type Shape = Leaf | Group | List | Constant;

/**
 * The declaration as a tree of named leaves, the one table from which the XML reader, the XML writer and the CSV columns come.
 * What a value may be is said by the declaration's schema, never here; `ramed-batch-1.xsd` is held to this table by a test.
 */
export const declarationShape = group({
  schema: { kind: 'constant', value: 'ramed.declaration/1' },
  filed_on: 'date',
  commune: 'word',
  milieu: 'word',
  members: list('member', {
    ref: 'integer',
    relation: 'word',
    sex: 'word',
    birth_date: 'date',
    names: group({ fr: group({ family: 'text', given: 'text' }), ar: group({ family: 'text', given: 'text' }) }),
    cnie: 'word',
    marital_status: 'word',
    education: 'word',
    literate: 'boolean',
    schooling: 'word',
    occupation: 'word',
    earns: 'boolean',
    other_cover: 'word-or-none',
    disabled: 'boolean',
  }),
  nuclei: 'integer',
  dwelling: group({
    kind: 'word',
    tenure: 'word',
    rooms: 'integer',
    bath: 'boolean',
    kitchen: 'boolean',
    toilet: 'boolean',
    running_water: 'boolean',
    electricity: 'boolean',
    own_meter: 'boolean',
    garage: 'boolean',
  }),
  equipment: group({
    computers: 'integer',
    dishes: 'integer',
    landlines: 'integer',
    mobile_phones: 'integer',
    cars: 'integer',
    motorcycles: 'integer',
    tractors: 'integer',
  }),
  assets: group({
    second_home: 'boolean',
    business_premises: 'boolean',
    non_farm_land: 'boolean',
    licence_rent: 'boolean',
    irrigated_ha: 'number',
    rainfed_ha: 'number',
    cows: 'integer',
    sheep_goats: 'integer',
    fruit_trees: 'integer',
    poultry_house: 'integer',
  }),
  resources: group({ income_year: 'integer', transfers_year: 'integer', bank_loan: 'boolean' }),
  spending_year: group({ butane: 'integer', water_electricity: 'integer', phone_internet: 'integer' }),
  no_other_cover_declared: 'boolean',
} satisfies Record<keyof Declaration, Shape>);

function group(fields: Readonly<Record<string, Shape>>): Group {
  return { kind: 'group', fields };
}

function list(item: string, fields: Readonly<Record<string, Shape>>): List {
  return { kind: 'list', item, of: group(fields) };
}
