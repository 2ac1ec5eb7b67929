import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, digestOf, type Json } from './index.ts';

/** The rule read word by word, with nothing done to make it fast. */
function plainly(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainly).join()}]`;
  const members = Object.entries(value as Record<string, Json>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${plainly(member)}`).join()}}`;
}

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a,b', 'b', 'a', '__proto__', '10', '9', '\ud800'),
);
const { anyJson } = fc.letrec<{ anyJson: Json }>((tie) => ({
  anyJson: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    anyText,
    fc.array(tie('anyJson')),
    fc.dictionary(anyText, tie('anyJson'), { noNullPrototype: false }),
  ),
}));

describe('one text for one value', () => {
  test('is what the rule read word by word gives, whatever the value', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(value)).toBe(plainly(value));
      }),
      { numRuns: 500 },
    );
  });

  test('is the same in whatever order the keys were written', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: true }] })).toBe('{"a":[{"c":true,"d":null}],"b":1}');
    expect(digestOf({ b: 1, a: 2 })).toBe(digestOf({ a: 2, b: 1 }));
  });

  test('tells keys apart that look alike side by side', () => {
    expect(canonicalJson({ 'a,b': 1, c: 2 })).toBe('{"a,b":1,"c":2}');
    expect(canonicalJson({ a: 1, 'b,c': 2 })).toBe('{"a":1,"b,c":2}');
  });

  test('leaves out what is not defined and refuses what is no number', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalJson([Number.NaN])).toThrow(TypeError);
  });

  test('of an object without members of its own ignores those it inherits', () => {
    expect(canonicalJson({ toString: 'x', constructor: 'y' } as unknown as Json)).toBe('{"constructor":"y","toString":"x"}');
  });
});
