import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, assessmentText, type Declaration, explain, formulas, getFormula, replay, scoreOf } from '../index.ts';
import { aHousehold } from '../testing/a-household.ts';

const registry = (declaration: Declaration) => assess('rsu-2022', declaration);
const variable = (declaration: Declaration, id: string) =>
  registry(declaration).scores[0]?.contributions.find((row) => row.id === id)?.value ?? 0;
const [mother, son] = aHousehold().members as [Declaration['members'][number], Declaration['members'][number]];

describe('ages are completed years on the day of deposit', () => {
  test.each([
    ['on the birthday', '1990-06-01', 34],
    ['the day before', '1990-06-02', 33],
    ['on the day of birth', '2024-06-01', 0],
  ])('%s', (_, birth, age) => {
    expect(variable(aHousehold({ members: [{ ...mother, birth_date: birth }] }), 'V21')).toBe(age);
  });

  test('one born on 29 February completes the year on 1 March of a common year', () => {
    const filed = (day: string) => aHousehold({ filed_on: day, members: [{ ...mother, birth_date: '1980-02-29' }] });
    expect(variable(filed('2023-02-28'), 'V21')).toBe(42);
    expect(variable(filed('2023-03-01'), 'V21')).toBe(43);
    expect(variable(filed('2024-02-29'), 'V21')).toBe(44);
  });
});

describe('the registry score reads', () => {
  test('two persons a room as met, and three only in the countryside', () => {
    const of = (rooms: number, size: number) => {
      const members = Array.from({ length: size }, (_, index) => (index === 0 ? mother : { ...son, ref: index + 1 }));
      return aHousehold({ milieu: 'rural', members, dwelling: { ...aHousehold().dwelling, rooms } });
    };
    expect([variable(of(1, 2), 'V3'), variable(of(1, 2), 'V4')]).toEqual([1, 1]);
    expect([variable(of(1, 3), 'V3'), variable(of(1, 3), 'V4')]).toEqual([0, 1]);
    expect([variable(of(1, 4), 'V3'), variable(of(1, 4), 'V4')]).toEqual([0, 0]);
  });

  test('a couple as a couple only when the second member is the spouse', () => {
    const second = (relation: string) => aHousehold({ members: [mother, { ...son, birth_date: '1985-01-01', relation }] });
    expect(variable(second('spouse'), 'V1')).toBe(1);
    expect(variable(second('sibling'), 'V1')).toBe(0);
    expect(variable(aHousehold({ members: [mother] }), 'V1')).toBe(1);
  });

  test('the diploma of those of 15 and over only, as a share of everyone', () => {
    expect(variable(aHousehold({ members: [{ ...mother, education: 'none' }, son] }), 'V25')).toBe(0.5);
    expect(
      variable(
        aHousehold({
          members: [
            { ...mother, education: 'none' },
            { ...son, birth_date: '2009-06-01' },
          ],
        }),
        'V25',
      ),
    ).toBe(1);
  });

  test('nothing for the regions without a constant', () => {
    expect(registry(aHousehold({ commune: '08.201.01.01' })).scores[0]).toMatchObject({ region: 0 });
    expect(registry(aHousehold({ commune: '05.091.01.01' })).scores[0]).toMatchObject({ region: 0 });
    expect(registry(aHousehold({ commune: '12.391.01.01' })).scores[0]).toMatchObject({ region: 0.285 });
  });

  test('irrigated land from the smallest area on', () => {
    const land = (irrigated_ha: number) => aHousehold({ milieu: 'rural', assets: { ...aHousehold().assets, irrigated_ha } });
    expect([variable(land(0), 'V16'), variable(land(0.01), 'V16')]).toEqual([0, 1]);
  });
});

