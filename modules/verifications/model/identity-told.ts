import type { IdentityAnswer } from '#modules/exchange';
import { compareNames, type PersonName } from '#modules/registry';

/** Somebody as typed so far: what stands on the card that the agent has in hand. */
export type TypedIdentity = {
  readonly cnie: string;
  readonly birth_date: string;
  readonly sex: 'F' | 'M';
  readonly names: PersonName;
};

export type IdentityTold = {
  readonly standing: 'match' | 'other-spelling' | 'other-name' | 'other-birth-date' | 'deceased' | 'unknown';
  /** What the register writes, told only to who already knew the day of birth. */
  readonly names?: PersonName;
};

/**
 * What an agent is told of a card while typing. The register's own words are told only when the day of birth was right: who guesses card
 * numbers learns that there is such a card, and nothing of whose it is.
 */
export function identityTold(typed: TypedIdentity, answer: IdentityAnswer): IdentityTold {
  if (!answer.found) return { standing: 'unknown' };
  if (answer.birthDate.toString() !== typed.birth_date) return { standing: 'other-birth-date' };
  const { names, vitalStatus } = answer;
  if (vitalStatus === 'deceased') return { standing: 'deceased', names };
  const likeness = compareNames(typed.names, names);
  if (likeness === 'different') return { standing: 'other-name', names };
  return likeness === 'spelled-differently' ? { standing: 'other-spelling', names } : { standing: 'match', names };
}
