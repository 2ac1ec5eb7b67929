/** The life of a complaint: lifecycles, Complaint. Received, then answered in words its author can read; the desk's own steps come between. */
export const complaintStates = ['received', 'answered'] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** What may happen next, and only that. */
export const complaintPassages = {
  answer: { from: 'received', to: 'answered' },
} as const satisfies Record<string, { from: ComplaintState; to: ComplaintState }>;
