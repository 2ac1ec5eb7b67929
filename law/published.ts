import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { FormulaInForce } from './formula-in-force.ts';

const folder = new URL('./formulas/published/', import.meta.url);

/**
 * Every content that a formula ever had, each a file of `formulas/published/` named by its digest and never changed or removed:
 * a decision of any year can be recomputed from the version it was made with. Undefined when no such content was published.
 * Throws when a file no longer has the digest in its name.
 */
export function findPublishedFormula(digest: string): FormulaInForce | undefined {
  const name = readdirSync(folder).find((file) => file.endsWith(`.${digest}.approved.json`));
  if (!name) return undefined;
  const content = readFileSync(new URL(name, folder), 'utf8');
  if (createHash('sha256').update(content).digest('hex') !== digest) throw new Error(`formulas/published/${name} was altered`);
  return JSON.parse(content) as FormulaInForce;
}

/** Adds the canonical content of a formula to `formulas/published/`, unless it is there. Returns the file's name. */
export function publishFormula(formula: FormulaInForce, content: string): string {
  const digest = createHash('sha256').update(content).digest('hex');
  const name = `${formula.id}.${digest}.approved.json`;
  if (!readdirSync(folder).includes(name)) writeFileSync(new URL(name, folder), content);
  return name;
}
