import { type Catalogue, catalogue, type Topic } from './catalogue.ts';
import type { ParameterFile, Stated } from './parameter.ts';
import { statedParameters } from './stated-parameters.ts';

/** The law as it stood on one day: `law.contributions.perPerson.value` is 120. Reading a value that did not exist yet throws. */
export type Law = {
  readonly [T in Topic]: { readonly [P in keyof Catalogue[T]]: Stated<Catalogue[T][P] extends { _output: infer V } ? V : never> };
};

/** Asked for a value of the law on a day before its first one: the question itself is wrong. */
export class NotYetLawError extends Error {
  override readonly name = 'NotYetLawError';
  readonly code = 'law-not-yet';
}

/**
 * The law on a calendar date (`YYYY-MM-DD`). Values come from `parameters/`, read once. Units and sources stand beside each value.
 * Throws a `RangeError` when `date` is not a calendar date, {@link NotYetLawError} on reading a value before its first date.
 */
export function lawAt(date: string): Law {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not a calendar date: ${date}`);
  book ??= openBook();
  const start = book.starts.findLast((from) => from <= date) ?? '';
  let law = book.laws.get(start);
  if (!law) {
    law = lawFrom(book.parameters, start);
    book.laws.set(start, law);
  }
  return law;
}

type Book = {
  readonly parameters: ReadonlyMap<string, ParameterFile>;
  /** Every day on which some value changes, oldest first. */
  readonly starts: readonly string[];
  readonly laws: Map<string, Law>;
};

let book: Book | undefined;

function openBook(): Book {
  const parameters = statedParameters();
  const starts = new Set([...parameters.values()].flatMap((parameter) => parameter.values.map((stated) => stated.from)));
  return { parameters, starts: [...starts].sort(), laws: new Map() };
}

function lawFrom(parameters: ReadonlyMap<string, ParameterFile>, start: string): Law {
  const topics = Object.entries(catalogue).map(([topic, entries]) => {
    const values = {};
    for (const name of Object.keys(entries)) defineValue(values, name, `${topic}.${name}`, parameters, start);
    return [topic, Object.freeze(values)];
  });
  return Object.freeze(Object.fromEntries(topics)) as Law;
}

function defineValue(
  values: object,
  name: string,
  key: string,
  parameters: ReadonlyMap<string, ParameterFile>,
  start: string,
): void {
  const parameter = parameters.get(key);
  const stated = parameter?.values.findLast((value) => value.from <= start);
  const value = stated && Object.freeze({ ...stated, unit: parameter?.unit });
  Object.defineProperty(values, name, {
    enumerable: true,
    get: () => {
      if (value) return value;
      throw new NotYetLawError(`${key} has no value before ${parameter?.values[0]?.from}`);
    },
  });
}
