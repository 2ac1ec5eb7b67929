import { type Place, paths } from '../../place.ts';
import { type NoticesView, renderNotices } from './notices.tsx';
import { renderStop, type StopView } from './stop.tsx';

const number = '201504127733';
const form = { number, token: '019a9c3e-7d1c-7000-8000-000000000004' };
const on = { ...form, step: 'on', masked: '•••••• 78', language: 'fr' } as const;
const code = { ...form, step: 'code', digits: 6, minutes: 30 } as const;

const at = (name: string, view: (place: Place) => NoticesView) => ({
  name,
  path: paths.notices(number),
  render: (place: Place) => renderNotices(place, view(place)),
});
const stop = (name: string, view: Omit<StopView, 'code'>) => ({
  name,
  path: paths.stopNotices('K7QF3M9XZ'),
  render: (place: Place) => renderStop(place, { code: 'K7QF3M9XZ', ...view }),
});
const ask = ({ reader }: Place, to = '') => ({ ...form, step: 'ask', typed: { to, language: reader.language } }) as const;

export const noticeExamples = [
  at('notices-ask', (place) => ask(place, '+212612345678')),
  at('notices-ask-error', (place) => ({ ...ask(place, '06 12'), errors: ['to-wrong'] })),
  at('notices-stopped', (place) => ({ ...ask(place), isStopped: true })),
  at('notices-code', () => code),
  at('notices-code-error', () => ({ ...code, errors: ['code-wrong'] })),
  at('notices-on', () => ({ ...on, lastState: 'delivered' })),
  at('notices-sent', () => ({ ...on, lastState: 'waiting', sending: 'sent' })),
  at('notices-unsent', () => ({ ...on, masked: 'a•••@poste.ma', lastState: 'refused' })),
  stop('notices-stop', {}),
  stop('notices-stop-done', { answer: 'stopped' }),
  stop('notices-stop-unknown', { answer: 'unknown' }),
] as const;
