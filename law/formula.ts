import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Status } from './catalogue.ts';
import { Reading } from './reading.ts';

const word = z.string().regex(/^[a-z][a-z0-9_]*$/);
const sentence = z.string().trim().min(8);
/** The key of a dated parameter: `eligibility.urbanIncomeLimit`. */
const parameterKey = z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/);

export const Operator = z.enum(['at_most', 'less_than', 'at_least']);
export type Operator = z.infer<typeof Operator>;

/** What a household is told. `amo_tadamon` includes direct aid: its limit is the lower one. */
export const FormulaOutcome = z.enum(['poor', 'vulnerable', 'amo_tadamon', 'direct_aid', 'not_eligible']);
export type FormulaOutcome = z.infer<typeof FormulaOutcome>;

/** `part_of` names the variable that says the same thing to a citizen: the square of the size weighs with the size. */
const Variable = z.strictObject({
  id: z.string().regex(/^[A-Z]\d+$/),
  label: word,
  part_of: word.optional(),
  coefficient: z.number(),
  reading: Reading,
});

/** value = multiplied_by × (constant + regional constant + Σ coefficient × reading), summed in the order of the table. */
const Score = z.strictObject({
  unit: z.string().min(1),
  status: Status,
  source: sentence,
  constant: z.number(),
  regions: z.record(z.string().regex(/^(0[1-9]|1[0-2])$/), z.number()).optional(),
  multiplied_by: z.strictObject({ label: word, reading: Reading }).optional(),
  variables: z.array(Variable).min(1),
});

const dated = <T extends z.ZodType>(value: T) => z.union([value, z.strictObject({ parameter: parameterKey })]);

/** `near` is how close to the limit is near: a share of the limit, or a distance from it. */
const Condition = z.strictObject({
  key: word,
  score: word.optional(),
  reading: Reading.optional(),
  operator: dated(Operator),
  limit: z.strictObject({ parameter: parameterKey }),
  near: z.union([z.strictObject({ share: dated(z.number()) }), z.strictObject({ distance: dated(z.number()) })]),
});

/** One way of judging: for whom (`milieu`), since when (`applies_when`), on which conditions, with which outcome. */
const Branch = z.strictObject({
  key: word,
  milieu: z.enum(['urban', 'rural']),
  applies_when: z.strictObject({ parameter: parameterKey, is: z.string() }).optional(),
  score: word,
  conditions: z.array(Condition).min(1),
  eligible_when: z.strictObject({ at_least: dated(z.int().min(1)), of: z.array(word).min(1) }),
  outcomes: z.array(z.strictObject({ outcome: FormulaOutcome, when: word.optional() })).min(1),
});

/** A file of `formulas/`. Numbers that a decree may change are named, not written: they stand in `parameters/`. */
export const Formula = z.strictObject({
  id: z.enum(['rsu-2022', 'ramed-2008']),
  version: z.int().min(1),
  title: sentence,
  status: Status,
  sources: z.array(sentence).min(1),
  note: z.string().optional(),
  scores: z.record(word, Score),
  branches: z.array(Branch).min(1),
});
export type Formula = z.infer<typeof Formula>;
export type FormulaId = Formula['id'];

/** Every formula file of `folder` as written, by its name. Throws when a file does not have the shape of {@link Formula}. */
export function readFormulas(folder: URL): ReadonlyMap<FormulaId, Formula> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const formulas = files.map((name) => parseFormula(name, readFileSync(new URL(name, folder), 'utf8')));
  return new Map(formulas.map((formula) => [formula.id, formula]));
}

function parseFormula(name: string, text: string): Formula {
  const read = Formula.safeParse(parse(text, { schema: 'core' }));
  if (!read.success) throw new Error(`formulas/${name} cannot be read:\n${z.prettifyError(read.error)}`);
  if (`${read.data.id}.yaml` !== name) throw new Error(`formulas/${name} holds the formula ${read.data.id}`);
  return read.data;
}
