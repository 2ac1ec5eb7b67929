import { z } from 'zod';
import { AnonymousDeclaration } from '#modules/eligibility';
import { findCommune } from '#modules/territory';

/** Answers at their places in the declaration, as far as they were given; checked one by one when given, as a whole when submitted. */
export type Tree = { readonly [key: string]: unknown };
export type Person = Tree;

export type Answers = Tree & {
  /** The head first; the head is there from the start, without answers. */
  readonly members: readonly Person[];
};

export const Answers = z.looseObject({ members: z.array(z.looseObject({})).min(1).max(60) });

export const noAnswers: Answers = { members: [{}] };

/** What stands at a place: `valueAt(answers, 'dwelling.rooms')`. */
export function valueAt(tree: Tree, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (isTree(value) ? value[part] : undefined), tree);
}

/** The same answers with one more, or without it when the value is undefined; of a group nothing is left when no answer is. */
export function withValue<T extends Tree>(tree: T, key: string, value: unknown): T {
  const [first = '', ...rest] = key.split('.');
  const { [first]: old, ...others } = tree;
  const inner = rest.length === 0 ? value : withValue(isTree(old) ? old : {}, rest.join('.'), value);
  const isNothing = inner === undefined || (value === undefined && isTree(inner) && Object.keys(inner).length === 0);
  return (isNothing ? others : { ...others, [first]: inner }) as T;
}

/** The answers about one person, or about the household when no person is meant. */
export function subjectOf(answers: Answers, ref: number | undefined): Tree {
  return ref === undefined ? answers : (answers.members[ref - 1] ?? {});
}

export function withSubject(answers: Answers, ref: number | undefined, subject: Tree): Answers {
  if (ref === undefined) return subject as Answers;
  const members = [...answers.members];
  members[ref - 1] = subject;
  return { ...answers, members };
}

/**
 * Takes from somebody else's papers, such as the simulator's, what the form can use: each answer that is one, and nothing of the rest.
 * The first person is the head whatever it says.
 */
export function carriedAnswers(given: unknown): Answers {
  if (!isTree(given)) return noAnswers;
  const { shape } = AnonymousDeclaration;
  const household = kept(given, {
    commune: shape.commune,
    nuclei: shape.nuclei,
    ...sectionsOf(['dwelling', 'equipment', 'assets', 'resources', 'spending_year']),
  });
  const people = Array.isArray(given.members) ? given.members.slice(0, 60).filter(isTree) : [];
  const members = people.map((person, index) => carriedPerson(person, index));
  const province = findCommune(String(household.commune))?.province;
  return { ...household, ...(province ? { province } : {}), members: members.length > 0 ? members : [{}] };
}

type Section = 'dwelling' | 'equipment' | 'assets' | 'resources' | 'spending_year';

/** A section keeps its good answers when another of them is none. */
function sectionsOf(sections: readonly Section[]): Record<string, z.ZodType> {
  return Object.fromEntries(
    sections.map((section) => {
      const inner = AnonymousDeclaration.shape[section].unwrap().shape as Record<string, z.ZodType>;
      return [section, z.any().transform((value) => (isTree(value) ? kept(value, inner) : undefined))];
    }),
  );
}

function carriedPerson(person: Tree, index: number): Person {
  const { ref: _ref, names: _names, ...shape } = AnonymousDeclaration.shape.members.element.shape;
  const answers = kept(person, shape);
  if (index === 0) return { ...answers, relation: 'head' };
  const { relation, ...others } = answers;
  return relation === 'head' || relation === undefined ? others : answers;
}

function kept(given: Tree, shape: Readonly<Record<string, z.ZodType>>): Tree {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      if (given[key] === undefined) return [];
      const { success, data } = schema.safeParse(given[key]);
      return success && data !== undefined ? [[key, data]] : [];
    }),
  );
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
