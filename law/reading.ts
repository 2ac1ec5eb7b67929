import { z } from 'zod';

/** The answers of a declaration that a formula may read, by kind. A path outside these lists is refused by the checker. */
const answers = {
  flag: [
    'dwelling.bath',
    'dwelling.kitchen',
    'dwelling.toilet',
    'dwelling.running_water',
    'dwelling.electricity',
    'dwelling.own_meter',
    'dwelling.garage',
    'assets.second_home',
    'assets.business_premises',
    'assets.non_farm_land',
    'assets.licence_rent',
    'resources.bank_loan',
  ],
  number: [
    'nuclei',
    'dwelling.rooms',
    'equipment.computers',
    'equipment.dishes',
    'equipment.landlines',
    'equipment.mobile_phones',
    'equipment.cars',
    'equipment.motorcycles',
    'equipment.tractors',
    'assets.irrigated_ha',
    'assets.rainfed_ha',
    'assets.cows',
    'assets.sheep_goats',
    'assets.fruit_trees',
    'assets.poultry_house',
    'resources.income_year',
    'resources.transfers_year',
    'spending_year.butane',
    'spending_year.water_electricity',
    'spending_year.phone_internet',
  ],
  choice: ['dwelling.kind'],
  /** Facts that the household does not declare: the caller brings them. */
  outside: ['commune_poverty_rate'],
} as const;

export type FlagAnswer = (typeof answers.flag)[number];
export type NumberAnswer = (typeof answers.number)[number];
export type ChoiceAnswer = (typeof answers.choice)[number];
export type OutsideFact = (typeof answers.outside)[number];

const words = z.array(z.string().min(1)).min(1).optional();
const flag = z.boolean().optional();

/** Which members are meant: the age and one other answer at most. Ages are completed years on the date of deposit, both ends included. */
const Filter = z.strictObject({
  age: z.strictObject({ from: z.int().min(0).optional(), to: z.int().min(0).optional() }).optional(),
  relation: words,
  education: words,
  schooling: words,
  occupation: words,
  literate: flag,
  earns: flag,
  disabled: flag,
  other_cover: z.literal('some').optional(),
});

export const MemberFilter = Filter.refine(
  ({ age: _, ...answers }) => Object.keys(answers).length <= 1,
  'asks more than one answer besides the age',
);
export type MemberFilter = z.infer<typeof MemberFilter>;

/**
 * How a formula reads a household: a small closed vocabulary, so that a jurist reads the file and a checker knows every word.
 * Yes counts 1 and no counts 0. An answer that is needed and absent makes the whole reading unknown, never 0.
 */
export type Reading =
  | { flag: FlagAnswer }
  | { number: NumberAnswer }
  | { choice: ChoiceAnswer; among: string[] }
  | { outside: OutsideFact }
  | { count: 'members'; where?: MemberFilter | undefined }
  | { share: 'members'; where: MemberFilter }
  | { any: 'members'; where: MemberFilter }
  | { member: number; is: MemberFilter }
  | { age_of_member: number }
  | { square: Reading }
  | { per_person: Reading }
  | { sum: Reading[] }
  | { ratio: [Reading, Reading] }
  | { at_most: number; of: Reading }
  | { more_than: number; of: Reading }
  | { exactly: number; of: Reading }
  | { either: [Reading, Reading] }
  | { both: [Reading, Reading] };

const nested: z.ZodType<Reading> = z.lazy(() => Reading);
const pair = z.tuple([nested, nested]);

export const Reading: z.ZodType<Reading> = z.union([
  z.strictObject({ flag: z.enum(answers.flag) }),
  z.strictObject({ number: z.enum(answers.number) }),
  z.strictObject({ choice: z.enum(answers.choice), among: z.array(z.string()).min(1) }),
  z.strictObject({ outside: z.enum(answers.outside) }),
  z.strictObject({ count: z.literal('members'), where: MemberFilter.optional() }),
  z.strictObject({ share: z.literal('members'), where: MemberFilter }),
  z.strictObject({ any: z.literal('members'), where: MemberFilter }),
  z.strictObject({ member: z.int().min(1), is: MemberFilter }),
  z.strictObject({ age_of_member: z.int().min(1) }),
  z.strictObject({ square: nested }),
  z.strictObject({ per_person: nested }),
  z.strictObject({ sum: z.array(nested).min(2) }),
  z.strictObject({ ratio: pair }),
  z.strictObject({ at_most: z.number(), of: nested }),
  z.strictObject({ more_than: z.number(), of: nested }),
  z.strictObject({ exactly: z.number(), of: nested }),
  z.strictObject({ either: pair }),
  z.strictObject({ both: pair }),
]);
