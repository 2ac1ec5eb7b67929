import type { RegisteredFamily } from '#modules/entitlements';
import { addDays, addMonths, type PlainDate, Temporal, toDate } from '#platform/dates';
import type { CardClaims } from './credential-claims.ts';

type PersonName = { family: string; given: string };

/** A person as it is printed on a card. */
export type CardPerson = { names: { fr?: PersonName | undefined; ar?: PersonName | undefined }; birthYear: number };

export type CardValidity = { readonly poorMonths: number; readonly vulnerableMonths: number };

/**
 * What the card of a family says: valid from the day its right opens, for as long as the law gives its category, never beyond the right
 * itself. Beneficiaries appear by their birth years, the head first.
 */
export function cardClaims(family: RegisteredFamily, serial: string, validity: CardValidity): CardClaims {
  const head = family.members[0];
  const validFrom = toDate(family.rightFrom);
  return {
    kind: 'card',
    issuer: 'ANAM',
    registrationNumber: family.number,
    cardSerial: serial,
    category: family.category,
    names: { latin: inFull(head?.names.fr), arabic: inFull(head?.names.ar) },
    validFrom,
    validUntil: validUntil(family, validFrom, validity),
    birthYears: family.members.slice(0, MOST_MEMBERS).map((member) => Number(member.birthDate.slice(0, 4))),
  };
}

/** Who is printed on the card: the persons whom its code counts by their birth years, in the same order. */
export function toPersons(family: RegisteredFamily): CardPerson[] {
  return family.members.map(({ names, birthDate }) => ({ names, birthYear: Number(birthDate.slice(0, 4)) }));
}

/** The day whose household a card names that is made today: of one for a year that was paid ahead, the first day of that year. */
export function dayNamed(validFrom: string, today: PlainDate): PlainDate {
  const first = toDate(validFrom);
  return Temporal.PlainDate.compare(first, today) > 0 ? first : today;
}

/**
 * The same with the given name of each member, for the one code of the household: at a desk it is read who is of the family. In Latin letters where
 * they are known, since two scripts of twelve persons are more than a code that an old camera reads.
 */
export function householdClaims(family: RegisteredFamily, card: CardClaims): CardClaims {
  const members = family.members.slice(0, MOST_MEMBERS);
  return {
    ...card,
    birthYears: members.map((member) => Number(member.birthDate.slice(0, 4))),
    givenNames: members.map(({ names }) => names.fr?.given ?? names.ar?.given ?? ''),
  };
}

/** As many as the code of a card can carry. */
const MOST_MEMBERS = 30;

function validUntil(family: RegisteredFamily, validFrom: PlainDate, validity: CardValidity): PlainDate {
  const months = family.category === 'poor' ? validity.poorMonths : validity.vulnerableMonths;
  const byCategory = addDays(addMonths(validFrom, months), -1);
  const byRight = toDate(family.rightTo);
  return Temporal.PlainDate.compare(byCategory, byRight) <= 0 ? byCategory : byRight;
}

function inFull(name: { family: string; given: string } | undefined): string {
  return name ? `${name.given} ${name.family}` : '';
}
