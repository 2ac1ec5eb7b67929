/** The life of a due: lifecycles, Due and payment. */
const duePassages = {
  notify: { from: ['assessed'], to: 'notified' },
  pay: { from: ['notified', 'overdue'], to: 'paid' },
  waive: { from: ['assessed', 'notified', 'overdue'], to: 'waived' },
  fallOverdue: { from: ['notified'], to: 'overdue' },
  lapse: { from: ['overdue'], to: 'lapsed' },
} as const satisfies Record<string, { from: readonly DueState[]; to: DueState }>;

export type DueState = 'assessed' | 'notified' | 'paid' | 'waived' | 'overdue' | 'lapsed';

/** Whether a payment may still settle a due in this state. */
export function canBePaid(state: DueState): boolean {
  return (duePassages.pay.from as readonly DueState[]).includes(state);
}

/** Whether a payment of a due would open nothing any more: its right has ended, or will not wait for it. */
export function isOver({ payable_until: until }: { readonly payable_until: string | null }, today: string): boolean {
  return until !== null && until < today;
}

/** Whether a due can still be given up. */
export function canBeWaived(state: DueState): boolean {
  return (duePassages.waive.from as readonly DueState[]).includes(state);
}
