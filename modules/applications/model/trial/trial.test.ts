import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '#modules/eligibility';
import { toDate } from '#platform/dates';
import { population } from '../../testing/population/index.ts';
import { type Answers, carriedAnswers, noAnswers } from '../form/answers.ts';
import { answersOf } from '../form/from-declaration.ts';
import { pageCalled, type QuestionPage } from '../form/pages.ts';
import { readPage, withoutPage } from '../form/read-page.ts';
import { typedFrom } from '../form/write-page.ts';
import { neededPapers, paperRulesOn } from '../needed-papers.ts';
import { SCHEME_FORMULA } from '../scheme.ts';
import { type FamilyCounts, membersCounted } from './family.ts';
import { carriedFrom, isCoveredElsewhere, outcomeOfTrial, papersOfCounted, trialDeclaration } from './outcome.ts';
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
  return { ...answers, members: [{}], family: { ...nobody, ...counts }, covered: 'nobody' };
}

describe('the same answers have the same category', () => {
  const families = [
    ...population({ households: 400, seed: 'trial', filedFrom: '2022-11-25', filedTo: '2022-11-25', errors: 'none' }),
  ];

  test('as the official score gives, household by household, typed page by page', () => {
    for (const { declaration } of families) {
      const adultDisabled = declaration.members.some((member) => member.disabled);
      const declared = asTried(answersOf(declaration), { others: declaration.members.length - 1, adultDisabled });
      const typed = trialPagesShown({ answers: declared, today }).reduce((given: Answers, page) => {
        const read = readPage(page, typedFrom(page, { answers: declared, today }), { answers: given, today });
        if ('faults' in read) throw new Error(JSON.stringify(read.faults));
        return read.answers;
      }, noAnswers);
      const tried = outcomeOfTrial(typed, today)?.prospect.assessment;
      expect(tried).toEqual(assess(SCHEME_FORMULA, declaration));
      expect(tried?.missing).toEqual([]);
    }
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

test('a family insured elsewhere is asked nothing more; somebody else who is insured is no reason against the rest', () => {
  const covered: Answers = { ...answers, covered: 'head-or-spouse' };
  expect(isCoveredElsewhere(covered)).toBe(true);
  expect(trialPagesShown({ answers: covered, today }).map(({ key }) => key)).toEqual(['insurance']);
  expect(isCoveredElsewhere({ ...answers, covered: 'somebody-else' })).toBe(false);
  expect(outcomeOfTrial({ ...answers, covered: 'somebody-else' }, today)?.isSomebodyCovered).toBe(true);
});

test('what cannot both be so is named, and changes nothing', () => {
  const town: Answers = { ...answers, commune: '05.081.01.03', resources: { income_year: 0, transfers_year: 0 } };
  expect(outcomeOfTrial(town, today)?.contradictions).toEqual(['no-means-at-all']);
  const land = { ...(answers.assets as object), irrigated_ha: 0, rainfed_ha: 0 };
  const village: Answers = { ...answers, commune: '05.081.03.07', assets: land, equipment: { tractors: 1 } };
  expect(outcomeOfTrial(village, today)?.contradictions).toEqual(['tractor-without-land']);
});

test('the request begins with the same answers, without the ages and the wage that only stood for somebody', () => {
  const carried = carriedAnswers(JSON.parse(JSON.stringify(carriedFrom(answers, today))));
  const { kind: _kind, tenure: _tenure, ...asked } = answers.dwelling as Record<string, unknown>;
  expect(carried).toMatchObject({ commune: answers.commune, province: answers.province, dwelling: asked });
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

describe('what is asked', () => {
  const keysIn = (commune: string) => trialPagesShown({ answers: { members: [{}], commune }, today });
  const fieldsIn = (commune: string) =>
    keysIn(commune).flatMap(({ fields }) => fields.map((field) => (field.kind === 'ticks' ? field.options.join() : field.key)));

  test('is what the formula reads where the family lives: nine pages in town, eight in a village', () => {
    expect(keysIn('05.081.01.03').map(({ key }) => key)).toEqual([
      'insurance',
      'province',
      'where',
      'counts',
      'dwelling',
      'comforts',
      'equipment',
      'income',
      'assets',
    ]);
    expect(keysIn('05.081.03.07').map(({ key }) => key)).toEqual([
      'insurance',
      'province',
      'where',
      'counts',
      'dwelling',
      'comforts',
      'equipment',
      'farm',
    ]);
    expect(fieldsIn('05.081.03.07')).not.toContain('resources.income_year');
    expect(fieldsIn('05.081.01.03')).not.toContain('nuclei');
  });

  test.each([
    ['town', '05.081.01.03'],
    ['village', '05.081.03.07'],
  ])('in a %s is enough for the official score: nothing more is missing', (_where, commune) => {
    const situation = { answers: { members: [{}], commune, province: '05.081', family: nobody }, today };
    const answered = trialPagesShown(situation)
      .filter(({ key }) => key !== 'where' && key !== 'province')
      .reduce((given: Answers, page) => {
        const read = readPage(page, typedAnywhere(page), { answers: given, today });
        if ('faults' in read) throw new Error(JSON.stringify(read.faults));
        return read.answers;
      }, situation.answers);
    expect(outcomeOfTrial(answered, today)?.prospect).toMatchObject({ likelihood: 'probable', assessment: { missing: [] } });
  });

  test('never counts more people than a declaration takes', () => {
    const counts = trialPagesShown({ answers, today }).find(({ key }) => key === 'counts');
    const fields = (counts?.fields ?? []).filter((field): field is typeof field & { most: number } => 'most' in field);
    const family = Object.fromEntries(fields.map(({ key, most }) => [key.replace('family.', ''), most]));
    expect(trialDeclaration({ ...answers, family }, today)?.members.length).toBeGreaterThan(40);
  });
});

/** The least that one may type: nothing where that says "none". */
function typedAnywhere({ fields }: QuestionPage) {
  const typed = { whole: '1', dirhams: '0', decimal: '0', flag: 'no', ticks: '' } as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      if ('whenBlank' in field) return [];
      if (field.kind === 'choice') return [[field.key, field.options[0] ?? '']];
      return field.kind in typed ? [[field.key, typed[field.kind as keyof typeof typed]]] : [];
    }),
  );
}

describe('an answer that is not known', () => {
  const town: Answers = {
    ...answers,
    commune: '05.081.01.03',
    resources: { income_year: 9_600, transfers_year: 0 },
    equipment: { computers: 0, landlines: 0, mobile_phones: 1, cars: 0, motorcycles: 0 },
    assets: { second_home: false, business_premises: false, licence_rent: false },
    dwelling: { rooms: 1, toilet: false, kitchen: false, bath: false, running_water: false, electricity: true },
  };
  const without = (page: string, given: Answers) => withoutPage(pageCalled(page) as QuestionPage, { answers: given, today });

  test('leaves the result open when it hangs on it, and says what is missing', () => {
    const { likelihood, outcomes, assessment } = outcomeOfTrial(without('income', town), today)?.prospect ?? {};
    expect(likelihood).toBe('unknown');
    expect(outcomes).toContain('not_eligible');
    expect(assessment?.missing).toEqual(expect.arrayContaining(['resources.income_year']));
  });

  test('changes nothing where the rest decides', () => {
    const rich = { ...town, equipment: { ...(town.equipment as object), cars: 3 } };
    expect(outcomeOfTrial(without('income', rich), today)?.prospect.likelihood).toBe('unlikely');
  });
});
