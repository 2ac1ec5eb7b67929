import { toDate } from '#platform/dates';
import { type Place, paths } from '../../place.ts';
import { closedRight, suspendedRight } from '../right-standing.examples.ts';
import { type CardView, renderCard } from './card.tsx';
import { renderNoCard } from './no-card.tsx';

const number = '201504127733';
const open = { state: 'open', since: toDate('2026-03-12'), until: toDate('2029-03-11') } as const;
const caution = { key: 'portal.law.delay.illustrative' };
const underWay: CardView = {
  ...{ number, serial: '5000000019', since: toDate('2026-03-20'), isDuplicate: false, way: 'wait', right: open },
  where: { key: 'portal.card.where.carrier' },
  due: { on: toDate('2026-03-23'), isOver: false, caution },
  token: '019a9c3e-7d1c-7000-8000-000000000002',
};
const { due: _due, ...inHand } = { ...underWay, where: { key: 'portal.card.where.citizen' }, way: 'lose' as const };

/** As long as the code of a family of eight. */
const aHousehold = `RMD1:${'6BFOXN*TS0BI$ZD-PHQ7I9AD66V5B22'.repeat(12)}`;

const at = (name: string, render: (place: Place) => string) => ({ name, path: paths.card(number), render });

export const cardExamples = [
  at('card-under-way', (place) => renderCard(place, underWay)),
  at('card-late', (place) => renderCard(place, { ...underWay, due: { on: toDate('2026-03-23'), isOver: true, caution } })),
  at('card-at-office', (place) =>
    renderCard(place, { ...underWay, where: { key: 'portal.card.where.counter', facts: { place: 'Aït Bou Oulli' } } }),
  ),
  at('card-in-hand', (place) => renderCard(place, { ...inHand, household: aHousehold })),
  at('card-in-hand-errors', (place) =>
    renderCard(place, {
      ...inHand,
      typed: { becomes: 'stolen', name: '', report: '' },
      errors: ['name-missing', 'report-missing'],
    }),
  ),
  at('card-worth-nothing', (place) =>
    renderCard(place, { ...inHand, where: { key: 'portal.card.over.damaged' }, way: 'ask', isDuplicate: true }),
  ),
  at('card-right-closed', (place) =>
    renderCard(place, {
      ...{ ...inHand, where: { key: 'portal.card.over.revoked' }, way: 'none', right: closedRight(place) },
    }),
  ),
  at('card-right-suspended', (place) => renderCard(place, { ...inHand, right: suspendedRight(place) })),
  at('card-none', (place) => renderNoCard(place, { number })),
] as const;
