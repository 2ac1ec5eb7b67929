import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Passage, passages, passagesFrom, type State, states } from './lifecycle.ts';

/** lifecycles.md, Request, in its own words: state, who acts, deeds out of it → state. */
const road = {
  draft: ['citizen', 'submit → filed', 'discard → closed'],
  filed: ['counter', 'accept-papers → checking', 'ask-for-papers → incomplete'],
  incomplete: ['citizen', 'complete → filed', 'lapse → closed'],
  checking: ['partners', 'score → scored', 'find-difference → discordant'],
  discordant: ['verification-officer', 'settle-difference → checking', 'ask-the-citizen → incomplete'],
  scored: ['commission-secretary', 'put-on-agenda → scheduled', 'ask-enquiry → enquiry', 'decide-by-silence → decided'],
  enquiry: ['field-agent', 'answer-enquiry → scored'],
  scheduled: ['commission', 'ask-enquiry → enquiry', 'decide → decided', 'adjourn → scored'],
  decided: ['province', 'validate → validated', 'return-to-commission → scored'],
  validated: [
    'anam',
    'notify-refusal → closed',
    'register → registered',
    'hold-for-double-cover → held',
    'reject-record → discordant',
    'send-back-on-appeal → scored',
  ],
  held: ['anam', 'note-cover-ended → validated', 'confirm-cover → closed'],
  registered: ['nobody'],
  closed: ['nobody', 'reform-refusal → validated', 'send-back-on-appeal → scored'],
} as const satisfies Record<State, readonly [string, ...string[]]>;

describe('the road of a request', () => {
  test.each(Object.entries(road))(
    'a file that is %s is held by whom the law of the road says, and leads where it says',
    (state, [holder, ...deeds]) => {
      expect(states[state as State].holder).toBe(holder);
      expect(passagesFrom(state as State).map((passage) => `${passage} → ${passages[passage].to}`)).toEqual(deeds);
    },
  );

  test('it has these states and no other', () => {
    expect(Object.keys(states)).toEqual(Object.keys(road));
  });

  test('from every state the end can be reached: no file is lost on the way', () => {
    for (const state of Object.keys(states) as State[]) expect([...reachedFrom(state)], state).toContain('closed');
  });

  test('every state is reached from a draft', () => {
    expect([...reachedFrom('draft')].sort()).toEqual(Object.keys(states).sort());
  });

  test('whatever is done in whatever order, a file never leaves the table, and its steps replay to where it stands', () => {
    const deeds = fc.array(fc.constantFrom(...(Object.keys(passages) as Passage[])), { maxLength: 60 });
    fc.assert(
      fc.property(deeds, (wanted) => {
        const { state, steps } = walk(wanted);
        expect(Object.keys(states)).toContain(state);
        expect(steps.reduce<State>((at, step) => (at === step.from ? step.to : 'draft'), 'draft')).toBe(state);
        for (const step of steps) expect(passagesFrom(step.from)).toContain(step.passage);
      }),
    );
  });
});

function reachedFrom(start: State, seen = new Set<State>([start])): ReadonlySet<State> {
  // A registered file has come to its end too: nothing more happens to it.
  if (start === 'registered') seen.add('closed');
  for (const passage of passagesFrom(start)) {
    const next: State = passages[passage].to;
    if (!seen.has(next)) reachedFrom(next, seen.add(next));
  }
  return seen;
}

type Step = { readonly from: State; readonly to: State; readonly passage: Passage };

/** What a file does of all that is wanted of it: only what its state allows. */
function walk(wanted: readonly Passage[]): { state: State; steps: Step[] } {
  let state: State = 'draft';
  const steps: Step[] = [];
  for (const passage of wanted) {
    const { from, to } = passages[passage];
    if (!(from as readonly State[]).includes(state)) continue;
    steps.push({ from: state, to, passage });
    state = to;
  }
  return { state, steps };
}
