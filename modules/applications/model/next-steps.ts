import type { Role } from '#modules/staff';
import type { State } from './lifecycle.ts';

/** What somebody at a post may do next to a file, and the deed that does it. Its words on a button: `applications.step.<step>`. */
export const steps = {
  'accept-papers': { deed: 'applications.open-checking', passage: 'accept-papers' },
  'ask-for-papers': { deed: 'applications.ask-for-papers', passage: 'ask-for-papers' },
  'add-papers': { deed: 'documents.add-page', passage: undefined },
  correct: { deed: 'applications.correct-request', passage: undefined },
  complete: { deed: 'applications.complete', passage: 'complete' },
  'settle-differences': { deed: 'applications.settle-differences', passage: 'settle-difference' },
  'ask-the-citizen': { deed: 'applications.ask-the-citizen', passage: 'ask-the-citizen' },
  'put-on-agenda': { deed: 'commissions.freeze-agenda', passage: 'put-on-agenda' },
  decide: { deed: 'commissions.record-decisions', passage: 'decide' },
  validate: { deed: 'commissions.validate-sittings', passage: 'validate' },
} as const;

export type Step = keyof typeof steps;
export const stepNames = Object.keys(steps) as [Step, ...Step[]];

/** Who may do what next: the buttons of a file, state by state and post by post. Where a post is not named it only looks. */
const nextSteps: Readonly<Record<State, Partial<Readonly<Record<Role, readonly Step[]>>>>> = {
  draft: {},
  filed: {
    'counter-agent': ['accept-papers', 'ask-for-papers', 'add-papers', 'correct'],
    'verification-officer': ['correct'],
  },
  incomplete: {
    'counter-agent': ['complete', 'add-papers', 'correct'],
    'verification-officer': ['correct'],
  },
  checking: { 'counter-agent': ['add-papers'] },
  discordant: {
    'counter-agent': ['add-papers', 'correct'],
    'verification-officer': ['settle-differences', 'ask-the-citizen', 'correct'],
  },
  scored: { 'counter-agent': ['add-papers'], 'commission-secretary': ['put-on-agenda'] },
  enquiry: { 'counter-agent': ['add-papers'] },
  scheduled: { 'counter-agent': ['add-papers'], 'commission-secretary': ['decide'] },
  decided: { 'counter-agent': ['add-papers'], 'provincial-officer': ['validate'] },
  validated: { 'counter-agent': ['add-papers'] },
  held: { 'counter-agent': ['add-papers'] },
  registered: {},
  closed: {},
};

/** What a post may do next to a file in a state, in the order of the buttons; nothing for whoever holds no post. */
export function stepsOf(state: State, role: string | undefined): readonly Step[] {
  return (nextSteps[state] as Readonly<Record<string, readonly Step[]>>)[role ?? ''] ?? [];
}
