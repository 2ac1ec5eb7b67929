import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type Declaration, type Member, parseDeclaration } from '#modules/eligibility';
import { findCommune, ProvinceCode } from '#modules/territory';
import { ageOn, toDay } from './calendar.ts';
import { type Filed, type PopulationOptions, population } from './index.ts';

const options: PopulationOptions = {
  households: 4000,
  seed: 'test',
  filedFrom: '2026-09-07',
  filedTo: '2026-11-20',
  errors: 'none',
};
const clean = [...population(options)].map(({ declaration }) => declaration);

describe('the same population', () => {
  it('comes out of the same options, request by request', () => {
    const property = fc.property(fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.integer({ min: 1, max: 40 }), (seed, households) => {
      const some: PopulationOptions = { ...options, seed, households, errors: 'usual' };
      expect([...population(some)]).toEqual([...population(some)]);
    });
    fc.assert(property, { numRuns: 20 });
  });

  it('begins the same however many households follow', () => {
    const short = [...population({ ...options, households: 30, errors: 'usual' })];
    const long = population({ ...options, households: 1_000_000, errors: 'usual' });
    for (const filed of short) expect(long.next().value).toEqual(filed);
  });

  it('is another one under another seed', () => {
    const [other] = population({ ...options, seed: 'other', households: 1 });
    expect(other?.declaration).not.toEqual(clean[0]);
  });
});

