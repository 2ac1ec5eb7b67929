import { toDate } from '#platform/dates';
import type { Place } from '../place.ts';
import type { RightView } from './right-standing.tsx';

const place = { place: 'أزيلال · Azilal' };

/** Rights that papers in doubt have stopped for a time. */
export function suspendedRight({ reader }: Place): RightView {
  const since = toDate('2026-11-10');
  return {
    ...{ state: 'suspended', since, until: toDate('2029-03-11') },
    headline: { key: 'portal.right.headline.suspended', facts: { day: since } },
    advice: [
      { key: 'portal.right.why', facts: { why: reader.text('entitlements.reason.papers-doubted') } },
      { key: 'portal.right.lift', facts: place },
      { key: 'portal.right.contest' },
      { key: 'portal.score.emergency' },
    ],
    complain: 'other',
  };
}

/** Rights that were closed before their term, since another scheme covers the family. */
export function closedRight({ reader }: Place): RightView {
  const since = toDate('2026-10-01');
  return {
    ...{ state: 'closed', since },
    headline: { key: 'portal.right.headline.closed', facts: { day: since } },
    advice: [
      { key: 'portal.right.why', facts: { why: reader.text('entitlements.reason.double-cover') } },
      { key: 'portal.next.cover', facts: place },
      { key: 'portal.next.ask-counter', facts: place },
      { key: 'portal.right.again', facts: place },
      { key: 'portal.right.contest' },
      { key: 'portal.score.emergency' },
    ],
    mayAskAgain: true,
    complain: 'double-registration',
  };
}
