import { z } from 'zod';
import type { StatedPersonRow } from '../store/search.ts';

const ScriptName = z.object({ family: z.string(), given: z.string() });

/** A person as stated last, as a clerk reads them. */
export const ShownPerson = z.object({
  person: z.uuid(),
  names: z.object({ fr: ScriptName.optional(), ar: ScriptName.optional() }),
  sex: z.enum(['F', 'M']),
  birthDate: z.iso.date(),
  cnie: z.string().optional(),
  territory: z.string(),
});
export type ShownPerson = z.infer<typeof ShownPerson>;

export function toShownPerson(row: Omit<StatedPersonRow, 'household_id'>): ShownPerson {
  return {
    person: row.person_id,
    names: toNames(row),
    sex: row.sex,
    birthDate: row.birth_date,
    cnie: row.cnie ?? undefined,
    territory: row.territory,
  };
}

type Named = Pick<StatedPersonRow, 'family_fr' | 'given_fr' | 'family_ar' | 'given_ar'>;

export function toNames({ family_fr, given_fr, family_ar, given_ar }: Named): ShownPerson['names'] {
  return { fr: scriptName(family_fr, given_fr), ar: scriptName(family_ar, given_ar) };
}

function scriptName(family: string | null, given: string | null) {
  return family === null || given === null ? undefined : { family, given };
}
