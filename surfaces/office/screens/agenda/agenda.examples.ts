import type { Language } from '#platform/i18n';
import type { Example } from '../../testing/example.ts';
import { calendarExample, headNames, roomExample } from '../sittings/sittings.examples.ts';
import type { ProposedFile } from './agenda-choice.ts';
import type { Proposal } from './use-agenda-choice.ts';

const whys = ['answered', 'returned', 'adjourned', 'late', 'concordant', 'concordant', 'age', 'age'] as const;
const clocks = ['normal', 'normal', 'warning', 'late', 'normal', 'normal', 'warning', 'normal'] as const;

function proposed(language: Language, at: number): ProposedFile {
  return {
    ...{
      application: `0192f000-0000-7000-8000-00000000000${at}`,
      number: `2026000001${at}${at}`,
      names: headNames(language, at),
    },
    ...{
      filedOn: '2026-10-12',
      days: 47 - at * 3,
      clock: clocks[at] ?? 'normal',
      proposal: at % 3 === 2 ? 'not_eligible' : 'poor',
    },
    ...{ isConcordant: whys[at] === 'concordant', isNearLimit: at === 6, why: whys[at] ?? 'age' },
    discordances: at === 6 ? ['near-limit', 'papers-missing'] : [],
    ...(at === 2 ? { note: 'papers-awaited' } : {}),
    ...(at === 3 ? { stood: { state: 'checking', days: 31 } } : {}),
    ...(at === 0 ? enquired(language) : {}),
  } as ProposedFile;
}

function enquired(language: Language) {
  return language === 'ar'
    ? { note: 'كم غرفة في السكن؟', answer: 'غرفة واحدة كما صُرح به.' }
    : { note: 'Combien de pièces a le logement ?', answer: 'Une pièce, comme déclaré.' };
}

function proposal(language: Language, { capacity = 6, ready = 43 } = {}): Proposal {
  return { capacity, ready, files: whys.map((_why, at) => proposed(language, at)) };
}

const path = '/sittings/0192f000-0000-7000-8000-0000000000a1';
const at = { path, as: 'commission-secretary' } as const;
const building =
  (make: (language: Language) => Proposal | 'loading' | 'no-network' | { kept: Proposal }) => (language: Language) => ({
    'commissions.sitting-in-full': roomExample(language, 'convened'),
    'commissions.agenda-proposal': make(language),
    'commissions.sittings-calendar': calendarExample([]),
  });
const frozen = (language: Language) => ({ 'commissions.sitting-in-full': roomExample(language, 'agenda_frozen') });
const refused = {
  state: 'refused',
  module: 'commissions',
  refusal: { refused: 'file-not-ready', facts: { number: '2026 0000 0111' } },
} as const;

export const examples: readonly Example[] = [
  { name: 'agenda', ...at, answers: building(proposal) },
  { name: 'agenda-left-out', ...at, answers: building(proposal), press: ['j', 'x'] },
  { name: 'agenda-few', ...at, answers: building((language) => proposal(language, { capacity: 100, ready: 8 })) },
  { name: 'agenda-freeze', ...at, answers: building(proposal), press: ['Control+Enter'] },
  {
    name: 'agenda-freeze-failed',
    ...at,
    answers: building(proposal),
    deeds: { 'commissions.freeze-agenda': refused },
    press: ['Control+Enter', 'Enter'],
  },
  { name: 'agenda-empty', ...at, answers: building(() => ({ capacity: 100, ready: 0, files: [] })) },
  { name: 'agenda-loading', ...at, answers: building(() => 'loading') },
  { name: 'agenda-failed', ...at, answers: building(() => 'no-network') },
  { name: 'agenda-kept', ...at, answers: building((language) => ({ kept: proposal(language) })) },
  { name: 'agenda-frozen', ...at, answers: frozen },
  { name: 'agenda-frozen-member', path, as: 'commission-member', answers: frozen },
];
