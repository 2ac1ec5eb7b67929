import type { Language } from '#platform/i18n';
import type { Example } from '../../testing/example.ts';
import { roomExample, ruling } from '../sittings/sittings.examples.ts';

const path = '/sittings/0192f000-0000-7000-8000-0000000000a1';
const at = { path, as: 'commission-secretary' } as const;
const against = { againstScore: true, outcome: 'refused', reason: 'resources-understated' } as const;
const decided = [
  ruling(1, { batch: 1 }),
  ruling(2, { batch: 1 }),
  ruling(3, { ...against, outcome: 'poor', reason: 'hardship-known-locally', seconded: 'member-1' }),
  ruling(4, { ...against, needsSecond: true }),
  ruling(5, { outcome: 'adjourned', reason: 'papers-awaited' }),
  ruling(6),
];
const seconded = decided.with(3, ruling(4, { ...against, needsSecond: true, seconded: 'member-1' }));
const room = (state: 'open' | 'sealed' | 'validated', files: typeof decided) => (language: Language) => ({
  'commissions.sitting-in-full': roomExample(language, state, files),
});

/** Two signed on one paper, one of them whoever looks. */
function signedOnPaper(language: Language) {
  const whole = roomExample(language, 'sealed', seconded);
  const signed = { hasSigned: true, signed: { way: 'paper', at: '2026-11-28T13:05:00Z' } } as const;
  const members = whole.members.map((one, place) => ({
    ...one,
    ...(place === 1 || place === 2 ? signed : {}),
    isYou: place === 1,
  }));
  const signedPapers = [{ page: '0192f000-0000-7000-8000-0000000000f1', at: '2026-11-28T13:05:00Z' }];
  return { 'commissions.sitting-in-full': { ...whole, members, signedPapers } };
}

export const examples: readonly Example[] = [
  { name: 'closing-undecided', ...at, answers: room('open', decided.slice(0, 4)) },
  { name: 'closing-awaits-second', ...at, answers: room('open', decided) },
  { name: 'closing-second', ...at, answers: room('open', decided), press: ['d'] },
  { name: 'closing-second-missing', ...at, answers: room('open', decided), press: ['d', 'Enter'] },
  { name: 'closing-seal', ...at, answers: room('open', seconded), press: ['Control+Enter'] },
  {
    name: 'closing-seal-refused',
    ...at,
    answers: room('open', seconded),
    deeds: {
      'commissions.seal-sitting': {
        state: 'refused',
        module: 'commissions',
        refusal: { refused: 'files-undecided', facts: { undecided: 2 } },
      },
    },
    press: ['Control+Enter', 'Enter'],
  },
  { name: 'closing-seen-by-member', path, as: 'commission-member', answers: room('open', decided) },
  { name: 'minutes', ...at, answers: room('sealed', seconded) },
  { name: 'minutes-sign', ...at, answers: room('sealed', seconded), press: ['s'] },
  { name: 'minutes-sign-missing', ...at, answers: room('sealed', seconded), press: ['s', 'Enter'] },
  { name: 'minutes-signed-by-member', path, as: 'commission-member', answers: room('sealed', seconded) },
  { name: 'minutes-paper', ...at, answers: room('sealed', seconded), press: ['p'] },
  {
    name: 'minutes-paper-missing',
    ...at,
    answers: room('sealed', seconded),
    press: ['p'],
    click: '.dialog-form .button-primary',
  },
  { name: 'minutes-signed-on-paper', path, as: 'commission-member', answers: signedOnPaper },
  { name: 'minutes-signed-by-you', path, as: 'commission-member', answers: signedOnPaper, press: ['s'] },
  { name: 'minutes-validated', ...at, answers: room('validated', seconded) },
  { name: 'minutes-failed', ...at, answers: () => ({ 'commissions.sitting-in-full': 'no-network' }) },
  { name: 'minutes-loading', ...at, answers: () => ({ 'commissions.sitting-in-full': 'loading' }) },
];
