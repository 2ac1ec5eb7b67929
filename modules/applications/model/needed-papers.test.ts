import { describe, expect, it, test } from 'vitest';
import { languageCodes, loadMessages, projectRoot, translator } from '#platform/i18n';
import {
  type FamilyInShort,
  type MemberInShort,
  type NeededKind,
  neededKinds,
  neededPapers,
  paperRulesOn,
} from './needed-papers.ts';

const rules = paperRulesOn('2024-06-01');
const head: MemberInShort = { ref: 1, relation: 'head', birth_date: '1980-02-29' };
const child = (ref: number, changes: Partial<MemberInShort> = {}): MemberInShort => ({
  ref,
  relation: 'child',
  birth_date: '2014-05-01',
  ...changes,
});

/** What the family is told to bring: `kind×copies`. */
function papersOf(family: FamilyInShort): readonly string[] {
  return neededPapers(family, rules).map(({ kind, copies }) => `${kind}×${copies}`);
}

function membersFor(kind: NeededKind, ...members: readonly MemberInShort[]): readonly number[] {
  const paper = neededPapers({ members: [head, ...members] }, rules).find((needed) => needed.kind === kind);
  return paper?.reasons[0].facts.members ?? [];
}

describe('which papers a family brings (order 1513-11, article 2)', () => {
  it('a person alone brings a card and two photographs', () =>
    expect(papersOf({ members: [head] })).toEqual(['applicant-identity×1', 'applicant-photos×2']));

  it('a family of which nothing is known yet brings what everybody brings', () => {
    expect(papersOf({})).toEqual(papersOf({ members: [head] }));
    expect(papersOf({ members: [] })).toEqual(papersOf({ members: [head] }));
  });

  it('a couple with two children brings papers of each, and one attestation that they live together', () =>
    expect(papersOf({ members: [head, { ref: 2, relation: 'spouse', birth_date: '1984-01-01' }, child(3), child(4)] })).toEqual([
      'applicant-identity×1',
      'adult-identity×1',
      'child-identity×2',
      'applicant-photos×2',
      'spouse-photos×2',
      'collective-life×1',
    ]));

  it('two spouses bring two photographs each', () =>
    expect(papersOf({ members: [head, { ref: 2, relation: 'spouse' }, { ref: 3, relation: 'spouse' }] })).toContain(
      'spouse-photos×4',
    ));

  it.each([
    ['2003-06-01', 'none', []],
    ['2002-06-02', 'public', []],
    ['2002-06-01', 'public', [2]],
    ['1997-06-02', 'private', [2]],
    ['1997-06-01', 'public', []],
  ] as const)('a child born on %s with schooling %s brings a school certificate for %j', (birth_date, schooling, expected) =>
    expect(membersFor('school-certificate', child(2, { birth_date, schooling }))).toEqual(expected),
  );

  it('a grown child who does not study applies alone, and brings nothing here', () =>
    expect(papersOf({ members: [head, child(2, { birth_date: '1999-01-01', schooling: 'none' })] })).toEqual(
      papersOf({ members: [head] }),
    ));

  it('a disabled child of any age brings a medical certificate; a disabled parent is no beneficiary', () =>
    expect(
      membersFor(
        'medical-certificate',
        child(2, { birth_date: '1990-01-01', disabled: true }),
        child(3, { relation: 'parent', disabled: true }),
      ),
    ).toEqual([2]));

  it('a fostered child brings the attestation of charge', () =>
    expect(membersFor('fostered-charge', child(2), child(3, { relation: 'fostered_child' }))).toEqual([3]));

  it('who earns a salary brings its certificate; who works on their own cannot', () => {
    const spouse = (changes: Partial<MemberInShort>) => child(2, { relation: 'spouse', birth_date: '1984-01-01', ...changes });
    expect(membersFor('salary-certificate', spouse({ earns: true, occupation: 'labourer' }))).toEqual([2]);
    expect(membersFor('salary-certificate', spouse({ earns: true }))).toEqual([2]);
    expect(membersFor('salary-certificate', spouse({ earns: true, occupation: 'farmer' }))).toEqual([]);
    expect(membersFor('salary-certificate', spouse({ earns: false, occupation: 'labourer' }))).toEqual([]);
  });

  it('an old card or the receipt of a new one does not prove where one lives', () => {
    expect(papersOf({ members: [head], shows: 'old-card-or-receipt' })).toContain('residence-certificate×1');
    expect(papersOf({ members: [head], shows: 'card' })).not.toContain('residence-certificate×1');
  });

  it('the card is asked from the age at which it was compulsory on that day', () => {
    const seventeen = { members: [head, { ref: 2, relation: 'child', age: 17 } as const] };
    expect(papersOf(seventeen)).toContain('adult-identity×1');
    expect(neededPapers(seventeen, paperRulesOn('2015-06-01')).map(({ kind }) => kind)).toContain('child-identity');
  });

  it('a child whose age is not known yet is a young one', () =>
    expect(membersFor('child-identity', { ref: 2, relation: 'child' })).toEqual([2]));
});

test.each(languageCodes)('each paper, its reason and where it is asked for are said in %s', (language) => {
  const text = translator(language, { catalogue: loadMessages(projectRoot) });
  const facts = { members: [2, 3], from: 21, to: 26 };
  for (const kind of neededKinds) {
    expect(text(`applications.paper.${kind}`, { count: 2 })).toMatch(/\p{L}/u);
    expect(text(`applications.paper.why.${kind}`, { count: facts.members.length, from: 21, to: 26 })).toMatch(/\p{L}/u);
    expect(text(`applications.paper.where.${kind}`)).toMatch(/\p{L}/u);
  }
  expect(text('applications.paper.why.school-certificate', { count: 1, from: 21, to: 26 })).toMatch(/26/);
});
