import { type Declaration, type DeclarationIssue, parseDeclaration } from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import { toIsoDate } from '#platform/dates';
import { type Refusal, refuse } from '#platform/refusals';
import { requestRules } from '../request-rules.ts';
import { subjectOf, type Tree, valueAt, withValue } from './answers.ts';
import type { Situation } from './field.ts';
import { aboutOf, fieldsShown, type PageKey, type QuestionPage } from './pages.ts';
import { stepsOf } from './progress.ts';

/**
 * The declaration that these answers are, by the real schema and held to every rule of a request; or what stands in the way, each with the
 * page that mends it. Only questions that were asked count: an answer left from before, such as the cattle of who moved to town, does not.
 */
export function toDeclaration(
  situation: Omit<Situation, 'ref'>,
  isDeclaredOnHonour: boolean,
): { readonly declaration: Declaration } | { readonly problems: readonly Problem[] } {
  const parsed = parseDeclaration(assembled(situation, isDeclaredOnHonour));
  if (!parsed.ok) return { problems: parsed.issues.map((issue) => problemAt(toRefusal(issue))) };
  const broken = requestRules(situation.today)(parsed.declaration);
  return broken.length > 0 ? { problems: broken.map(problemAt) } : { declaration: parsed.declaration };
}

export type Problem = { readonly refusal: Refusal; readonly page: PageKey; readonly ref?: number };

function assembled(situation: Omit<Situation, 'ref'>, isDeclaredOnHonour: boolean): Tree {
  const { answers, today } = situation;
  let household: Tree = {
    schema: 'ramed.declaration/1',
    filed_on: toIsoDate(today),
    milieu: findCommune(String(answers.commune))?.milieu,
    no_other_cover_declared: isDeclaredOnHonour,
  };
  const members: Tree[] = answers.members.map((person, index) => ({ ref: index + 1, ...coverOf(person) }));
  for (const { page, ref } of stepsOf(situation)) {
    const about = aboutOf(page, ref);
    const subject = subjectOf(answers, about);
    for (const key of keysShown(page, { ...situation, ...(about === undefined ? {} : { ref: about }) })) {
      if (about === undefined) household = withValue(household, key, valueAt(subject, key));
      else members[about - 1] = withValue(members[about - 1] ?? {}, key, valueAt(subject, key));
    }
  }
  members[0] = { ...members[0], relation: 'head' };
  return { ...household, members };
}

/** The places in the declaration that a page answers, of what is asked on it. */
export function keysShown(page: QuestionPage, situation: Situation): readonly string[] {
  return fieldsShown(page, situation).flatMap((field) => {
    if (field.kind === 'province' || field.kind === 'covers' || field.key.startsWith('contact.')) return [];
    return field.kind === 'ticks' ? field.options.map((option) => `${field.key}.${option}`) : [field.key];
  });
}

function coverOf(person: Tree): Tree {
  return person.other_cover === undefined ? {} : { other_cover: person.other_cover };
}

function toRefusal({ path, rule }: DeclarationIssue): Refusal {
  return refuse(rule === 'required' ? 'required' : 'not-as-declared', { place: path });
}

const pageOfSection: Readonly<Record<string, PageKey>> = {
  commune: 'commune',
  milieu: 'commune',
  nuclei: 'dwelling',
  equipment: 'equipment',
  resources: 'income',
  spending_year: 'spending',
  no_other_cover_declared: 'cover',
  members: 'people',
};

const identifying: ReadonlySet<string> = new Set(['relation', 'names', 'birth_date', 'sex', 'cnie']);
const headPages: Readonly<Record<string, PageKey>> = {
  names: 'name',
  birth_date: 'birth',
  sex: 'birth',
  cnie: 'birth',
  marital_status: 'status',
  disabled: 'status',
  other_cover: 'cover',
};

function problemAt(refusal: Refusal): Problem {
  const [, index, key = ''] = /^members\[(\d+)\](?:\.(\w+))?/.exec(refusal.place ?? '') ?? [];
  if (index === '0') return { refusal, page: headPages[key] ?? 'work' };
  if (index !== undefined) {
    if (key === 'other_cover') return { refusal, page: 'cover' };
    return { refusal, page: key === '' || identifying.has(key) ? 'identity' : 'situation', ref: Number(index) + 1 };
  }
  const [section = '', part = ''] = (refusal.place ?? '').split('.');
  if (part === 'tractors') return { refusal, page: 'farm' };
  if (section === 'dwelling') return { refusal, page: ['kind', 'tenure', 'rooms'].includes(part) ? 'dwelling' : 'comforts' };
  if (section === 'assets') return { refusal, page: farmAssets.has(part) ? 'farm' : 'assets' };
  return { refusal, page: pageOfSection[section] ?? 'commune' };
}

const farmAssets: ReadonlySet<string> = new Set([
  'irrigated_ha',
  'rainfed_ha',
  'cows',
  'sheep_goats',
  'fruit_trees',
  'poultry_house',
]);
