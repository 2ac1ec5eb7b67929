import type { Person } from './family.ts';
import type { Random, Weighted } from './random.ts';

/** How a family that asks for assistance is made up. `age` of the head: youngest, usual, spread, oldest. */
export type FamilyKind = {
  readonly sex: 'F' | 'M';
  readonly maritalStatus: Person['maritalStatus'];
  readonly age: readonly [youngest: number, usual: number, spread: number, oldest: number];
  readonly spouses: 0 | 1 | 2;
  /** `some` is one or two: the union was short. */
  readonly children: 'none' | 'some' | 'many';
};

export function drawKind({ random, milieu }: { random: Random; milieu: 'urban' | 'rural' }): FamilyKind {
  return kinds[random.weighted(shares[milieu])];
}

const kinds = {
  couple: { sex: 'M', maritalStatus: 'married', age: [23, 47, 12, 88], spouses: 1, children: 'many' },
  wifeFiles: { sex: 'F', maritalStatus: 'married', age: [20, 41, 10, 70], spouses: 1, children: 'many' },
  youngCouple: { sex: 'M', maritalStatus: 'married', age: [22, 29, 4, 40], spouses: 1, children: 'none' },
  oldCouple: { sex: 'M', maritalStatus: 'married', age: [60, 70, 7, 92], spouses: 1, children: 'none' },
  twoWives: { sex: 'M', maritalStatus: 'married', age: [38, 55, 9, 85], spouses: 2, children: 'many' },
  widow: { sex: 'F', maritalStatus: 'widowed', age: [28, 55, 11, 85], spouses: 0, children: 'many' },
  widower: { sex: 'M', maritalStatus: 'widowed', age: [35, 58, 10, 85], spouses: 0, children: 'many' },
  divorced: { sex: 'F', maritalStatus: 'divorced', age: [21, 38, 9, 65], spouses: 0, children: 'some' },
  divorcedAlone: { sex: 'M', maritalStatus: 'divorced', age: [26, 45, 9, 75], spouses: 0, children: 'none' },
  abandoned: { sex: 'F', maritalStatus: 'abandoned', age: [22, 38, 8, 60], spouses: 0, children: 'some' },
  singleMother: { sex: 'F', maritalStatus: 'single_mother', age: [18, 26, 5, 45], spouses: 0, children: 'some' },
  foreignHusband: { sex: 'F', maritalStatus: 'married_to_foreigner', age: [23, 34, 7, 55], spouses: 0, children: 'some' },
  youngMan: { sex: 'M', maritalStatus: 'single', age: [22, 30, 7, 60], spouses: 0, children: 'none' },
  youngWoman: { sex: 'F', maritalStatus: 'single', age: [22, 33, 9, 70], spouses: 0, children: 'none' },
  widowAlone: { sex: 'F', maritalStatus: 'widowed', age: [50, 69, 8, 96], spouses: 0, children: 'none' },
} as const satisfies Record<string, FamilyKind>;

/** Chosen so that the sizes of RGPH 2014 come out: 4.2 people in town, 5.3 in the country. */
const shares: Readonly<Record<'urban' | 'rural', readonly Weighted<keyof typeof kinds>[]>> = {
  urban: [
    ['couple', 660],
    ['wifeFiles', 60],
    ['youngCouple', 24],
    ['oldCouple', 14],
    ['twoWives', 3],
    ['widow', 90],
    ['widower', 10],
    ['divorced', 48],
    ['divorcedAlone', 4],
    ['abandoned', 18],
    ['singleMother', 14],
    ['foreignHusband', 3],
    ['youngMan', 12],
    ['youngWoman', 12],
    ['widowAlone', 22],
  ],
  rural: [
    ['couple', 740],
    ['wifeFiles', 35],
    ['youngCouple', 18],
    ['oldCouple', 12],
    ['twoWives', 12],
    ['widow', 80],
    ['widower', 10],
    ['divorced', 22],
    ['divorcedAlone', 3],
    ['abandoned', 12],
    ['singleMother', 5],
    ['foreignHusband', 1],
    ['youngMan', 8],
    ['youngWoman', 6],
    ['widowAlone', 16],
  ],
};
