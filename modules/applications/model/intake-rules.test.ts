import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Declaration, Member } from '#modules/eligibility';
import { languageCodes, loadMessages, projectRoot, translator } from '#platform/i18n';
import { basisOf, type IntakeContext, intakeRules, isIntakeRule } from './intake-rules.ts';

const communes: Readonly<Record<string, Declaration['milieu']>> = { '01.511.01.01': 'urban', '08.401.01.03': 'rural' };

const catalogue = loadMessages(projectRoot);

const context: IntakeContext = {
  today: Temporal.PlainDate.from('2024-05-02'),
  schemeOpened: Temporal.PlainDate.from('2008-11-01'),
  majorityAge: 18,
  findCommune: (code) => (communes[code] === undefined ? undefined : { milieu: communes[code] }),
  jurisdiction: '',
};
const rules = intakeRules(context);

/** What the counter is told: `place rule`. */
function refusalsOf(changes: Partial<Declaration>): readonly string[] {
  return rules(aDeclaration(changes)).map(({ place, refused }) => `${place} ${refused}`);
}

function aDeclaration(changes: Partial<Declaration> = {}): Declaration {
  const declaration = { schema: 'ramed.declaration/1', filed_on: '2024-04-21', commune: '01.511.01.01', milieu: 'urban' };
  return { ...(declaration as Declaration), members: [head(), child(2)], no_other_cover_declared: true, ...changes };
}

function head(changes: Partial<Member> = {}): Member {
  return { ref: 1, relation: 'head', sex: 'F', birth_date: '1980-03-26', names: named('Fatima'), ...changes };
}

function child(ref: number, changes: Partial<Member> = {}): Member {
  return { ref, relation: 'child', sex: 'M', birth_date: '2010-02-28', names: named(`Idir ${ref}`), ...changes };
}

function spouse(ref: number, changes: Partial<Member> = {}): Member {
  return child(ref, { relation: 'spouse', birth_date: '1979-01-01', ...changes });
}

function named(given: string): Member['names'] {
  return { fr: { family: 'Bounou', given } };
}

