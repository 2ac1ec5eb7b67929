import { parse } from 'yaml';
import { type Fault, faultsOnLines, isTest, type Rule, type SourceFile, type Tree } from '../tree.ts';

/** Up to this a whole number is too common in code to mean the law: a hundred is also a percentage. */
const TELLING = 100;

/** A round number may be a time-out or a length; beside one of these words it is an amount or a limit. */
const WORDS_OF_THE_LAW =
  /dirham|centime|money|amount|contribut|\bdues?\b|\bcap\b|share|income|patrimony|score|poverty|perPerson/i;

const lawInTheLaw: Rule = {
  name: 'law-in-the-law',
  why: 'a number that a decree could change stands in law/ once, with its date and source, and nowhere else',
  faults: (tree) => {
    const numbers = tellingNumbers(tree);
    return [
      ...tree.files.filter(isDeciding).flatMap((file) => literals(file, numbers)),
      ...tree.files.filter(({ path }) => /\/messages\/\w+\.json$/.test(path)).flatMap((file) => statedAmounts(file)),
    ];
  },
};

export const rulesOfLaw: readonly Rule[] = [lawInTheLaw];

/** The values of law/parameters that nobody writes by chance: amounts in dirhams, the same in centimes, and fractions. */
export function tellingNumbers({ files }: Tree): ReadonlySet<number> {
  const values = files
    .filter(({ path }) => path.startsWith('law/parameters/'))
    .flatMap(({ text }) => (parse(text) as { values?: readonly { value: unknown }[] }).values ?? [])
    .map(({ value }) => value)
    .filter((value) => typeof value === 'number');
  const telling = values.filter((value) => value > TELLING || (!Number.isInteger(value) && value > 1));
  return new Set([...telling, ...telling.map((value) => Math.round(value * 100))]);
}

function isDeciding({ path }: SourceFile): boolean {
  return /^(modules|surfaces)\/.*\.tsx?$/.test(path) && !isTest(path) && !/\/(testing|data)\/|examples\.ts$/.test(path);
}

function literals({ path, text }: SourceFile, numbers: ReadonlySet<number>): readonly Fault[] {
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(\*|\/\/|\/\*)/.test(line)) return [];
    return [...line.matchAll(/(?<![\w.#-])\d[\d_]*(?:\.\d+)?(?![\w.])/g)]
      .map(([found]) => Number(found.replaceAll('_', '')))
      .filter((number) => numbers.has(number) && (number % 10 !== 0 || WORDS_OF_THE_LAW.test(line)))
      .map((number) => ({ path: `${path}:${index + 1}`, what: `${number} is a number of the law` }));
  });
}

/** A message says the amount it is given; one that states it would go on saying it after the decree has changed. */
function statedAmounts(file: SourceFile): readonly Fault[] {
  return faultsOnLines(
    file,
    /\d[\d\s.,]*\s?(DH\b|MAD\b|dirhams?\b|درهم|ⴷⵔⵀⵎ)/,
    (found) => `${found}: an amount written into a message`,
  );
}
