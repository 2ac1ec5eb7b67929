import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Assessment, assess, type Declaration, getFormula, parseDeclaration, scoreOf } from '../index.ts';

const folder = new URL('../../../law/cases/', import.meta.url);

type Case = {
  title: string;
  with?: Record<string, unknown>;
  without?: string[];
  facts?: { commune_poverty_rate: number };
  outcome: string;
  conditions?: Record<string, { value: number | null; met: boolean | null }>;
  missing?: string[];
  nearLimit?: boolean;
};
type CaseFile = { formula: 'ramed-2008'; base: Record<string, unknown>; cases: Case[] };

describe.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('law/cases/%s', (name) => {
  const file = parse(readFileSync(new URL(name, folder), 'utf8'), { schema: 'core' }) as CaseFile;

  test.each(file.cases)('$title', (situation) => {
    const assessment = assess(file.formula, householdOf(file.base, situation), situation.facts);
    expect(assessment.outcome).toBe(situation.outcome);
    for (const [key, expected] of Object.entries(situation.conditions ?? {})) {
      expect(assessment.conditions.find((row) => row.key === key)).toMatchObject({ key, ...expected });
    }
    if (situation.missing) expect([...assessment.missing].sort()).toEqual([...situation.missing].sort());
    if (situation.nearLimit !== undefined) expect(assessment.nearLimit).toBe(situation.nearLimit);
    expect(assessment.outcome === 'incomplete').toBe(assessment.missing.length > 0);
  });
});

type Worked = {
  id: string;
  declaration: unknown;
  variables: Record<string, number>;
  score: number;
  amo_tadamon: boolean;
  direct_aid: boolean;
};
const worked = JSON.parse(readFileSync(new URL('rsu-2022.json', folder), 'utf8')) as Worked[];

describe('law/cases/rsu-2022.json', () => {
  test('holds thirty worked cases of both milieus', () => {
    expect(worked).toHaveLength(30);
  });

  test.each(worked)('$id: every variable, the score to 1e-9 and both thresholds', (situation) => {
    const declaration = declared(situation.declaration);
    const assessment = assess('rsu-2022', declaration);
    const rows = assessment.scores[0]?.contributions ?? [];
    expect(Object.fromEntries(rows.map(({ id, value }) => [id, value]))).toEqual(situation.variables);
    expect(Math.abs((assessment.score ?? Number.NaN) - situation.score)).toBeLessThan(1e-9);
    expect(scoreOf(getFormula('rsu-2022'), declaration)).toBe(assessment.score);
    expect(metOf(assessment)).toEqual({ amo_tadamon: situation.amo_tadamon, direct_aid: situation.direct_aid });
  });
});

function householdOf(base: unknown, situation: Case): Declaration {
  const household = structuredClone(base);
  for (const [path, value] of Object.entries(situation.with ?? {}))
    Object.assign(parentOf(household, path), { [leafOf(path)]: value });
  for (const path of situation.without ?? []) delete parentOf(household, path)[leafOf(path)];
  return declared(household);
}

function declared(value: unknown): Declaration {
  const parsed = parseDeclaration(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.declaration;
}

function parentOf(value: unknown, path: string): Record<string, unknown> {
  const parents = path.split('.').slice(0, -1);
  return parents.reduce((parent, key) => parent[key] as Record<string, unknown>, value as Record<string, unknown>);
}

function leafOf(path: string): string {
  return path.split('.').at(-1) ?? path;
}

function metOf(assessment: Assessment): Record<string, boolean | null> {
  return Object.fromEntries(assessment.conditions.map(({ key, met }) => [key, met]));
}
