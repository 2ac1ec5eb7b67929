import { type Beneficiary, compareNames } from '#modules/registry';
import { canBeAbout } from './life-event.ts';
import type { StatedNewcomer } from './stated-change.ts';

/** How somebody leaves the family it has rights in for another one: each is an event of life there. */
export const leavings = ['child-marriage', 'departure', 'divorce'] as const;
export type Leaving = (typeof leavings)[number];

/** How a member with this part can leave. */
export function leavingsOf(entitledBy: Beneficiary['entitledBy']): Leaving[] {
  return leavings.filter((leaving) => canBeAbout(leaving, entitledBy));
}

/** What is held against what the register states of the bearer of a card. */
export const heldFields = ['birthDate', 'sex', 'names'] as const;
export type HeldField = (typeof heldFields)[number];
type Held = Pick<Beneficiary, 'names' | 'sex' | 'birthDate'>;

/** The fields in which somebody is another than the register knows by that card. A name spelled otherwise is the same name. */
export function differencesOf({ names, sex, birthDate }: StatedNewcomer, known: Held): HeldField[] {
  const differs = {
    birthDate: birthDate !== known.birthDate,
    sex: sex !== known.sex,
    names: compareNames(names, known.names) === 'different',
  };
  return heldFields.filter((field) => differs[field]);
}
