import { z } from 'zod';
import type { RegisteredFamily } from '#modules/entitlements';

const Name = z.object({ family: z.string(), given: z.string() });

/** A person of a card: its names and the year it was born, no more. */
export const CardMember = z.object({
  names: z.object({ fr: Name.optional(), ar: Name.optional() }),
  birthYear: z.int(),
});

export function toCardMembers(family: RegisteredFamily | undefined) {
  return (family?.members ?? []).map(({ names, birthDate }) => ({ names, birthYear: Number(birthDate.slice(0, 4)) }));
}
