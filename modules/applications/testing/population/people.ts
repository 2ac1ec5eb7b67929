import type { Member } from '#modules/eligibility';
import type { Milieu } from '#modules/territory';
import type { Person } from './family.ts';
import type { Random, Weighted } from './random.ts';

export type Situation = Required<Pick<Member, 'education' | 'literate' | 'schooling' | 'occupation' | 'earns' | 'disabled'>>;

export type Fortune = {
  readonly random: Random;
  readonly milieu: Milieu;
  /** How well off the household is beside its milieu: mean 0, deviation 1. Everything it owns and does leans on this. */
  readonly wealth: number;
};

/** Schooling, diploma, trade and health, as likely at this age and sex in the milieu. */
export function drawSituation(person: Person, fortune: Fortune): Situation {
  const { random } = fortune;
  const disabled = random.chance(person.age < 60 ? 0.018 : 0.05);
  const schooling = disabled && random.chance(0.6) ? 'none' : drawSchooling(person, fortune);
  const education = drawEducation(person, schooling !== 'none', fortune);
  const literate = education !== 'none' || (schooling !== 'none' && person.age >= 8) || (person.age >= 15 && random.chance(0.12));
  const occupation = disabled || schooling !== 'none' ? 'none' : drawOccupation(person, education, fortune);
  return { education, literate, schooling, occupation, earns: occupation !== 'none' && random.chance(0.94), disabled };
}

/** Share of an age at school: town, country boys, country girls. */
const atSchool: readonly (readonly [upTo: number, town: number, boys: number, girls: number])[] = [
  [11, 0.98, 0.95, 0.94],
  [14, 0.93, 0.8, 0.72],
  [17, 0.74, 0.44, 0.33],
  [22, 0.34, 0.13, 0.09],
  [25, 0.08, 0.02, 0.01],
];

function drawSchooling(person: Person, { random, milieu, wealth }: Fortune): Situation['schooling'] {
  if (person.relation === 'head' || person.maritalStatus !== 'single' || person.age < 6) return 'none';
  const row = atSchool.find(([upTo]) => person.age <= upTo);
  if (row === undefined) return 'none';
  const share = milieu === 'urban' ? row[1] : person.sex === 'M' ? row[2] : row[3];
  if (!random.chance(share + 0.02 * wealth * (1 - share))) return 'none';
  return random.chance(milieu === 'urban' ? 0.04 + 0.05 * Math.max(0, wealth) : 0.005) ? 'private' : 'public';
}

type Diplomas = readonly [none: number, basic: number, secondary: number, technical: number, higher: number];
type Generation = 'young' | 'middle' | 'old';

/** Highest diploma in per cent by milieu, sex and generation (15 to 29, 30 to 49, older). */
const diplomas: Readonly<Record<`${Milieu}/${'F' | 'M'}/${Generation}`, Diplomas>> = {
  'urban/M/young': [14, 46, 26, 9, 5],
  'urban/M/middle': [28, 42, 16, 8, 6],
  'urban/M/old': [52, 30, 10, 4, 4],
  'urban/F/young': [17, 43, 27, 8, 5],
  'urban/F/middle': [42, 36, 13, 5, 4],
  'urban/F/old': [76, 16, 5, 2, 1],
  'rural/M/young': [30, 53, 12, 4, 1],
  'rural/M/middle': [54, 37, 6, 2, 1],
  'rural/M/old': [84, 13, 2, 1, 0],
  'rural/F/young': [44, 45, 8, 2, 1],
  'rural/F/middle': [78, 19, 2, 1, 0],
  'rural/F/old': [97, 3, 0, 0, 0],
};
const ladder = ['none', 'basic', 'secondary', 'technical', 'higher'] as const;

function drawEducation(person: Person, pupil: boolean, { random, milieu, wealth }: Fortune): Situation['education'] {
  if (person.age < 12) return 'none';
  if (person.age < 15) return random.chance(pupil ? 0.85 : 0.3) ? 'basic' : 'none';
  const generation = person.age < 30 ? 'young' : person.age < 50 ? 'middle' : 'old';
  const table = diplomas[`${milieu}/${person.sex}/${generation}`];
  let left = Math.max(0, Math.min(99.9, random.unit() * 100 + 6 * wealth));
  const step = ladder.find((_, index) => {
    left -= table[index] ?? 0;
    return left < 0;
  });
  const highest = person.age < 18 ? 'basic' : person.age < 21 ? 'secondary' : 'higher';
  const drawn = pupil && (step ?? 'none') === 'none' ? 'basic' : (step ?? 'basic');
  return ladder.indexOf(drawn) > ladder.indexOf(highest) ? highest : drawn;
}

type Trade = Situation['occupation'];

/** Trades of adults in per mille, by milieu and by who they are in the household. */
const trades: Readonly<Record<`${Milieu}/${'man' | 'wife' | 'provider' | 'daughter'}`, readonly Weighted<Trade>[]>> = {
  'urban/man': [
    ['none', 150],
    ['labourer', 360],
    ['trader', 130],
    ['artisan', 120],
    ['other', 130],
    ['machine_operator', 70],
    ['farmer', 15],
    ['mid_level', 15],
    ['employer', 8],
    ['senior_manager', 2],
  ],
  'urban/wife': [
    ['none', 830],
    ['labourer', 70],
    ['other', 50],
    ['artisan', 30],
    ['trader', 15],
    ['mid_level', 5],
  ],
  'urban/provider': [
    ['none', 400],
    ['labourer', 300],
    ['other', 170],
    ['artisan', 70],
    ['trader', 50],
    ['mid_level', 10],
  ],
  'urban/daughter': [
    ['none', 700],
    ['labourer', 140],
    ['other', 100],
    ['artisan', 40],
    ['mid_level', 20],
  ],
  'rural/man': [
    ['none', 90],
    ['farmer', 430],
    ['labourer', 320],
    ['trader', 45],
    ['artisan', 50],
    ['other', 45],
    ['machine_operator', 15],
    ['mid_level', 4],
    ['employer', 1],
  ],
  'rural/wife': [
    ['none', 900],
    ['farmer', 60],
    ['artisan', 20],
    ['labourer', 20],
  ],
  'rural/provider': [
    ['none', 480],
    ['farmer', 260],
    ['labourer', 170],
    ['artisan', 50],
    ['trader', 20],
    ['other', 20],
  ],
  'rural/daughter': [
    ['none', 860],
    ['labourer', 70],
    ['farmer', 40],
    ['artisan', 30],
  ],
};

function drawOccupation(person: Person, education: Situation['education'], { random, milieu }: Fortune): Trade {
  if (person.age < 15) return 'none';
  if (person.age < 18) return random.chance(person.sex === 'M' ? 0.22 : 0.05) ? 'labourer' : 'none';
  if (person.age >= 65 && random.chance(0.72)) return random.chance(0.08) ? 'retired_or_rentier' : 'none';
  const trade = random.weighted(trades[`${milieu}/${standingOf(person)}`]);
  const qualified = education === 'technical' || education === 'higher' || education === 'secondary';
  return (trade === 'senior_manager' || trade === 'mid_level') && !qualified ? 'other' : trade;
}

function standingOf({ relation, sex, maritalStatus }: Person): 'man' | 'wife' | 'provider' | 'daughter' {
  if (sex === 'M') return 'man';
  if (relation === 'head' && maritalStatus !== 'married') return 'provider';
  return maritalStatus === 'single' ? 'daughter' : 'wife';
}
