import { describe, expect, it } from 'vitest';
import { assess, parseDeclaration } from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import { findMagic } from '../../../partners/magic.ts';
import { aHousehold, aPerson, filingDay } from './builders.ts';
import { findNamedFamily, namedFamilies } from './named-families.ts';

describe.each(namedFamilies)('$key: $story', ({ declaration, outcome }) => {
  it('files a declaration that is accepted unchanged, in a real commune of its milieu', () => {
    expect(parseDeclaration(declaration)).toEqual({ ok: true, declaration });
    expect(findCommune(declaration.commune)?.milieu).toBe(declaration.milieu);
  });

  it('comes out as told', () => expect(assess('ramed-2008', declaration).outcome).toBe(outcome));
});

describe('the named families', () => {
  it('are found by their key, each under its own', () => {
    expect(new Set(namedFamilies.map(({ key }) => key)).size).toBe(namedFamilies.length);
    expect(findNamedFamily('itto')?.story).toContain('widow');
    expect(findNamedFamily('nobody')).toBeUndefined();
  });

  it('have card numbers of their own, and only two of them magic', () => {
    const numbers = namedFamilies.flatMap(({ declaration }) => declaration.members.flatMap(({ cnie }) => cnie ?? []));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((cnie) => findMagic(cnie) !== undefined)).toEqual(['IC707081', 'IC808093']);
  });
});

describe('building a household', () => {
  it.each([1, 2, 5, 10])('gives one of %i people that is accepted', (size) => {
    const declaration = aHousehold().of(size).rural().build();
    expect(declaration.members).toHaveLength(size);
    expect(parseDeclaration(declaration)).toEqual({ ok: true, declaration });
  });

  it('leaves out what is not declared, so that the score names it', () => {
    const declaration = aHousehold().of(5).urban().without('income').build();
    expect(declaration.resources).toEqual({ transfers_year: 0, bank_loan: false });
    expect(assess('ramed-2008', declaration).outcome).toBe('incomplete');
  });

  it('never changes the household it starts from', () => {
    const before = aHousehold().of(3);
    before.rural().owning({ cows: 9 }).without('declaration on honour');
    expect(before.build()).toEqual(aHousehold().of(3).build());
  });

  it('counts the years of a person on the day of filing', () => {
    const [head] = aHousehold().ofPeople(aPerson().aged(18)).build().members;
    expect(head?.birth_date.slice(0, 4)).toBe(String(Number(filingDay.slice(0, 4)) - 18));
  });
});
