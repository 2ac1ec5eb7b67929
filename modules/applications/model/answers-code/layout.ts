import type { choices } from '#modules/eligibility';
import { type Coder, choice, day, flag, list, optional, quantity, record, text, whole } from './coders.ts';

/**
 * What the first layout writes, in this order and with these lists. It never changes: a key or a choice more is a second layout, and this one
 * stays to read what was printed before.
 */
const count = optional(whole(3));
const dirhams = optional(whole(5));
const relations = ['head', 'spouse', 'child', 'fostered_child', 'parent', 'sibling', 'other'] as const;
const marriages = ['single', 'married', 'divorced', 'widowed', 'abandoned', 'married_to_foreigner', 'single_mother'] as const;
const diplomas = ['none', 'basic', 'secondary', 'technical', 'higher'] as const;
const schools = ['none', 'public', 'private'] as const;
const occupations = [
  ...(['none', 'senior_manager', 'mid_level', 'employer', 'retired_or_rentier', 'artisan', 'farmer'] as const),
  ...(['machine_operator', 'trader', 'labourer', 'other'] as const),
] as const;
const covers = ['cnss', 'cnops', 'art114', 'students', 'other'] as const;
const dwellings = [
  ...(['villa', 'flat', 'modern_house', 'traditional_house', 'rural_stone_house', 'rural_earth_house', 'shanty'] as const),
  ...(['room', 'other'] as const),
] as const;
const tenures = ['owned', 'rented', 'free', 'other'] as const;

const name = optional(record({ family: text, given: text }));

/** One or two letters and up to seven figures, which may begin with noughts. */
const nationalCard: Coder<string> = {
  write(out, card) {
    const [, letters = '', figures = ''] = /^([A-Z]{1,2})(\d{1,7})$/.exec(card) ?? [];
    if (letters === '') throw new RangeError('not a national card number');
    letter.write(out, letters[0] ?? '');
    letter.write(out, letters[1] ?? '');
    out.bits.put(figures.length, 3);
    out.bits.put(Number(figures), 24);
  },
  read(from) {
    const letters = letter.read(from) + letter.read(from);
    const length = from.bits.take(3);
    return letters + String(from.bits.take(24)).padStart(length, '0');
  },
};
const letter = choice(['', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']);

/** `02.081.03.11`: its four numbers, the last of one figure or two. */
const commune: Coder<string> = {
  write({ bits }, code) {
    const [region = '', province = '', circle = '', own = ''] = code.split('.');
    bits.put(Number(region), 4);
    bits.put(Number(province), 10);
    bits.put(Number(circle), 7);
    bits.put(own.length - 1, 1);
    bits.put(Number(own), 7);
  },
  read({ bits }) {
    const [region, province, circle, isLong, own] = [4, 10, 7, 1, 7].map((width) => bits.take(width));
    const padded = (value: number | undefined, length: number) => String(value).padStart(length, '0');
    return [padded(region, 2), padded(province, 3), padded(circle, 2), padded(own, (isLong ?? 0) + 1)].join('.');
  },
};

const member = record({
  relation: choice(relations),
  sex: choice(['F', 'M']),
  birth_date: day,
  names: record({ fr: name, ar: name }),
  cnie: optional(nationalCard),
  marital_status: choice([undefined, ...marriages]),
  education: choice([undefined, ...diplomas]),
  literate: flag,
  schooling: choice([undefined, ...schools]),
  occupation: choice([undefined, ...occupations]),
  earns: flag,
  other_cover: choice([undefined, null, ...covers]),
  disabled: flag,
});

const declaration = record({
  filed_on: day,
  commune,
  milieu: choice(['urban', 'rural']),
  nuclei: count,
  dwelling: optional(
    record({
      ...{ kind: choice([undefined, ...dwellings]), tenure: choice([undefined, ...tenures]), rooms: count },
      ...{ bath: flag, kitchen: flag, toilet: flag, running_water: flag, electricity: flag, own_meter: flag, garage: flag },
    }),
  ),
  equipment: optional(
    record({
      ...{ computers: count, dishes: count, landlines: count, mobile_phones: count, cars: count, motorcycles: count },
      ...{ tractors: count },
    }),
  ),
  assets: optional(
    record({
      ...{ second_home: flag, business_premises: flag, non_farm_land: flag, licence_rent: flag },
      ...{ irrigated_ha: optional(quantity), rainfed_ha: optional(quantity) },
      ...{ cows: count, sheep_goats: count, fruit_trees: count, poultry_house: count },
    }),
  ),
  resources: optional(record({ income_year: dirhams, transfers_year: dirhams, bank_loan: flag })),
  spending_year: optional(record({ butane: dirhams, water_electricity: dirhams, phone_internet: dirhams })),
  no_other_cover_declared: flag,
  members: list(member),
});

const contact = record({ phone: optional(text), email: optional(text), address: optional(text), wants_notices: flag });

/** The number of a request: twelve figures. */
const requestNumber: Coder<string> = {
  write: ({ bits }, number) => bits.put(Number(number), 40),
  read: ({ bits }) => String(bits.take(40)).padStart(12, '0'),
};

export const layout1 = record({
  number: requestNumber,
  language: choice(['ar', 'fr', 'zgh', 'en']),
  declaration,
  contact: optional(contact),
});

/** The lists that the layout copies, to be held against those of the form. */
export const listsOfLayout1: Partial<Readonly<Record<keyof typeof choices, readonly string[]>>> = {
  ...{ milieu: ['urban', 'rural'], relation: relations, sex: ['F', 'M'], marital_status: marriages, education: diplomas },
  ...{ schooling: schools, occupation: occupations, other_cover: covers, dwelling_kind: dwellings, tenure: tenures },
};
