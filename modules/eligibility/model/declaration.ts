import { z } from 'zod';
import { Cnie, CommuneCode } from './codes.ts';

/** What every key may say. Published as literal lists so that forms, XSD and generators draw from the same words. */
export const choices = {
  milieu: ['urban', 'rural'],
  relation: ['head', 'spouse', 'child', 'fostered_child', 'parent', 'sibling', 'other'],
  sex: ['F', 'M'],
  marital_status: ['single', 'married', 'divorced', 'widowed', 'abandoned', 'married_to_foreigner', 'single_mother'],
  education: ['none', 'basic', 'secondary', 'technical', 'higher'],
  schooling: ['none', 'public', 'private'],
  occupation: [
    'none',
    'senior_manager',
    'mid_level',
    'employer',
    'retired_or_rentier',
    'artisan',
    'farmer',
    'machine_operator',
    'trader',
    'labourer',
    'other',
  ],
  other_cover: ['cnss', 'cnops', 'art114', 'students', 'other'],
  dwelling_kind: [
    'villa',
    'flat',
    'modern_house',
    'traditional_house',
    'rural_stone_house',
    'rural_earth_house',
    'shanty',
    'room',
    'other',
  ],
  tenure: ['owned', 'rented', 'free', 'other'],
} as const;

const earliestDate = '1900-01-01';
const latestDate = '2100-12-31';
const mostMembers = 60;
const longestName = 80;
const largestAmount = 1_000_000_000;
const largestCount = 1_000_000;

// Control characters, zero-width joints that hide text, and the marks that make one script pose as another's direction.
const invisible = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u061C]/u;

const flag = z.boolean().exactOptional();
const count = z.int().min(0).max(largestCount).exactOptional();
const quantity = z.number().min(0).max(largestCount).exactOptional();
const dirhams = z.int().min(0).max(largestAmount).exactOptional();
const date = z.iso.date();

const nameText = z
  .string()
  .max(longestName)
  .overwrite((text) => text.normalize('NFC').trim())
  .min(1)
  .refine((text) => !invisible.test(text), { params: { rule: 'invisible-character' }, message: 'has an invisible character' });

const NameInOneScript = z.strictObject({ family: nameText, given: nameText });

const Names = z
  .strictObject({ fr: NameInOneScript.exactOptional(), ar: NameInOneScript.exactOptional() })
  .refine((names) => names.fr !== undefined || names.ar !== undefined, {
    params: { rule: 'one-script' },
    message: 'must be given in one script at least: fr or ar',
  });

const identity = { sex: z.enum(choices.sex), names: Names };
const noIdentityAsked = { sex: identity.sex.exactOptional(), names: identity.names.exactOptional() };

const situation = {
  ref: z.int().min(1).max(mostMembers),
  relation: z.enum(choices.relation),
  birth_date: date,
  cnie: Cnie.exactOptional(),
  marital_status: z.enum(choices.marital_status).exactOptional(),
  education: z.enum(choices.education).exactOptional(),
  literate: flag,
  schooling: z.enum(choices.schooling).exactOptional(),
  occupation: z.enum(choices.occupation).exactOptional(),
  earns: flag,
  other_cover: z.enum(choices.other_cover).nullable().exactOptional(),
  disabled: flag,
};

const household = {
  schema: z.literal('ramed.declaration/1'),
  filed_on: date,
  commune: CommuneCode,
  milieu: z.enum(choices.milieu),
  nuclei: z.int().min(1).max(mostMembers).exactOptional(),
  dwelling: z
    .strictObject({
      kind: z.enum(choices.dwelling_kind).exactOptional(),
      tenure: z.enum(choices.tenure).exactOptional(),
      rooms: z.int().min(1).max(1000).exactOptional(),
      bath: flag,
      kitchen: flag,
      toilet: flag,
      running_water: flag,
      electricity: flag,
      own_meter: flag,
      garage: flag,
    })
    .exactOptional(),
  equipment: z
    .strictObject({
      computers: count,
      dishes: count,
      landlines: count,
      mobile_phones: count,
      cars: count,
      motorcycles: count,
      tractors: count,
    })
    .exactOptional(),
  assets: z
    .strictObject({
      second_home: flag,
      business_premises: flag,
      non_farm_land: flag,
      licence_rent: flag,
      irrigated_ha: quantity,
      rainfed_ha: quantity,
      cows: count,
      sheep_goats: count,
      fruit_trees: count,
      poultry_house: count,
    })
    .exactOptional(),
  resources: z.strictObject({ income_year: dirhams, transfers_year: dirhams, bank_loan: flag }).exactOptional(),
  spending_year: z.strictObject({ butane: dirhams, water_electricity: dirhams, phone_internet: dirhams }).exactOptional(),
  no_other_cover_declared: flag,
};

/**
 * "ramed.declaration/1": what a household states, in one JSON document. Whole dirhams a year, ISO dates, members with the head
 * first. Unknown keys are refused. An absent optional key means "not declared": no formula reads it as 0.
 */
export const Declaration = z
  .strictObject({
    ...household,
    members: z
      .array(z.strictObject({ ...situation, ...identity }))
      .min(1)
      .max(mostMembers),
  })
  .superRefine(checkOrderAndDates);
export type Declaration = z.infer<typeof Declaration>;
export type Member = Declaration['members'][number];

/**
 * The same document when nobody needs to be named: the simulator, research files, the `eligibility score` command. No formula
 * reads a name or a sex. Every {@link Declaration} is one.
 */
export const AnonymousDeclaration = z
  .strictObject({
    ...household,
    members: z
      .array(z.strictObject({ ...situation, ...noIdentityAsked }))
      .min(1)
      .max(mostMembers),
  })
  .superRefine(checkOrderAndDates);
export type AnonymousDeclaration = z.infer<typeof AnonymousDeclaration>;
export type AnonymousMember = AnonymousDeclaration['members'][number];

type Dated = {
  readonly filed_on: string;
  readonly members: readonly { readonly ref: number; readonly relation: string; readonly birth_date: string }[];
};

function checkOrderAndDates(declaration: Dated, context: z.core.$RefinementCtx): void {
  const refuse = (path: (string | number)[], rule: string, message: string) =>
    context.addIssue({ code: 'custom', path, message, params: { rule } });
  const { filed_on, members } = declaration;
  if (filed_on < earliestDate || filed_on > latestDate) {
    refuse(['filed_on'], 'date-range', `must lie between ${earliestDate} and ${latestDate}`);
  }
  for (const [index, member] of members.entries()) {
    if (member.ref !== index + 1) {
      refuse(['members', index, 'ref'], 'order', `must be ${index + 1}: members are numbered 1, 2, 3 … in order`);
    }
    if ((member.relation === 'head') !== (index === 0)) {
      refuse(['members', index, 'relation'], 'one-head', 'exactly one member is the head, and it is the first');
    }
    if (member.birth_date < earliestDate || member.birth_date > filed_on) {
      refuse(['members', index, 'birth_date'], 'date-range', `must lie between ${earliestDate} and the date of deposit`);
    }
  }
}
