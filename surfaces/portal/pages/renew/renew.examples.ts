import { toDate } from '#platform/dates';
import { type Place, paths } from '../../place.ts';
import { closedRight, suspendedRight } from '../right-standing.examples.ts';
import { type RenewView, renderRenew } from './renew.tsx';

const number = '201504127733';
const view: RenewView = {
  ...{ number, token: '019a9c3e-7d1c-7000-8000-000000000004' },
  ...{
    endsOn: toDate('2027-01-20'),
    hasEnded: false,
    right: { state: 'open', since: toDate('2024-01-21'), until: toDate('2027-01-20') },
  },
};
const at = (name: string, more: Partial<RenewView> | ((place: Place) => Partial<RenewView>) = {}) => ({
  name,
  path: paths.renew(number),
  render: (place: Place) => renderRenew(place, { ...view, ...(typeof more === 'function' ? more(place) : more) }),
});

export const renewExamples = [
  at('renew'),
  at('renew-late', { hasEnded: true, endsOn: toDate('2026-10-20'), right: { state: 'expired', since: toDate('2026-10-21') } }),
  at('renew-closed', (place) => ({ right: closedRight(place) })),
  at('renew-suspended', (place) => ({ right: suspendedRight(place), opensOn: toDate('2026-12-21') })),
  at('renew-early', { opensOn: toDate('2026-12-21') }),
  at('renew-done', { begins: toDate('2027-01-21') }),
  at('renew-under-way', { asked: toDate('2026-11-03') }),
  at('renew-not-declared', { error: 'missing' }),
  at('renew-asked', { error: 'renewal-asked' }),
];
