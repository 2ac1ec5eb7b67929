import type { Typed } from './read-entry.ts';

/** What is each person's own, and is never copied from another. */
const own: ReadonlySet<string> = new Set(['names.fr.given', 'names.ar.given', 'birth_date', 'cnie', 'sex']);
/** What a first person takes of the head: a family bears one name. */
const ofHead: ReadonlySet<string> = new Set(['names.fr.family', 'names.ar.family']);

/** One more person, without answers. */
export function withPerson(typed: Typed): Typed {
  return { ...typed, people: typed.people + 1 };
}

/**
 * One more person like the one before: the same relation, family name, schooling and work; not the given name, birth date, sex and card. After the
 * head, of whom the form asks other things, only the family name is copied. `copied` names the fields that were filled so.
 */
export function withPersonLikeLast(typed: Typed): { readonly typed: Typed; readonly copied: readonly string[] } {
  const last = typed.people;
  const next = last + 1;
  const sources =
    last === 1
      ? [['name', 'identity'] as const]
      : (['identity', 'situation'] as const).map((page) => [`${page}/${last}`, page] as const);
  const texts: Record<string, Record<string, string | readonly string[]>> = {};
  for (const [source, page] of sources) {
    const given = Object.entries(typed.texts[source] ?? {}).filter(([key]) => (last === 1 ? ofHead.has(key) : !own.has(key)));
    texts[`${page}/${next}`] = Object.fromEntries(given);
  }
  const copied = Object.entries(texts).flatMap(([step, fields]) => Object.keys(fields).map((key) => `${step} ${key}`));
  return { typed: { people: next, texts: { ...typed.texts, ...texts } }, copied };
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
