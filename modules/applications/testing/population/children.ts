import type { Milieu } from '#modules/territory';
import { ageOn, type Day, daysOfYear } from './calendar.ts';
import type { Circumstances, Person } from './family.ts';
import type { FamilyKind } from './family-kinds.ts';
import type { Random, Weighted } from './random.ts';

/** The children still at home, eldest first: born when their mother was 16 to 45, two or more years apart or nearly so. */
export function childrenOf(mothers: readonly Day[], kind: FamilyKind, circumstances: Circumstances): readonly Person[] {
  const { random, filedOn } = circumstances;
  return mothers
    .flatMap((mother) => birthsOf(mother, kind, circumstances))
    .map((born): Person => {
      const age = ageOn(filedOn, born);
      const sex = random.chance(0.5) ? 'F' : 'M';
      const line = kind.maritalStatus === 'single_mother' ? 'mother' : 'father';
      return { relation: 'child', sex, born, age, maritalStatus: 'single', line };
    })
    .filter((child) => random.chance(atHome(child)))
    .sort((one, other) => one.born - other.born);
}

function birthsOf(mother: Day, kind: FamilyKind, { random, milieu, filedOn }: Circumstances): readonly Day[] {
  const wanted = kind.children === 'some' ? random.between(1, 2) : bornInLife(random, milieu, ageOn(filedOn, mother));
  const births: Day[] = [];
  let next = mother + Math.round(daysOfYear * Math.max(16.1, 21.5 + 3 * random.bell()));
  while (births.length < wanted && next < filedOn && next < mother + 45 * daysOfYear) {
    births.push(next);
    next += random.between(430, 1500);
  }
  return births;
}

/** Older mothers, and mothers in the country, bore more. */
function bornInLife(random: Random, milieu: Milieu, age: number): number {
  return random.weighted(parity[milieu][age < 50 ? 'younger' : 'older']);
}

const parity: Readonly<Record<Milieu, Readonly<Record<'younger' | 'older', readonly Weighted<number>[]>>>> = {
  urban: {
    younger: [
      [0, 2],
      [1, 8],
      [2, 25],
      [3, 32],
      [4, 20],
      [5, 9],
      [6, 4],
    ],
    older: [
      [0, 2],
      [1, 4],
      [2, 11],
      [3, 21],
      [4, 25],
      [5, 19],
      [6, 11],
      [7, 7],
    ],
  },
  rural: {
    younger: [
      [0, 2],
      [1, 5],
      [2, 13],
      [3, 23],
      [4, 24],
      [5, 17],
      [6, 10],
      [7, 6],
    ],
    older: [
      [0, 1],
      [1, 2],
      [2, 4],
      [3, 8],
      [4, 14],
      [5, 18],
      [6, 20],
      [7, 16],
      [8, 10],
      [9, 7],
    ],
  },
};

/** Daughters leave at marriage, sons later and not all. */
function atHome({ age, sex }: Person): number {
  const [, daughter, son] = leaving.find(([below]) => age < below) ?? [0, 0.06, 0.12];
  return sex === 'F' ? daughter : son;
}

const leaving: readonly (readonly [below: number, daughter: number, son: number])[] = [
  [18, 1, 1],
  [22, 0.9, 0.96],
  [27, 0.72, 0.92],
  [32, 0.5, 0.76],
  [40, 0.3, 0.48],
];
