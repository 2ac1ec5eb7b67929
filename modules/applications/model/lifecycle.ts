/**
 * What may happen next to a request: one literal table. Queues, permissions, the citizen's timeline and the diagrams derive from it.
 * A state says who must act now; outcomes, reasons and flags are attributes of the file.
 */
export const states = {
  draft: { holder: 'citizen' },
  filed: { holder: 'counter' },
  incomplete: { holder: 'citizen' },
  checking: { holder: 'partners' },
  discordant: { holder: 'verification-officer' },
  scored: { holder: 'commission-secretary' },
  enquiry: { holder: 'field-agent' },
  scheduled: { holder: 'commission' },
  decided: { holder: 'province' },
  validated: { holder: 'anam' },
  held: { holder: 'anam' },
  registered: { holder: 'nobody' },
  closed: { holder: 'nobody' },
} as const satisfies Record<string, { readonly holder: string }>;

export type State = keyof typeof states;
export type Holder = (typeof states)[State]['holder'];

export const passages = {
  submit: { from: ['draft'], to: 'filed' },
  discard: { from: ['draft'], to: 'closed' },
  'accept-papers': { from: ['filed'], to: 'checking' },
  'ask-for-papers': { from: ['filed'], to: 'incomplete' },
  complete: { from: ['incomplete'], to: 'filed' },
  lapse: { from: ['incomplete'], to: 'closed' },
  score: { from: ['checking'], to: 'scored' },
  'find-difference': { from: ['checking'], to: 'discordant' },
  'settle-difference': { from: ['discordant'], to: 'checking' },
  'ask-the-citizen': { from: ['discordant'], to: 'incomplete' },
  'put-on-agenda': { from: ['scored'], to: 'scheduled' },
  'ask-enquiry': { from: ['scored', 'scheduled'], to: 'enquiry' },
  'answer-enquiry': { from: ['enquiry'], to: 'scored' },
  decide: { from: ['scheduled'], to: 'decided' },
  'decide-by-silence': { from: ['scored'], to: 'decided' },
  adjourn: { from: ['scheduled'], to: 'scored' },
  validate: { from: ['decided'], to: 'validated' },
  'return-to-commission': { from: ['decided'], to: 'scored' },
  'notify-refusal': { from: ['validated'], to: 'closed' },
  register: { from: ['validated'], to: 'registered' },
  'hold-for-double-cover': { from: ['validated'], to: 'held' },
  'reject-record': { from: ['validated'], to: 'discordant' },
  'note-cover-ended': { from: ['held'], to: 'validated' },
  'confirm-cover': { from: ['held'], to: 'closed' },
  'reform-refusal': { from: ['closed'], to: 'validated' },
  'send-back-on-appeal': { from: ['closed', 'validated'], to: 'scored' },
} as const satisfies Record<string, { readonly from: readonly State[]; readonly to: State }>;

export type Passage = keyof typeof passages;

/** The passages out of a state: what anyone may do next. */
export function passagesFrom(state: State): Passage[] {
  return (Object.keys(passages) as Passage[]).filter((passage) => (passages[passage].from as readonly State[]).includes(state));
}
