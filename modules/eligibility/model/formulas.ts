import { type FormulaId, type FormulaInForce, formulaPeriods, listFormulas, type Status } from '#law';
import { digestOf, type Json } from '#platform/canonical-json';
import type { FormulaVersion } from './assessment.ts';
import { type CompiledBranch, compileBranch } from './compile-branch.ts';

/** A formula compiled once; {@link scoreOf} and {@link assess} read households with it. */
export type CompiledFormula = { readonly id: FormulaId; readonly periods: readonly CompiledPeriod[] };

/** The formula between two changes of the law that it names. */
export type CompiledPeriod = {
  readonly from: string;
  readonly version: FormulaVersion & { readonly status: Status };
  readonly urban: CompiledBranch;
  readonly rural: CompiledBranch;
};

export type FormulaSummary = {
  readonly id: FormulaId;
  readonly title: string;
  readonly version: number;
  readonly status: Status;
  /** One digest a period of the law; `from` is empty for the first. */
  readonly periods: readonly { readonly from: string; readonly digest: string }[];
};

/** The formulas that the law holds, with how sure we are of each and the digests of its periods. */
export function formulas(): FormulaSummary[] {
  return listFormulas().map(({ id, title, version, status }) => ({
    id,
    title,
    version,
    status,
    periods: getFormula(id).periods.map((period) => ({ from: period.from, digest: period.version.digest })),
  }));
}

/** Is `text` the id of a formula of the law? */
export function isFormulaId(text: string): text is FormulaId {
  return listFormulas().some((formula) => formula.id === text);
}

/** The formula compiled, the first time it is asked for. Throws a RangeError when the law has none of that id. */
export function getFormula(id: FormulaId): CompiledFormula {
  const known = compiled.get(id);
  if (known) return known;
  const formula = { id, periods: formulaPeriods(id).map(({ from, formula }) => compilePeriod(from, formula)) };
  compiled.set(id, formula);
  return formula;
}

const compiled = new Map<FormulaId, CompiledFormula>();

/** Compiles one period from its plain content, whose digest becomes its name. */
export function compilePeriod(from: string, formula: FormulaInForce): CompiledPeriod {
  const { id, version, status } = formula;
  return {
    from,
    version: { id, version, digest: digestOf(formula as unknown as Json), status },
    urban: compileBranch(branchFor(formula, 'urban'), formula),
    rural: compileBranch(branchFor(formula, 'rural'), formula),
  };
}

/** The period that judges a declaration filed on a day. */
export function periodOn(formula: CompiledFormula, filedOn: string): CompiledPeriod {
  const { periods } = formula;
  for (let index = periods.length - 1; index > 0; index--) {
    const period = periods[index] as CompiledPeriod;
    if (period.from <= filedOn) return period;
  }
  return periods[0] as CompiledPeriod;
}

function branchFor(formula: FormulaInForce, milieu: 'urban' | 'rural') {
  const [branch, another] = formula.branches.filter((candidate) => candidate.milieu === milieu);
  if (!branch || another) throw new TypeError(`${formula.id}: exactly one ${milieu} branch must apply on one day`);
  return branch;
}