describe('what is missing', () => {
  const without = (key: 'education' | 'other_cover' | 'schooling', who: number) =>
    aHousehold({
      members: [mother, son].map((member, index) => (index === who ? { ...member, [key]: undefined } : member)).map(defined),
    });

  test('is named, and the outcome is incomplete', () => {
    const { nuclei: _, ...rest } = aHousehold();
    const assessment = registry(rest as Declaration);
    expect(assessment).toMatchObject({
      outcome: 'incomplete',
      score: null,
      missing: ['nuclei'],
      sentence: { key: 'outcome.incomplete' },
    });
    expect(assessment.conditions.map(({ met }) => met)).toEqual([null, null]);
    expect(scoreOf(getFormula('rsu-2022'), rest as Declaration)).toBeNaN();
  });

  test('is named once when several variables need it', () => {
    expect(registry(without('education', 0)).missing).toEqual(['members[0].education']);
    expect(registry(without('other_cover', 1)).missing).toEqual(['members[1].other_cover']);
  });

  test('is only what this household had to answer: no diploma of a child, no school of an adult', () => {
    expect(registry(without('education', 1)).missing).toEqual([]);
    expect(registry(without('schooling', 0)).missing).toEqual([]);
  });

  test('is not what the other milieu asks', () => {
    const { assets: _, ...town } = aHousehold();
    expect(registry(town as Declaration).missing).toEqual(['assets.second_home', 'assets.business_premises']);
  });
});

describe('an assessment', () => {
  test('explains itself: conditions, what weighed most either way, the version and how sure we are', () => {
    const assessment = registry(aHousehold());
    expect(assessment.formula).toEqual({ ...versionOf('rsu-2022'), status: 'unverified' });
    expect(assessment.conditions.map(({ key, limit, operator }) => [key, operator, limit])).toEqual([
      ['amo_tadamon', 'at_most', 9.3264284],
      ['direct_aid', 'at_most', 9.743001],
    ]);
    expect(assessment.favourable.map(({ label }) => label)).toEqual(['household_size', 'head_age', 'children_public_school']);
    expect(assessment.unfavourable).toHaveLength(3);
  });

  test('adds up: constant, region and contributions make the score', () => {
    const [score] = registry(aHousehold()).scores;
    const sum = (score?.contributions ?? []).reduce(
      (total, { amount }) => total + (amount ?? 0),
      (score?.constant ?? 0) + (score?.region ?? 0),
    );
    expect(sum).toBeCloseTo(score?.value ?? 0, 12);
  });

  test('is said to the citizen with its cautions', () => {
    const said = explain(assess('ramed-2008', aHousehold()));
    expect(said.conditions.map(({ name, met }) => [name, met])).toEqual([
      ['condition.income', 'met.no'],
      ['condition.living-conditions', 'met.yes'],
      ['condition.income-poor', 'met.no'],
    ]);
    expect(said.cautions.map(({ key }) => key)).toEqual(['caution.illustrative', 'caution.commission']);
  });

  test('is the same bytes again from its stored input and version', () => {
    for (const { id } of formulas()) {
      const assessment = assess(id, aHousehold());
      const stored = JSON.parse(JSON.stringify({ declaration: aHousehold(), version: assessment.formula }));
      expect(replay({ declaration: stored.declaration }, stored.version)).toBe(assessmentText(assessment));
    }
  });

  test('does not depend on the order in which keys were written', () => {
    const turned = Object.fromEntries(Object.entries(aHousehold()).reverse()) as Declaration;
    expect(assessmentText(registry(turned))).toBe(assessmentText(registry(aHousehold())));
  });

  test('of a version that was never published is refused by name', () => {
    const unknown = { id: 'rsu-2022', version: 1, digest: '00' } as const;
    expect(replay({ declaration: aHousehold() }, unknown)).toMatchObject({ refused: 'formula-unknown' });
  });

  test('never changes with the households judged before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 8 }), (size, rooms) => {
        const members = Array.from({ length: size }, (_, index) => (index === 0 ? mother : { ...son, ref: index + 1 }));
        const before = assessmentText(registry(aHousehold()));
        const other = aHousehold({ members, dwelling: { rooms }, milieu: 'rural' });
        expect(registry(other).outcome).toBe('incomplete');
        expect(assessmentText(registry(aHousehold()))).toBe(before);
      }),
    );
  });
});

function versionOf(id: string) {
  const formula = formulas().find((candidate) => candidate.id === id);
  return { id, version: formula?.version, digest: formula?.periods[0]?.digest };
}

function defined(member: object): object {
  return Object.fromEntries(Object.entries(member).filter(([, value]) => value !== undefined));
}
