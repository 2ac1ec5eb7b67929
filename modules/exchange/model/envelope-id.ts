import { v5 } from 'uuid';

/**
 * The number of an envelope, made from what it asks: sent again after a crash, it is for the partner the same question and counts once.
 * Name every person asked about, in order; add the number of a bad answer to ask the same again as a new question.
 */
export function envelopeIdOf(question: readonly string[]): string {
  return v5(question.join('\n'), ENVELOPE_NAMES);
}

const ENVELOPE_NAMES = '6f0c2a9e-5b0e-4d53-9a44-0d6f7a1f4c11';
