import type { Role } from '#modules/staff';
import type { Passage, State } from './lifecycle.ts';

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
  'ask-enquiry': { deed: 'commissions.ask-enquiry', passage: 'ask-enquiry', from: 'scored' },
  'answer-enquiry': { deed: 'commissions.answer-enquiry', passage: 'answer-enquiry' },
  decide: { deed: 'commissions.record-decisions', passage: 'decide' },
  validate: { deed: 'commissions.validate-sittings', passage: 'validate' },
  'return-to-commission': { deed: 'commissions.return-files', passage: 'return-to-commission' },
} as const satisfies Record<string, StepOfFile>;

/** `from`: the one state in which a deed takes its passage, where a ruling of the commission takes the same passage from another. */
export type StepOfFile = { readonly deed: string; readonly passage: Passage | undefined; readonly from?: State };

export type Step = keyof typeof steps;
export const stepNames = Object.keys(steps) as [Step, ...Step[]];

const whoeverAddsPapers = { 'counter-agent': ['add-papers'], 'field-agent': ['add-papers'] } as const;

/** Who may do what next: the buttons of a file, state by state and post by post. Where a post is not named it only looks. */
const nextSteps: Readonly<Record<State, Partial<Readonly<Record<Role, readonly Step[]>>>>> = {
  draft: {},
  filed: {
    'counter-agent': ['accept-papers', 'ask-for-papers', 'add-papers', 'correct'],
    'verification-officer': ['correct'],
    'field-agent': ['add-papers'],
  },
  incomplete: {
    'counter-agent': ['complete', 'add-papers', 'correct'],
    'verification-officer': ['correct'],
    'field-agent': ['add-papers'],
  },
  checking: whoeverAddsPapers,
  discordant: {
    'counter-agent': ['add-papers', 'correct'],
    'verification-officer': ['settle-differences', 'ask-the-citizen', 'correct'],
    'field-agent': ['add-papers'],
  },
  scored: { ...whoeverAddsPapers, 'commission-secretary': ['put-on-agenda', 'ask-enquiry'] },
  enquiry: { ...whoeverAddsPapers, 'field-agent': ['answer-enquiry', 'add-papers'] },
  scheduled: { ...whoeverAddsPapers, 'commission-secretary': ['decide'] },
  decided: { ...whoeverAddsPapers, 'provincial-officer': ['validate', 'return-to-commission'] },
  validated: whoeverAddsPapers,
  held: whoeverAddsPapers,
  registered: {},
  closed: {},
};

/** What a post may do next to a file in a state, in the order of the buttons; nothing for whoever holds no post. */
export function stepsOf(state: State, role: string | undefined): readonly Step[] {
  return (nextSteps[state] as Readonly<Record<string, readonly Step[]>>)[role ?? ''] ?? [];
}
