import { z } from 'zod';
import { listRegisteredFamilies, type RegisteredFamily } from '#modules/entitlements';
import type { Tx } from '#platform/database';
import { type PlainDate, toDate } from '#platform/dates';
import { dayNamed, toPersons } from '../model/make-card.ts';
import type { CardRow } from '../store/tables.ts';

const Name = z.object({ family: z.string(), given: z.string() });

/** A person of a card: its names and the year it was born, no more. */
export const CardMember = z.object({
  names: z.object({ fr: Name.optional(), ar: Name.optional() }),
  birthYear: z.int(),
});
export type CardMember = z.output<typeof CardMember>;

export function toCardMembers(family: RegisteredFamily | undefined): CardMember[] {
  return family ? toPersons(family) : [];
}

/** Who is printed on each of these cards, by its number: as ordered. A card from before that was kept names its family on the day it is made for. */
export async function personsOn(tx: Tx, cards: readonly CardRow[], today: PlainDate): Promise<ReadonlyMap<string, CardMember[]>> {
  const named = new Map(cards.map(({ serial, persons }) => [serial, persons ?? []]));
  const old = Map.groupBy(
    cards.filter(({ persons }) => persons === null),
    (card) => dayNamed(card.valid_from, today).toString(),
  );
  for (const [day, theirs] of old) {
    const numbers = theirs.map((card) => card.registration_number);
    const families = new Map((await listRegisteredFamilies(tx, numbers, toDate(day))).map((family) => [family.number, family]));
    for (const card of theirs) named.set(card.serial, toCardMembers(families.get(card.registration_number)));
  }
  return named;
}