describe('a clean household', () => {
  it('is accepted as a declaration, whole and unchanged', () => {
    for (const declaration of clean.slice(0, 1000)) expect(parseDeclaration(declaration)).toEqual({ ok: true, declaration });
  });

  it('lives in a real commune, of the milieu it states', () => {
    for (const { commune, milieu } of clean) expect(findCommune(commune)?.milieu).toBe(milieu);
  });

  it('has a grown head, named first', () => {
    for (const { members, filed_on } of clean) {
      expect(members.map(({ ref }) => ref)).toEqual(members.map((_, place) => place + 1));
      expect(members.filter(({ relation }) => relation === 'head')).toEqual([members[0]]);
      expect(ages(members, filed_on)[0]).toBeGreaterThanOrEqual(18);
    }
  });

  it('has children whom one of its mothers can have borne', () => {
    for (const { members } of clean) {
      const mothers = members.filter(({ relation, sex }) => sex === 'F' && (relation === 'head' || relation === 'spouse'));
      for (const child of members.filter(({ relation }) => relation === 'child' && mothers.length > 0)) {
        const ageAtBirth = mothers.map((mother) => years(mother, child));
        expect(ageAtBirth.some((age) => age >= 14 && age < 47)).toBe(true);
      }
    }
  });

  it('never has a child older than its parents, nor a parent younger than its child', () => {
    for (const { members } of clean) {
      const [head] = members;
      if (head === undefined) throw new Error('nobody');
      for (const member of members) {
        if (member.relation === 'child' || member.relation === 'fostered_child')
          expect(years(head, member)).toBeGreaterThanOrEqual(14);
        if (member.relation === 'parent') expect(years(member, head)).toBeGreaterThanOrEqual(16);
      }
    }
  });

  it('gives no two of its people the same names', () => {
    for (const { members } of clean) {
      const names = members.map(({ names }) => `${names.fr?.family} ${names.fr?.given}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('sends no child under six to school, and no pupil to work', () => {
    for (const { members, filed_on } of clean) {
      for (const [place, member] of members.entries()) {
        if ((ages(members, filed_on)[place] ?? 0) < 6) expect(member.schooling).toBe('none');
        if (member.schooling !== 'none') expect(member.occupation).toBe('none');
      }
    }
  });
});

it('gives every card number to one person only', () => {
  const spoilt = [...population({ ...options, households: 20_000, errors: 'usual' })];
  const duplicates = new Set(spoilt.filter(holds('duplicate')).map(({ reference }) => reference));
  const twice = new Set(spoilt.filter(holds('unfit-for-intake')).map(({ reference }) => reference));
  const numbers = spoilt
    .filter(({ reference }) => !duplicates.has(reference) && !twice.has(reference))
    .flatMap(({ declaration }) => declaration.members.flatMap(({ cnie }) => (cnie === undefined ? [] : [cnie])));
  expect(new Set(numbers).size).toBe(numbers.length);
});

describe('the proportions of the country', () => {
  const urban = clean.filter(({ milieu }) => milieu === 'urban');
  const rural = clean.filter(({ milieu }) => milieu === 'rural');

  it.each([
    ['people in a household in town', 4.2, mean(urban, ({ members }) => members.length), 0.3],
    ['people in a household in the country', 5.3, mean(rural, ({ members }) => members.length), 0.3],
    ['running water in town', 0.913, share(urban, ({ dwelling }) => dwelling?.running_water), 0.03],
    ['running water in the country', 0.378, share(rural, ({ dwelling }) => dwelling?.running_water), 0.04],
    ['electricity in the country', 0.846, share(rural, ({ dwelling }) => dwelling?.electricity), 0.03],
    ['a bath in town', 0.583, share(urban, ({ dwelling }) => dwelling?.bath), 0.04],
    ['a computer in town', 0.357, share(urban, ({ equipment }) => (equipment?.computers ?? 0) > 0), 0.04],
    ['a home of its own in the country', 0.896, share(rural, ({ dwelling }) => dwelling?.tenure === 'owned'), 0.03],
    ['a dish in the country', 0.718, share(rural, ({ equipment }) => (equipment?.dishes ?? 0) > 0), 0.04],
  ])('%s: %f', (_what, published, found, tolerance) => expect(Math.abs(found - published)).toBeLessThan(tolerance));

  it('has 48 people in a hundred in the country and 52 women', () => {
    const people = clean.flatMap(({ members, milieu }) => members.map(({ sex }) => ({ sex, milieu })));
    expect(share(people, ({ milieu }) => milieu === 'rural')).toBeCloseTo(0.48, 1);
    expect(share(people, ({ sex }) => sex === 'F')).toBeCloseTo(0.52, 1);
  });

  it('comes out as the years 2012 to 2017 did: about 11 % refused, and 86 % of the admitted poor', () => {
    const outcomes = clean.map((declaration) => assess('ramed-2008', declaration).outcome);
    const poor = outcomes.filter((outcome) => outcome === 'poor').length;
    const vulnerable = outcomes.filter((outcome) => outcome === 'vulnerable').length;
    expect(poor / (poor + vulnerable)).toBeGreaterThan(0.82);
    expect(poor / (poor + vulnerable)).toBeLessThan(0.9);
    expect((poor + vulnerable) / outcomes.length).toBeGreaterThan(0.85);
    expect((poor + vulnerable) / outcomes.length).toBeLessThan(0.92);
  });

  it('stays in one province when asked to', () => {
    const azilal = population({ ...options, households: 200, province: ProvinceCode.parse('05.081') });
    for (const { declaration } of azilal) expect(findCommune(declaration.commune)?.province).toBe('05.081');
  });
});

function holds(kind: string): (filed: Filed) => boolean {
  return ({ truths }) => truths.some((truth) => truth.kind === kind);
}

function ages(members: readonly Member[], filedOn: string): readonly number[] {
  return members.map(({ birth_date }) => ageOn(toDay(filedOn), toDay(birth_date)));
}

/** How old the first was when the second was born. */
function years(elder: Member, younger: Member): number {
  return ageOn(toDay(younger.birth_date), toDay(elder.birth_date));
}

function mean(declarations: readonly Declaration[], value: (declaration: Declaration) => number): number {
  return declarations.reduce((sum, declaration) => sum + value(declaration), 0) / declarations.length;
}

function share<Value>(values: readonly Value[], has: (value: Value) => boolean | undefined): number {
  return values.filter((value) => has(value) === true).length / values.length;
}
