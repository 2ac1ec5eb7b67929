import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '#modules/eligibility';
import { toDate } from '#platform/dates';
import { population } from '../../testing/population/index.ts';
import { type Answers, carriedAnswers } from '../form/answers.ts';
import { answersOf } from '../form/from-declaration.ts';
import { neededPapers, paperRulesOn } from '../needed-papers.ts';
import { SCHEME_FORMULA } from '../scheme.ts';
import { type FamilyCounts, membersCounted } from './family.ts';
import { carriedFrom, outcomeOfTrial, papersOfCounted, trialDeclaration } from './outcome.ts';
import { trialPagesShown } from './pages.ts';

const today = toDate('2022-11-25');
const rules = paperRulesOn('2022-11-25');
const nobody: FamilyCounts = {
  spouses: 0,
  children: 0,
  grown: 0,
  students: 0,
  disabled: 0,
  fostered: 0,
  others: 0,
  adultDisabled: false,
  wage: false,
};

/** A declared household as its family would have answered the trial: only counts remain of who they are. */
function asTried(answers: Answers, counts: Partial<FamilyCounts>): Answers {
  return { ...answers, members: [{}], family: { ...nobody, ...counts }, covered: false };
}

describe('the same answers have the same category', () => {
  const families = [
    ...population({ households: 400, seed: 'trial', filedFrom: '2022-11-25', filedTo: '2022-11-25', errors: 'none' }),
  ];

  test('as the official score gives, household by household', () => {
    let compared = 0;
    for (const { declaration } of families) {
      const adultDisabled = declaration.members.some((member) => member.disabled);
      const counts = { others: declaration.members.length - 1, adultDisabled };
      const official = assess(SCHEME_FORMULA, declaration);
      const tried = outcomeOfTrial(asTried(answersOf(declaration), counts), today);
      expect(tried?.prospect.assessment).toEqual(official);
      compared += 1;
    }
    expect(compared).toBe(families.length);
  });

  test('and whoever is called probable or unlikely would have it whichever way the values near a limit fell', () => {
    const kinds = new Set(
      families.map(({ declaration }) => {
        const tried = outcomeOfTrial(asTried(answersOf(declaration), { others: declaration.members.length - 1 }), today);
        const { likelihood, outcomes = [], assessment } = tried?.prospect ?? {};
        const eligible = outcomes.filter((outcome) => outcome !== 'not_eligible').length;
        if (likelihood === 'probable') expect(eligible).toBe(outcomes.length);
        if (likelihood === 'unlikely') expect(eligible).toBe(0);
        if (likelihood === 'near') expect(assessment?.nearLimit).toBe(true);
        return likelihood;
      }),
    );
    expect([...kinds].sort()).toEqual(['near', 'probable', 'unlikely']);
  });
});

describe('a family that is counted', () => {
  const anyCounts = fc.record({
    spouses: fc.nat(4),
    children: fc.nat(9),
    grown: fc.nat(4),
    students: fc.nat(4),
    disabled: fc.nat(6),
    adultDisabled: fc.boolean(),
    fostered: fc.nat(3),
    others: fc.nat(6),
    wage: fc.boolean(),
  });

  test('has as many people as were counted, the applicant first, and those with a disability once', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const members = membersCounted(counts, rules);
        const children = counts.children + counts.grown + counts.students;
        const people = 1 + counts.spouses + Math.max(children, counts.disabled) + counts.fostered + counts.others;
        expect(members).toHaveLength(people);
        expect(members.map(({ ref }) => ref)).toEqual(members.map((_one, index) => index + 1));
        expect(members[0]?.relation).toBe('head');
        expect(members.filter(({ disabled }) => disabled)).toHaveLength(counts.disabled + (counts.adultDisabled ? 1 : 0));
      }),
    );
  });

  test('brings the papers of its members: the list is that of the request', () => {
    fc.assert(
      fc.property(anyCounts, fc.constantFrom('card', 'old-card-or-receipt'), (family, shows) => {
        const answers: Answers = { members: [{}], family, shows };
        const members = membersCounted(family, rules);
        expect(papersOfCounted(answers, today)).toEqual(neededPapers({ members, shows: shows as 'card' }, rules));
      }),
    );
  });

  test.each([
    ['a student beyond 21', { students: 1 }, 'school-certificate'],
    ['a child with a disability', { disabled: 1 }, 'medical-certificate'],
    ['a fostered child', { fostered: 1 }, 'fostered-charge'],
    ['a wage', { wage: true }, 'salary-certificate'],
    ['a spouse', { spouses: 1 }, 'spouse-photos'],
  ])('with %s brings one paper more for it', (_who, counts, kind) => {
    const kinds = papersOfCounted({ members: [{}], family: { ...nobody, ...counts } }, today)?.map((paper) => paper.kind);
    expect(kinds).toContain(kind);
    expect(papersOfCounted({ members: [{}], family: nobody }, today)?.map((paper) => paper.kind)).not.toContain(kind);
  });

  test('that was not counted has no list and no answer', () => {
    expect(papersOfCounted({ members: [{}] }, today)).toBeUndefined();
    expect(outcomeOfTrial({ members: [{}], family: 'five' }, today)).toBeUndefined();
  });
});

const [first] = [...population({ households: 1, seed: 'rural', filedFrom: '2022-11-25', filedTo: '2022-11-25', errors: 'none' })];
const answers = asTried(answersOf(first?.declaration ?? (undefined as never)), { spouses: 1, children: 2, wage: true });

test('somebody insured elsewhere is told so, whatever the means', () => {
  expect(outcomeOfTrial({ ...answers, covered: true }, today)).toMatchObject({ isCovered: true });
});

test('what cannot both be so is named, and changes nothing', () => {
  const dwelling = { ...(answers.dwelling as object), own_meter: true, electricity: false };
  const strange = { ...answers, dwelling, nuclei: 30, resources: { income_year: 0, transfers_year: 0, bank_loan: false } };
  expect(outcomeOfTrial(strange, today)?.contradictions).toEqual([
    'meter-without-electricity',
    'no-means-at-all',
    'more-families-than-people',
  ]);
});

test('the request begins with the same answers, without the ages and the wage that only stood for somebody', () => {
  const carried = carriedAnswers(JSON.parse(JSON.stringify(carriedFrom(answers, today))));
  expect(carried).toMatchObject({ commune: answers.commune, province: answers.province, dwelling: answers.dwelling });
  expect(carried.members.map(({ relation }) => relation)).toEqual(['head', 'spouse', 'child', 'child']);
  for (const member of carried.members) {
    expect(member).not.toHaveProperty('birth_date');
    expect(member).not.toHaveProperty('occupation');
    expect(member).toMatchObject({ other_cover: null });
  }
});

test('only a village is asked about its land, and a town’s cattle left from before counts for nothing', () => {
  const town: Answers = { ...answers, commune: '05.081.01.03', assets: { ...(answers.assets as object), cows: 900 } };
  expect(trialPagesShown({ answers: town, today }).map(({ key }) => key)).not.toContain('farm');
  expect(trialDeclaration(town, today)?.assets).not.toHaveProperty('cows');
  const village: Answers = { ...answers, commune: '05.081.03.07' };
  expect(trialPagesShown({ answers: village, today }).map(({ key }) => key)).toContain('farm');
});
