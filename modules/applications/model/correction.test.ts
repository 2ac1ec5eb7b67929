import { describe, expect, test } from 'vitest';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { changesBetween, correct, correctable } from './correction.ts';

const family = { ...aFamily('vulnerable'), dwelling: { rooms: 2, bath: true } };
const [head, second] = family.members;
const given = head?.names.fr?.given;

/** The declaration after these changes, or what stood in the way. */
function corrected(...changes: Parameters<typeof correct>[1]) {
  const found = correct(family, changes);
  return 'declaration' in found ? (found.declaration as typeof family) : found;
}

describe('an answer', () => {
  test('is changed, given or taken away where it stands, and nothing else is', () => {
    expect(corrected({ place: 'dwelling.rooms', from: 2, to: 3 })).toEqual({ ...family, dwelling: { rooms: 3, bath: true } });
    expect(corrected({ place: 'dwelling.garage', to: true })).toEqual({
      ...family,
      dwelling: { rooms: 2, bath: true, garage: true },
    });
    expect(corrected({ place: 'dwelling.bath', from: true })).toEqual({ ...family, dwelling: { rooms: 2 } });
    expect(corrected({ place: 'members[0].names.fr.given', from: given, to: 'Hiba' })).toMatchObject({
      members: { 0: { names: { fr: { given: 'Hiba', family: head?.names.fr?.family } } }, 1: { ref: 2 } },
    });
  });

  test('that somebody else changed meanwhile is told with the three values, and nothing is written', () => {
    expect(corrected({ place: 'dwelling.rooms', from: 1, to: 3 }, { place: 'dwelling.bath', from: true, to: false })).toEqual({
      conflicts: [{ place: 'dwelling.rooms', base: 1, theirs: 2, yours: 3 }],
    });
    expect(corrected({ place: 'dwelling.garage', from: false, to: true })).toEqual({
      conflicts: [{ place: 'dwelling.garage', base: false, yours: true }],
    });
  });

  test('that already stands as it was wanted is no change', () => {
    expect(correct(family, [{ place: 'dwelling.rooms', from: 1, to: 2 }])).toMatchObject({ changes: [] });
  });

  test.each([
    'commune',
    'milieu',
    'filed_on',
    'schema',
    'members',
    'members[0].ref',
    'members[',
    '__proto__.x',
    'Members[0]',
    '',
  ])('at %s is not anybody’s to correct', (place) => {
    expect(corrected({ place, to: 1 })).toEqual({ wrongPlace: place });
  });
});

describe('a person', () => {
  const child = { relation: 'child', birth_date: '2020-01-01', sex: 'F', names: { fr: { given: 'Hiba', family: 'Test' } } };

  test('comes at the end of the list, leaves it, and the numbers follow', () => {
    const count = family.members.length;
    expect(corrected({ place: `members[${count}]`, to: child })).toMatchObject({
      members: { [count]: { ...child, ref: count + 1 } },
    });
    const without = corrected({ place: 'members[1]', from: second }) as typeof family;
    expect(without.members.map(({ ref }) => ref)).toEqual(family.members.slice(1).map((_person, index) => index + 1));
    expect(without.members).not.toContainEqual(expect.objectContaining({ names: second?.names }));
  });

  test('who leaves does not move the place of another answer of the same correction', () => {
    const last = family.members.length - 1;
    const changes = [
      { place: 'members[1]', from: second },
      { place: `members[${last}].birth_date`, from: family.members[last]?.birth_date, to: '2015-05-05' },
    ];
    expect((corrected(...changes) as typeof family).members.at(-1)?.birth_date).toBe('2015-05-05');
  });
});

test('what differs between two declarations, written as changes, makes the one into the other', () => {
  const other = { ...aFamily('poor'), commune: family.commune, milieu: family.milieu, filed_on: family.filed_on };
  const changes = changesBetween(family, other);
  expect(changes.length).toBeGreaterThan(3);
  expect(corrected(...changes)).toEqual(other);
  expect(changesBetween(family, structuredClone(family))).toEqual([]);
});

test('a file is corrected before its checks or when one differs, and nowhere else', () => {
  const open = Object.entries(correctable).flatMap(([state, is]) => (is ? [state] : []));
  expect(open).toEqual(['filed', 'incomplete', 'discordant']);
});
