import { describe, expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { aFamily } from '../../../../surfaces/testing/families.ts';
import { withValue } from './answers.ts';
import { answersOf } from './from-declaration.ts';
import { toDeclaration } from './to-declaration.ts';

describe('an answer that is taken away', () => {
  test('leaves no empty group behind, and the other answers of the group where they are', () => {
    expect(withValue({ names: { fr: { given: 'Hiba' } } }, 'names.fr.given', undefined)).toEqual({});
    expect(withValue({ a: { b: 1, c: 2 } }, 'a.b', undefined)).toEqual({ a: { c: 2 } });
    expect(withValue({}, 'names.ar.given', undefined)).toEqual({});
  });
});

test.each(['fr', 'ar'] as const)('a family that writes its names in one script alone (%s) makes a declaration', (script) => {
  const family = aFamily();
  const members = family.members.map((member) => ({ ...member, names: { [script]: member.names[script] } }));
  const answers = answersOf({ ...family, members } as typeof family);
  const made = toDeclaration({ answers, today: toDate('2026-11-28') }, true);
  expect(made).toHaveProperty('declaration');
});
