/** Where a message stands. From `waiting` it is tried; nothing leaves the last five but by being forgotten. */
export const messageStates = ['waiting', 'sent', 'delivered', 'refused', 'bounced', 'given_up', 'withdrawn'] as const;
export type MessageState = (typeof messageStates)[number];

/** What a messenger says of a message given to it. `silent`: nobody knows whether it has it, so it is given again under the same name. */
export type Handed =
  | { readonly outcome: 'taken'; readonly reference: string }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'silent'; readonly reason: string };

/** A messenger that is away is tried again after these waits, about nine hours in all; then the message is given up and told of. */
export const retryWaitsMs = [5, 15, 60, 300, 900, 3_600, 3_600, 7_200, 14_400].map((seconds) => seconds * 1_000);
