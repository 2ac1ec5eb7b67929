import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { digestOf, type Json } from '#platform/canonical-json';
import { faultsOfLaw, type LawTexts } from './check.ts';
import { findPublishedFormula, formulaPeriods, historyOf, listFormulas } from './law.ts';
import { readParameterTexts } from './parameter.ts';

const here = new URL('./', import.meta.url);
const files = readdirSync(new URL('formulas/', here)).filter((name) => name.endsWith('.yaml'));
const law: LawTexts = {
  parameters: readParameterTexts(new URL('parameters/', here)),
  formulas: new Map(files.map((name) => [name, readFileSync(new URL(`formulas/${name}`, here), 'utf8')])),
};

describe('the law as it stands', () => {
  test('has no fault', () => {
    expect(faultsOfLaw(law, historyOf)).toEqual([]);
  });

  test('every content of a formula in force is published under its digest, so that what it decides can be recomputed', () => {
    const contents = listFormulas().flatMap(({ id }) => formulaPeriods(id).map(({ formula }) => formula));
    for (const formula of contents) {
      const digest = digestOf(formula as unknown as Json);
      expect(findPublishedFormula(digest), `${formula.id} changed: run node --import tsx law/publish.ts`).toEqual(formula);
    }
  });
});

describe('a parameter', () => {
  const perPerson = 'contributions/per-person';

  test.each<[string, (file: ParameterDraft) => void, RegExp]>([
    ['without a source', (file) => delete file.values[0]?.source, /per-person: values.0.source/],
    ['with an empty source', (file) => Object.assign(file.values[0] ?? {}, { source: ' ' }), /per-person: values.0.source/],
    ['of an unknown status', (file) => Object.assign(file.values[0] ?? {}, { status: 'probable' }), /values.0.status/],
    ['whose dates overlap', (file) => file.values.push({ ...file.values[0] }), /2008-10-16 does not follow 2008-10-16/],
    ['whose dates go back', (file) => file.values.push({ ...file.values[0], from: '2001-01-01' }), /2001-01-01 does not follow/],
    ['of a date that does not exist', (file) => Object.assign(file.values[0] ?? {}, { from: '2010-02-30' }), /values.0.from/],
    [
      'that is not the number it should be',
      (file) => Object.assign(file.values[0] ?? {}, { value: '120' }),
      /expected int|number/,
    ],
    ['with a key that nobody reads', (file) => Object.assign(file, { comment: 'x' }), /comment/],
  ])('%s is refused', (_, change, fault) => {
    const file = parse(law.parameters.get(perPerson) ?? '', { schema: 'core' }) as ParameterDraft;
    change(file);
    const parameters = new Map(law.parameters).set(perPerson, stringify(file));
    expect(faultsOfLaw({ ...law, parameters }, historyOf).join('\n')).toMatch(fault);
  });

  test('that the catalogue does not know, or that has no file, is refused', () => {
    const parameters = new Map(law.parameters).set('contributions/tax', law.parameters.get(perPerson) ?? '');
    parameters.delete('household/child-age');
    expect(faultsOfLaw({ ...law, parameters }, historyOf)).toEqual([
      'contributions/tax: not in the catalogue',
      'household/child-age: in the catalogue, without a file',
    ]);
  });
});

describe('a formula', () => {
  test.each<[string, string, (file: FormulaDraft) => void, RegExp]>([
    ['that reads an unknown answer', 'rsu-2022', (f) => reread(f, { flag: 'dwelling.pool' }), /urban.variables\[0\].reading/],
    ['that reads with an unknown word', 'rsu-2022', (f) => reread(f, { median: 'members' }), /urban.variables\[0\].reading/],
    [
      'with a coefficient twice',
      'rsu-2022',
      (f) => f.scores.urban?.variables.push({ ...f.scores.urban.variables[3] }),
      /V4 stands twice/,
    ],
    [
      'with two weights for one reading',
      'rsu-2022',
      (f) => Object.assign(f.scores.urban?.variables[4] ?? {}, { reading: { flag: 'dwelling.bath' } }),
      /same reading/,
    ],
    ['with a region left out', 'rsu-2022', (f) => delete f.scores.rural?.regions?.['12'], /11 regional constants/],
    ['without a limit', 'rsu-2022', (f) => delete f.branches[0]?.conditions[0]?.limit, /conditions\[0\].limit/],
    [
      'whose limit no parameter holds',
      'rsu-2022',
      (f) => relimit(f, 'eligibility.unknown'),
      /names the parameter eligibility.unknown/,
    ],
    ['that leaves countryside households without a branch', 'rsu-2022', (f) => f.branches.pop(), /at first: no branch for rural/],
    ['that leaves a gap in time', 'ramed-2008', (f) => f.branches.splice(1, 1), /from 2012-03-13: no branch for urban/],
    ['that overlaps in time', 'ramed-2008', (f) => delete f.branches[1]?.applies_when, /at first: 2 branches for urban/],
    [
      'that counts a condition it does not have',
      'ramed-2008',
      (f) => f.branches[2]?.eligible_when.of.push('luck'),
      /no condition luck/,
    ],
    [
      'that may leave an eligible household without an outcome',
      'ramed-2008',
      (f) => f.branches[2]?.outcomes.pop(),
      /without an outcome/,
    ],
  ])('%s is refused', (_, id, change, fault) => {
    const file = parse(law.formulas.get(`${id}.yaml`) ?? '', { schema: 'core' }) as FormulaDraft;
    change(file);
    const formulas = new Map(law.formulas).set(`${id}.yaml`, stringify(file, { aliasDuplicateObjects: false }));
    expect(faultsOfLaw({ ...law, formulas }, historyOf).join('\n')).toMatch(fault);
  });
});

type ParameterDraft = { values: { from?: string; value?: unknown; status?: string; source?: string }[] };
type FormulaDraft = {
  scores: Record<string, { regions?: Record<string, number>; variables: Record<string, unknown>[] }>;
  branches: {
    applies_when?: unknown;
    conditions: { limit?: unknown }[];
    eligible_when: { of: string[] };
    outcomes: unknown[];
  }[];
};

function reread(file: FormulaDraft, reading: unknown): void {
  Object.assign(file.scores.urban?.variables[0] ?? {}, { reading });
}

function relimit(file: FormulaDraft, parameter: string): void {
  Object.assign(file.branches[0]?.conditions[0] ?? {}, { limit: { parameter } });
}
