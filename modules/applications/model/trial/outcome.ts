import {
  type AnonymousDeclaration,
  type AnonymousMember,
  type Prospect,
  parseAnonymousDeclaration,
  prospectOf,
} from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import { type PlainDate, toIsoDate } from '#platform/dates';
import { type Answers, type Tree, valueAt, withValue } from '../form/answers.ts';
import { keysShown } from '../form/to-declaration.ts';
import { countBeneficiaries, type FamilyInShort, type NeededPaper, neededPapers, paperRulesOn } from '../needed-papers.ts';
import { SCHEME_FORMULA } from '../scheme.ts';
import { type FamilyCounts, membersCounted } from './family.ts';
import { trialPagesShown } from './pages.ts';

/** What cannot both be so, or what a commission will ask about; said beside the answer, which it does not change. */
export type Contradiction = 'no-means-at-all' | 'tractor-without-land';

export type TrialOutcome = {
  /** By the formula of the scheme and the law of the day: what the official score of the same answers would be. */
  readonly prospect: Prospect;
  /** How many would be on the card. */
  readonly beneficiaries: number;
  /** Somebody who lives there is insured elsewhere, and cannot be on the card (decree 2-08-177, article 2). */
  readonly isSomebodyCovered: boolean;
  readonly contradictions: readonly Contradiction[];
};

/** The family is insured elsewhere, through the applicant or the spouse: whatever its means, RAMED is not for it (decree 2-08-177, article 2). */
export function isCoveredElsewhere({ covered }: Answers): boolean {
  return covered === 'head-or-spouse';
}

/** What a family that answered the trial may expect; undefined as long as an answer that the declaration must have is not there. */
export function outcomeOfTrial(answers: Answers, today: PlainDate): TrialOutcome | undefined {
  const declaration = trialDeclaration(answers, today);
  if (!declaration) return undefined;
  const { members, equipment = {}, assets = {}, resources = {} } = declaration;
  const contradictions: readonly (readonly [Contradiction, boolean])[] = [
    ['no-means-at-all', resources.income_year === 0 && resources.transfers_year === 0],
    ['tractor-without-land', (equipment.tractors ?? 0) > 0 && assets.irrigated_ha === 0 && assets.rainfed_ha === 0],
  ];
  return {
    prospect: prospectOf(SCHEME_FORMULA, declaration),
    beneficiaries: countBeneficiaries({ members }, paperRulesOn(toIsoDate(today))),
    isSomebodyCovered: answers.covered === 'somebody-else',
    contradictions: contradictions.filter(([, is]) => is).map(([name]) => name),
  };
}

/** The declaration that these answers are, nobody named, each person as old as stands for the bracket they were counted in. */
export function trialDeclaration(answers: Answers, today: PlainDate): AnonymousDeclaration | undefined {
  const filedOn = toIsoDate(today);
  const members = membersOf(answers, filedOn)?.map(({ age = 0, ...member }) => ({ ...member, birth_date: bornOn(filedOn, age) }));
  const household = householdOf(answers, today);
  const stated = { ...household, schema: 'ramed.declaration/1', filed_on: filedOn, members };
  const parsed = parseAnonymousDeclaration(stated);
  return parsed.ok ? parsed.declaration : undefined;
}

/** What the request begins with: the same answers, and of the people what was said of each and does not only stand for somebody. */
export function carriedFrom(answers: Answers, today: PlainDate): Tree {
  const counted = membersOf(answers, toIsoDate(today)) ?? [];
  const insured = answers.covered === 'nobody' ? { other_cover: null } : {};
  const members = counted.map(({ relation, schooling, disabled }) => ({
    relation,
    ...(schooling ? { schooling } : {}),
    ...(relation === 'child' ? { disabled } : {}),
    ...insured,
  }));
  return { ...householdOf(answers, today), members };
}

/** The papers of the family that is counted; undefined before it is. */
export function papersOfCounted(answers: Answers, today: PlainDate): readonly NeededPaper[] | undefined {
  const on = toIsoDate(today);
  const members = membersOf(answers, on);
  if (!members) return undefined;
  const shows = answers.shows === 'old-card-or-receipt' ? ('old-card-or-receipt' as const) : ('card' as const);
  const family: FamilyInShort = { members, shows };
  return neededPapers(family, paperRulesOn(on));
}

function membersOf({ family }: Answers, on: string) {
  return isCounted(family) ? membersCounted({ others: 0, ...family }, paperRulesOn(on)) : undefined;
}

const counts = ['spouses', 'children', 'grown', 'students', 'disabled', 'fostered'] as const;

/** Who lives there besides is asked by the trial alone. */
function isCounted(family: unknown): family is Omit<FamilyCounts, 'others'> {
  const given = family as Tree | undefined;
  return typeof given === 'object' && given !== null && counts.every((key) => Number.isInteger(given[key]));
}

/** Only what was asked: the cattle of who moved to town since is left out. */
function householdOf(answers: Answers, today: PlainDate): Tree {
  const situation = { answers, today };
  const keys = trialPagesShown(situation).flatMap((page) => keysShown(page, situation));
  const asked = keys.filter((key) => !key.startsWith('family.') && key !== 'covered');
  const milieu = findCommune(String(answers.commune))?.milieu;
  return asked.reduce<Tree>((tree, key) => withValue(tree, key, valueAt(answers, key)), milieu ? { milieu } : {});
}

function bornOn(filedOn: string, age: number): NonNullable<AnonymousMember['birth_date']> {
  return `${String(Number(filedOn.slice(0, 4)) - age).padStart(4, '0')}-01-01`;
}
