import { bornAged } from './birth.ts';
import { daysOfYear } from './calendar.ts';
import type { Circumstances, Family, Person } from './family.ts';
import type { FamilyKind } from './family-kinds.ts';

type Heirs = {
  readonly heirs: { readonly children: readonly Person[]; readonly others: readonly Person[] };
  readonly nuclei: number;
};

/** In some families a grown son has married and stayed: his wife and small children live there too, a nucleus of their own. */
export function grandchildrenOf(kind: FamilyKind, children: readonly Person[], circumstances: Circumstances): Heirs {
  const { random, milieu, filedOn } = circumstances;
  const heir = children.find((child) => child.sex === 'M' && child.age >= 24 && child.age <= 38);
  const stays = heir !== undefined && kind.spouses > 0 && random.chance(marriedSonStays[milieu]);
  if (!stays) return { heirs: { children, others: [] }, nuclei: 1 };
  const wife: Person = {
    ...bornAged(Math.max(19, heir.age - random.between(1, 6)), { random, filedOn }),
    relation: 'other',
    sex: 'F',
    maritalStatus: 'married',
    line: 'own-8',
  };
  const mostYears = Math.min(6, wife.age - 17);
  const small = Array.from({ length: random.between(0, Math.min(3, mostYears)) }, (_, place): Person => {
    const age = Math.max(0, mostYears - place * 2 - random.between(0, 1));
    return {
      ...bornAged(age, { random, filedOn }),
      relation: 'other',
      sex: random.chance(0.5) ? 'F' : 'M',
      maritalStatus: 'single',
      line: 'father',
    };
  });
  const settled = children.map((child) => (child === heir ? { ...child, maritalStatus: 'married' as const } : child));
  return { heirs: { children: settled, others: [wife, ...small] }, nuclei: 2 };
}

const marriedSonStays = { urban: 0.2, rural: 0.4 } as const;

/** An old mother or both parents, a brother or sister not married, a child taken in. */
export function relativesOf(head: Person, kind: FamilyKind, { random, milieu, filedOn }: Circumstances): Family {
  const people: Person[] = [];
  let nuclei = 0;
  if (kind.children !== 'none' && random.chance(0.012)) {
    const age = Math.min(random.between(1, 16), head.age - 17);
    people.push({
      ...bornAged(age, { random, filedOn }),
      relation: 'fostered_child',
      sex: random.chance(0.5) ? 'F' : 'M',
      maritalStatus: 'single',
      line: 'own-5',
    });
  }
  if (head.age < 58 && kind.sex === 'M' && random.chance(parentLivesIn[milieu])) {
    const both = random.chance(0.2);
    people.push(...parentsOf(head, both));
    nuclei = both ? 1 : 0;
  }
  if (head.age < 50 && random.chance(0.045)) {
    const age = Math.max(16, head.age - random.between(0, 12));
    people.push({
      ...bornAged(age, { random, filedOn }),
      relation: 'sibling',
      sex: random.chance(0.6) ? 'F' : 'M',
      maritalStatus: 'single',
      line: head.line,
    });
  }
  return { people, nuclei };

  function parentsOf(of: Person, both: boolean): Person[] {
    const mother = older(of, random.between(17, 38));
    if (!both) return [{ ...mother, relation: 'parent', sex: 'F', maritalStatus: 'widowed', line: 'own-6' }];
    const father = older(of, random.between(22, 41));
    return [
      { ...father, relation: 'parent', sex: 'M', maritalStatus: 'married', line: of.line },
      { ...mother, relation: 'parent', sex: 'F', maritalStatus: 'married', line: 'own-6' },
    ];
  }

  function older(than: Person, years: number): { born: number; age: number } {
    const born = than.born - Math.round(years * daysOfYear);
    return { born, age: Math.floor((filedOn - born) / daysOfYear) };
  }
}

const parentLivesIn = { urban: 0.13, rural: 0.22 } as const;
