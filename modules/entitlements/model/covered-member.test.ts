import { expect, test } from 'vitest';
import { membershipOn } from './beneficiary.ts';
import { endedForCover, nobodyFrom } from './covered-member.ts';

const part = { id: '1', entitled_by: 'spouse' as const, from_day: '2026-01-10', to_day: null, ends_by: null };

test('a member’s part ends on the eve of the day from which the other scheme stands', () => {
  expect(endedForCover([part], '2026-03-01')).toEqual({
    gone: [part],
    parts: [{ ...part, to_day: '2026-02-28', ends_by: 'double-cover' }],
  });
  expect(endedForCover([{ ...part, to_day: '2026-02-10' }], '2026-03-01')).toBeUndefined();
});

test('a part that had not begun by that day keeps no day, and still says since when and why', () => {
  const change = endedForCover([part], '2025-09-01');
  expect(change?.parts).toEqual([{ ...part, to_day: '2026-01-09', ends_by: 'double-cover' }]);
  const known = [
    { from: '2026-01-10', to: '2026-01-09', begunBy: 'registered', endsBy: 'double-cover', knownFrom: '1' } as const,
  ];
  expect(membershipOn(known, '2026-01-10')).toMatchObject({ is: 'out', since: '2026-01-10', by: 'double-cover' });
});

test('of a part that was renewed the later period goes, too; what ended the one before stays what ended it', () => {
  const before = { ...part, to_day: '2026-12-31' };
  const renewed = { ...part, id: '2', from_day: '2027-01-01' };
  expect(endedForCover([before, renewed], '2026-06-01')).toMatchObject({
    gone: [before, renewed],
    parts: [{ to_day: '2026-05-31' }],
  });
  const ofRenewal = { from: '2026-01-10', to: '2026-12-31', begunBy: 'registered', endsBy: 'renewal', knownFrom: '1' } as const;
  const none = { from: '2027-01-01', to: '2026-12-31', begunBy: 'renewed', endsBy: 'double-cover', knownFrom: '2' } as const;
  expect(membershipOn([ofRenewal, none], '2027-02-01')).toMatchObject({ is: 'out', by: 'double-cover' });
});

test('the family’s right ends where nobody is left, from the day after the last one’s', () => {
  expect(nobodyFrom([{ to_day: null }, { to_day: '2026-02-28' }], '2026-03-01')).toBeUndefined();
  expect(nobodyFrom([{ to_day: '2026-05-01' }, { to_day: '2026-02-28' }], '2026-03-01')).toBeUndefined();
  expect(nobodyFrom([{ to_day: '2026-01-15' }, { to_day: '2026-02-28' }], '2026-03-01')).toBe('2026-03-01');
});