describe('a request at the counter', () => {
  it('is received only for a commune that the post covers', () => {
    const placesOf = (jurisdiction: string, commune: string = '01.511.01.01') =>
      intakeRules({ ...context, jurisdiction })(aDeclaration({ commune: commune as Declaration['commune'] })).map(
        ({ place, refused }) => `${place} ${refused}`,
      );
    for (const covering of ['', '01', '01.511', '01.511.01.01']) expect(placesOf(covering)).toEqual([]);
    expect(placesOf('08.401')).toEqual(['commune outside-jurisdiction']);
    expect(placesOf('01.511.01.0')).toEqual(['commune outside-jurisdiction']);
    expect(placesOf('08.401', '99.999.99.99')).toEqual(['commune commune-unknown']);
  });

  it('is received when its form holds together', () => {
    expect(refusalsOf({})).toEqual([]);
  });

  it('is refused while its head is under age on the day of deposit, and received on the birthday', () => {
    expect(refusalsOf({ members: [head({ birth_date: '2006-04-22' })] })).toEqual(['members[0].birth_date head-under-age']);
    expect(refusalsOf({ members: [head({ birth_date: '2006-04-21' })] })).toEqual([]);
    expect(rules(aDeclaration({ members: [head({ birth_date: '2007-01-01' })] }))[0]?.facts).toEqual({ age: 17, minimum: 18 });
  });

  it('is refused from the future and from before the scheme', () => {
    expect(refusalsOf({ filed_on: '2024-05-03' })).toEqual(['filed_on filed-in-future']);
    expect(refusalsOf({ filed_on: '2024-05-02' })).toEqual([]);
    expect(refusalsOf({ filed_on: '2008-10-31', members: [head()] })).toEqual(['filed_on filed-before-scheme']);
    expect(refusalsOf({ filed_on: '2008-11-01', members: [head()] })).toEqual([]);
  });

  it('is refused from a commune that does not exist, and from another milieu than the commune has', () => {
    expect(refusalsOf({ commune: '01.511.99.99' as Declaration['commune'] })).toEqual(['commune commune-unknown']);
    expect(refusalsOf({ milieu: 'rural' })).toEqual(['milieu milieu-contradicts-commune']);
  });

  it('lists nobody twice: not by the card, not by names, birth and sex, in either script', () => {
    const cnie = 'QA1234' as NonNullable<Member['cnie']>;
    expect(refusalsOf({ members: [head({ cnie }), child(2, { cnie })] })).toEqual(['members[1] member-listed-twice']);
    const twice = [head(), child(2, { names: named('Idir') }), child(3, { names: named('IDIR') })];
    expect(refusalsOf({ members: twice })).toEqual(['members[2] member-listed-twice']);
    const arabic = { ar: { family: 'بنعلي', given: 'محمد' } };
    const inBoth = [head(), child(2, { names: { ...named('Idir'), ...arabic } }), child(3, { names: arabic })];
    expect(refusalsOf({ members: inBoth })).toEqual(['members[2] member-listed-twice']);
  });

  it('may list twins and namesakes', () => {
    const names = named('Idir');
    expect(refusalsOf({ members: [head(), child(2), child(3)] })).toEqual([]);
    expect(refusalsOf({ members: [head(), child(2, { names }), child(3, { names, sex: 'F' })] })).toEqual([]);
    expect(refusalsOf({ members: [head(), child(2, { names }), child(3, { names, birth_date: '2012-01-01' })] })).toEqual([]);
  });

  it('has one husband, or four wives at most', () => {
    expect(refusalsOf({ members: [head(), spouse(2), spouse(3)] })).toEqual(['members spouses-too-many']);
    const wives = [2, 3, 4, 5].map((ref) => spouse(ref, { sex: 'F' }));
    expect(refusalsOf({ members: [head({ sex: 'M' }), ...wives] })).toEqual([]);
    expect(refusalsOf({ members: [head({ sex: 'M' }), ...wives, spouse(6, { sex: 'F' })] })).toEqual([
      'members spouses-too-many',
    ]);
  });

  it('has no spouse for a head who is single, divorced or widowed', () => {
    expect(refusalsOf({ members: [head({ marital_status: 'widowed' }), spouse(2)] })).toEqual([
      'members[0].marital_status spouse-of-unmarried-head',
    ]);
    expect(refusalsOf({ members: [head({ marital_status: 'married' }), spouse(2)] })).toEqual([]);
    expect(refusalsOf({ members: [head({ marital_status: 'widowed' }), child(2)] })).toEqual([]);
  });

  it('has children younger and parents older than the head', () => {
    expect(refusalsOf({ members: [head(), child(2, { birth_date: '1980-03-26' })] })).toEqual([
      'members[1].birth_date child-older-than-head',
    ]);
    expect(refusalsOf({ members: [head(), child(2, { relation: 'parent' })] })).toEqual([
      'members[1].birth_date parent-younger-than-head',
    ]);
    expect(refusalsOf({ members: [head(), child(2, { relation: 'parent', birth_date: '1950-01-01' })] })).toEqual([]);
  });

  it('has no more family nuclei than members', () => {
    expect(refusalsOf({ nuclei: 3 })).toEqual(['nuclei nuclei-exceed-members']);
    expect(refusalsOf({ nuclei: 2 })).toEqual([]);
  });

  it('is refused without the declaration on honour of article 2', () => {
    const { no_other_cover_declared: _, ...silent } = aDeclaration();
    expect(refusalsOf({ no_other_cover_declared: false })).toEqual(['no_other_cover_declared cover-not-declared']);
    expect(rules(silent).map(({ refused }) => refused)).toEqual(['cover-not-declared']);
    expect(basisOf['cover-not-declared']).toBe('decree-2-08-177-art-2');
  });

  it('is told everything that is wrong at once, in the order of the form', () => {
    const members = [head({ birth_date: '2010-01-01' })];
    expect(refusalsOf({ filed_on: '2025-01-01', commune: 'x' as Declaration['commune'], members, nuclei: 4 })).toEqual([
      'filed_on filed-in-future',
      'commune commune-unknown',
      'members[0].birth_date head-under-age',
      'nuclei nuclei-exceed-members',
    ]);
  });
});

describe('the rules', () => {
  it.each(languageCodes)('are said in words and with what they rest on, in %s', (language) => {
    for (const [rule, basis] of Object.entries(basisOf)) {
      expect(catalogue.fr.has(`applications.refusal.${rule}`), rule).toBe(true);
      expect(translator(language)(`applications.batch.basis.${basis}`)).not.toBe('');
    }
  });

  it.each(languageCodes)('have every fact their words need, in %s', (language) => {
    const strange = aDeclaration({
      filed_on: '2025-01-01',
      milieu: 'rural',
      members: [
        head({ birth_date: '2010-01-01', marital_status: 'single' }),
        child(2, { birth_date: '1999-01-01' }),
        spouse(3),
        spouse(4),
        spouse(4),
      ],
      nuclei: 9,
      no_other_cover_declared: false,
    });
    const old = aDeclaration({
      filed_on: '2008-01-01',
      commune: 'x' as Declaration['commune'],
      members: [head(), child(2, { relation: 'parent' })],
    });
    const refusals = [...rules(strange), ...rules(old)];
    expect(new Set(refusals.map(({ refused }) => refused)).size).toBe(12);
    for (const { refused, facts } of refusals)
      expect(translator(language)(`applications.refusal.${refused}`, facts)).not.toMatch(/[{}]/);
  });

  it('are told from any other word', () => {
    expect(isIntakeRule('head-under-age')).toBe(true);
    expect(isIntakeRule('constructor')).toBe(false);
  });
});
