import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseDeclaration } from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import { findEffect, type RegisterName } from '../../../../partners/magic.ts';
import { intakeRules } from '../../model/intake-rules.ts';
import { type Filed, type PopulationOptions, population, type Truth } from './index.ts';

const options: PopulationOptions = {
  households: 6000,
  seed: 'truth',
  filedFrom: '2026-09-07',
  filedTo: '2026-11-20',
  errors: 'usual',
};
const filed = [...population(options)];
const byReference = new Map(filed.map((request) => [request.reference, request]));
const truths = filed.flatMap((request) => request.truths);

describe('what is planted', () => {
  it('is told of requests and members that exist', () => {
    for (const truth of truths) {
      const request = byReference.get(truth.reference);
      expect(request).toBeDefined();
      if (truth.member !== undefined) expect(request?.declaration.members[truth.member - 1]?.ref).toBe(truth.member);
    }
  });

  it('is all that a register answers otherwise than declared', () => {
    for (const request of filed.filter((one) => !one.truths.some(({ kind }) => kind === 'duplicate'))) {
      for (const { cnie, ref } of request.declaration.members) {
        const effects = registers.flatMap((register) => findEffect(cnie, register) ?? []);
        expect(new Set(effects).size).toBe(request.truths.filter((truth) => 'effect' in truth && truth.member === ref).length);
      }
    }
  });

  it('is nothing at all when no errors are wished for', () => {
    for (const request of population({ ...options, households: 500, errors: 'none' })) expect(request.truths).toEqual([]);
  });

  it.each([
    ['double-cover', 0.035],
    ['identity-mismatch', 0.05],
    ['duplicate', 0.015],
    ['unfit-for-intake', 0.015],
  ] as const)('%s: in about %f of the requests', (kind, rate) => {
    const found = truths.filter((truth) => truth.kind === kind).length / filed.length;
    expect(found).toBeGreaterThan(rate * 0.75);
    expect(found).toBeLessThan(rate * 1.25);
  });
});

describe('a request unfit for intake', () => {
  it('breaks the rule it was to break, at the place it was to break it, and no other', () => {
    for (const request of filed.filter(isRefusedAtIntake)) {
      const [truth] = request.truths.filter(isUnfitness);
      const expected = truth === undefined ? ['cover-not-declared', 'no_other_cover_declared'] : [truth.rule, truth.path];
      expect(brokenRules(request)).toEqual([expected]);
    }
  });

  it('is the only kind that intake refuses for itself, without knowing the other requests', () => {
    for (const request of filed.filter((one) => !isRefusedAtIntake(one))) expect(brokenRules(request)).toEqual([]);
  });
});

describe('a duplicate', () => {
  const duplicates = truths.filter((truth) => truth.kind === 'duplicate');

  it('copies an earlier request that was true', () => {
    for (const { reference, of } of duplicates) {
      expect(of < reference).toBe(true);
      expect(byReference.get(of)?.truths).toEqual([]);
    }
  });

  it('is as large as its original, and differs from it by its disguises', () => {
    for (const { reference, of, disguises } of duplicates) {
      const copy = byReference.get(reference)?.declaration;
      const original = byReference.get(of)?.declaration;
      expect(copy?.members.length).toBe(original?.members.length);
      expect(copy?.members[0]?.cnie).toBe(disguises.includes('card-numbers-left-out') ? undefined : original?.members[0]?.cnie);
      expect(copy?.commune !== original?.commune).toBe(disguises.includes('other-commune'));
      expect(JSON.stringify(copy) !== JSON.stringify(original)).toBe(disguises.length > 0);
    }
  });
});

it('lets a false declaration state what stands in the request', () => {
  for (const truth of truths.filter((one) => one.kind === 'false-declaration' && one.member === undefined)) {
    if (truth.kind !== 'false-declaration') continue;
    const [group = '', key = ''] = truth.path.split('.');
    const declaration: Readonly<Record<string, unknown>> = byReference.get(truth.reference)?.declaration ?? {};
    expect((declaration[group] as Readonly<Record<string, unknown>>)[key]).toBe(truth.stated);
    expect(truth.really).not.toBe(truth.stated);
  }
});

const registers: readonly RegisterName[] = ['dgsn', 'cnss', 'cnops', 'insurers'];

function isUnfitness(truth: Truth): truth is Extract<Truth, { kind: 'unfit-for-intake' }> {
  return truth.kind === 'unfit-for-intake';
}

function isRefusedAtIntake({ truths }: Filed): boolean {
  return truths.some(({ kind, expected }) => kind !== 'duplicate' && expected === 'refused-at-intake');
}

function brokenRules({ declaration, strangeKey }: Filed): (readonly [rule: string, place: string | undefined])[] {
  const parsed = parseDeclaration(
    strangeKey === undefined ? declaration : { ...declaration, [strangeKey.name]: strangeKey.value },
  );
  if (!parsed.ok) return parsed.issues.map(({ rule, path }) => [rule, path]);
  const today = Temporal.PlainDate.from('2026-12-31');
  const schemeOpened = Temporal.PlainDate.from('2008-10-16');
  const rules = intakeRules({ today, schemeOpened, majorityAge: 18, findCommune, jurisdiction: '' });
  return rules(parsed.declaration).map(({ refused, place }) => [refused, place]);
}
