import { toDate } from '#platform/dates';
import { dirhams } from '#platform/money';
import type { PageExample } from './examples.ts';
import { type NoticeView, type PaymentView, renderPayment } from './payment.tsx';

const notice: NoticeView = {
  number: '265000000126',
  registration: '201504127733',
  persons: 6,
  perPerson: dirhams(120),
  cap: dirhams(600),
  amount: dirhams(600),
  isCapped: true,
  issuedOn: toDate('2026-10-09'),
  payBefore: toDate('2027-01-07'),
  caution: { key: 'portal.law.delay.illustrative' },
  coversUntil: toDate('2027-10-08'),
};
const paid = { payment: 'BAM-77120', on: toDate('2026-11-02'), branch: 'Azilal 1' };
const request = { number: '201504127733', place: 'Aït M’Hamed' };

const shown: Readonly<Record<string, PaymentView>> = {
  'to-pay': { ...request, state: 'to-pay', notice, helpline: '0800000000' },
  overdue: { ...request, state: 'overdue', notice },
  missed: { ...request, state: 'overdue', notice: { ...notice, missedUntil: toDate('2026-10-08') } },
  paid: { ...request, state: 'paid', notice: { ...notice, paid } },
  lapsed: { ...request, state: 'lapsed', notice },
  nothing: { ...request, state: 'nothing' },
  'not-yet': { ...request, state: 'not-yet' },
};

export const paymentExamples: readonly PageExample[] = Object.entries(shown).map(([name, view]) => ({
  name: `payment-${name}`,
  path: '/follow/201504127733/payment',
  render: (place) => renderPayment(place, view),
}));
