import type { Typed } from './read-entry.ts';

/** What is each person's own, and is never copied from another. */
const own: ReadonlySet<string> = new Set(['names.fr.given', 'names.ar.given', 'birth_date', 'cnie', 'sex']);
/** What a first child takes of the head, whose name it bears. */
const ofHead: ReadonlySet<string> = new Set(['names.fr.family', 'names.ar.family']);

/** One more person, without answers. */
export function withPerson(typed: Typed): Typed {
  return { ...typed, people: typed.people + 1 };
}

/**
 * One more person like the one before: the same relation, family name, schooling and work; not the given name, birth date, sex and card. Of the head
 * and of a spouse nobody takes relation or work: a wife has the name she was born with, and after her come children, with the name of the head.
 * `copied` names the fields that were filled so.
 */
export function withPersonLikeLast(typed: Typed): { readonly typed: Typed; readonly copied: readonly string[] } {
  const next = typed.people + 1;
  const texts = textsLikeLast(typed);
  const named = Object.entries(texts).map(([page, fields]) => [`${page}/${next}`, fields] as const);
  const copied = named.flatMap(([step, fields]) => Object.keys(fields).map((key) => `${step} ${key}`));
  return { typed: { people: next, texts: { ...typed.texts, ...Object.fromEntries(named) } }, copied };
}

type Texts = Readonly<Record<string, string | readonly string[]>>;

function textsLikeLast({ people: last, texts }: Typed): Readonly<Record<string, Texts>> {
  if (last === 1) return {};
  if (texts[`identity/${last}`]?.relation === 'spouse') return { identity: only(texts.name, (key) => ofHead.has(key)) };
  const shared = (page: string) => only(texts[`${page}/${last}`], (key) => !own.has(key));
  return { identity: shared('identity'), situation: shared('situation') };
}

function only(texts: Texts = {}, isTaken: (key: string) => boolean): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => isTaken(key)));
}

/** Without a person, and with those after moved up. */
export function withoutPerson(typed: Typed, ref: number): Typed {
  const texts = Object.entries(typed.texts).flatMap(([step, fields]) => {
    const [page = '', number] = step.split('/');
    if (number === undefined || Number(number) < ref) return [[step, fields] as const];
    return Number(number) === ref ? [] : [[`${page}/${Number(number) - 1}`, fields] as const];
  });
  return { people: typed.people - 1, texts: Object.fromEntries(texts) };
}
