import { toDate } from '#platform/dates';
import { type Place, paths } from '../../place.ts';
import { heldRequest } from '../follow.examples.ts';
import { renderFollow } from '../follow.tsx';
import { type CoverStanding, type CoverView, renderCover } from './cover.tsx';

const number = '201504127733';
const id = '019a9c3e-7d1c-7000-8000-0000000000c1';
const from = toDate('2026-12-01');

function standing({ reader }: Place, key: string): CoverStanding {
  const name = reader.direction === 'rtl' ? 'إيمان أزروال' : 'Imane Azeroual';
  const facts = { day: toDate('2026-12-14'), from, name };
  return { id, name, scheme: 'students', from: toDate('2025-09-01'), standing: { key: `portal.cover.${key}`, facts } };
}

const at = (name: string, key: string, more: Partial<CoverView> & { readonly one?: Partial<CoverStanding> } = {}) => ({
  name,
  path: paths.cover(number),
  render: (place: Place) => {
    const { one, ...view } = more;
    const cases = [{ ...standing(place, key), ...one }];
    return renderCover(place, { number, cases, longest: 2_000, token: '019a9c3e-7d1c-7000-8000-000000000002', ...view });
  },
});

export const coverExamples = [
  at('cover-asked', 'asked', { asked: id, one: { mayProve: true } }),
  at('cover-errors', 'asked', { asked: id, errors: ['answer-missing', 'words-too-long'], typed: { answer: '', words: '' } }),
  at('cover-words-missing', 'confirmed', { asked: id, errors: ['words-missing'], typed: { answer: 'contests', words: '' } }),
  at('cover-answered', 'answered.contests'),
  at('cover-confirmed', 'confirmed', { asked: id, one: { to: toDate('2027-06-30') } }),
  at('cover-contested', 'contested', { one: { mayProve: true } }),
  at('cover-reopened', 'reopened'),
  at('cover-dismissed', 'dismissed'),
  at('cover-settled', 'settled.other'),
  {
    name: 'follow-cover-asked',
    path: paths.request(number),
    render: (place: Place) => renderFollow(place, { ...heldRequest, cover: 'answer' as const }),
  },
];
