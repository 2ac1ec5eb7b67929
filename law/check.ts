import { parse } from 'yaml';
import { z } from 'zod';
import { Formula } from './formula.ts';
import { type History, parametersOf, periodsOf } from './formula-in-force.ts';
import { faultsOfParameters } from './parameter.ts';

/** The texts of the law as a jurist writes them: parameter files by `topic/name`, formula files by name. */
export type LawTexts = { readonly parameters: ReadonlyMap<string, string>; readonly formulas: ReadonlyMap<string, string> };

/**
 * What is wrong with the law, one sentence a fault with the file that has it; empty when all is well. Refuses a value without a
 * source, dates that overlap or go back, an unknown status, a word that the readings do not know, a coefficient given twice, a
 * limit that no parameter holds, and branches that leave a household without a rule or with two on some day.
 */
export function faultsOfLaw(texts: LawTexts, history: History): string[] {
  const formulas = [...texts.formulas].flatMap(([name, text]) => faultsOfFormulaText(name, text, history));
  return [...faultsOfParameters(texts.parameters), ...formulas];
}

function faultsOfFormulaText(name: string, text: string, history: History): string[] {
  const read = Formula.safeParse(parse(text, { schema: 'core' }));
  if (!read.success)
    return z
      .prettifyError(read.error)
      .split('\n✖')
      .map((fault) => `${name}: ${fault.replace(/\s+/g, ' ')}`);
  return faultsOfFormula(read.data, history).map((fault) => `${name}: ${fault}`);
}

/** The faults of one formula, without the name of its file. */
function faultsOfFormula(formula: Formula, history: History): string[] {
  const unknown = [...new Set(parametersOf(formula))].filter((key) => !isKnown(key, history));
  if (unknown.length > 0) return unknown.map((key) => `names the parameter ${key}, which the law does not hold`);
  return [
    ...Object.entries(formula.scores).flatMap(([key, score]) => faultsOfScore(key, score)),
    ...formula.branches.flatMap((branch) => faultsOfBranch(branch, formula)),
    ...faultsOfCoverage(formula, history),
  ];
}

function isKnown(key: string, history: History): boolean {
  try {
    return history(key).length > 0;
  } catch {
    return false;
  }
}

function faultsOfScore(key: string, score: Formula['scores'][string]): string[] {
  const regions = Object.keys(score.regions ?? {}).length;
  return [
    ...repeated(score.variables.map(({ id }) => id)).map((id) => `scores.${key}: ${id} stands twice`),
    ...repeated(score.variables.map(({ reading }) => JSON.stringify(reading))).map(
      (reading) => `scores.${key}: two coefficients for the same reading ${reading}`,
    ),
    ...(regions === 0 || regions === 12 ? [] : [`scores.${key}: ${regions} regional constants for 12 regions`]),
  ];
}

function faultsOfBranch(branch: Formula['branches'][number], formula: Formula): string[] {
  const keys = branch.conditions.map(({ key }) => key);
  const named = [...branch.eligible_when.of, ...branch.outcomes.flatMap(({ when }) => when ?? [])];
  const scores = [branch.score, ...branch.conditions.flatMap(({ score }) => score ?? [])];
  const at = `branches.${branch.key}`;
  return [
    ...repeated(keys).map((key) => `${at}: the condition ${key} stands twice`),
    ...[...new Set(named)].filter((key) => !keys.includes(key)).map((key) => `${at}: no condition ${key}`),
    ...[...new Set(scores)].filter((key) => !(key in formula.scores)).map((key) => `${at}: no score ${key}`),
    ...branch.conditions
      .filter(({ score, reading }) => (score === undefined) === (reading === undefined))
      .map(({ key }) => `${at}: the condition ${key} needs either a score or a reading`),
    ...(hasOutcomeForEach(branch) ? [] : [`${at}: a household may be eligible without an outcome`]),
  ];
}

function hasOutcomeForEach({ eligible_when: eligible, outcomes }: Formula['branches'][number]): boolean {
  const answered = outcomes.map(({ when }) => when);
  return answered.at(-1) === undefined || (eligible.at_least === 1 && eligible.of.every((key) => answered.includes(key)));
}

/** On every day and for either milieu exactly one branch must apply. */
function faultsOfCoverage(formula: Formula, history: History): string[] {
  return periodsOf(formula, history).flatMap(({ from, formula: inForce }) => {
    const since = from === '' ? 'at first' : `from ${from}`;
    return (['urban', 'rural'] as const).flatMap((milieu) => {
      const branches = inForce.branches.filter((branch) => branch.milieu === milieu);
      if (branches.length === 0) return [`${since}: no branch for ${milieu} households`];
      if (branches.length === 1) return [];
      return [`${since}: ${branches.length} branches for ${milieu} households (${branches.map(({ key }) => key).join(', ')})`];
    });
  });
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
