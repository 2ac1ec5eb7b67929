import { z } from 'zod';
import type { PersonName } from '#modules/registry';

const ScriptName = z.object({ family: z.string().trim().min(1).max(80), given: z.string().trim().min(1).max(80) });

/** Who comes into the family, as it is reported; born or married on the day of the event. */
export const StatedNewcomer = z.object({
  names: z
    .object({ fr: ScriptName.optional(), ar: ScriptName.optional() })
    .refine(({ fr, ar }) => fr !== undefined || ar !== undefined, 'a name in one script at least'),
  sex: z.enum(['F', 'M']),
  birthDate: z.iso.date(),
  cnie: z.string().trim().max(20).optional(),
});

export type StatedNewcomer = z.output<typeof StatedNewcomer>;

/** By what a member is known. */
export type MemberWords = Omit<StatedNewcomer, 'names'> & { readonly names: PersonName };

/** Beside the kind and the member: the newcomer, the commune moved to, or the words of a member. `movedFrom` and `was` are ours, for the day it is undone. */
export type StatedChange = {
  readonly corrected?: { readonly was: MemberWords; readonly now: MemberWords } | undefined;
  readonly newcomer?: StatedNewcomer | undefined;
  readonly commune?: string | undefined;
  readonly movedFrom?: string | undefined;
};

/** The same in the words of a declaration, in which what is not known is not there. */
export function declaredAs({ names: { fr, ar }, sex, birthDate, cnie }: MemberWords) {
  const names = { ...(fr ? { fr } : {}), ...(ar ? { ar } : {}) };
  return { names, sex, birth_date: birthDate, ...(cnie === undefined ? {} : { cnie }) };
}
