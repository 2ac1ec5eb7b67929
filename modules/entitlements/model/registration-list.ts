import { z } from 'zod';

export const registrationListSchema = 'ramed.registration-list/1';
export const registrationListNamespace = 'urn:ramed:registration-list:1';

export const registrationListFormats = ['csv', 'xml'] as const;
export type RegistrationListFormat = (typeof registrationListFormats)[number];

/**
 * What a list to register says of itself before its first family: whose it is, which province validated it and in which days. `count`
 * families follow: a list that ends with another number was cut on its way.
 */
export const RegistrationListHeader = z.strictObject({
  schema: z.literal(registrationListSchema),
  province: z.string().regex(/^\d{2}\.\d{3}$/),
  reference: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/),
  from: z.iso.date(),
  to: z.iso.date(),
  count: z.int().nonnegative().max(10_000_000),
});
export type RegistrationListHeader = z.infer<typeof RegistrationListHeader>;

/** The values of a family and of a person as a list writes them; an empty one is not told. */
export const familyFields = ['request', 'operation', 'category'] as const;
export const personFields = ['ref', 'card', 'birth_date', 'sex', 'family_fr', 'given_fr', 'family_ar', 'given_ar'] as const;
export type FamilyTexts = { readonly [field in (typeof familyFields)[number]]?: string | undefined };
export type PersonTexts = { readonly [field in (typeof personFields)[number]]?: string | undefined };

const name = z.string().trim().min(1).max(80);

const StatedPerson = z.strictObject({
  ref: z.coerce.number().pipe(z.int().min(1).max(99)),
  card: z
    .string()
    .regex(/^[A-Z]{1,2}[0-9]{3,8}$/)
    .optional(),
  birth_date: z.iso.date(),
  sex: z.enum(['F', 'M']),
  family_fr: name.optional(),
  given_fr: name.optional(),
  family_ar: name.optional(),
  given_ar: name.optional(),
});
export type StatedPerson = z.infer<typeof StatedPerson>;

/** A family as a list states it: its request, under which operation, in which category, and who of it gets rights. */
export const StatedFamily = z.strictObject({
  request: z.string().regex(/^\d{12}$/),
  operation: z.string().regex(/^[A-Z]{1,2}$/),
  category: z.enum(['poor', 'vulnerable']),
  persons: z.array(StatedPerson).min(1).max(60),
});
export type StatedFamily = z.infer<typeof StatedFamily>;

/** A family that cannot be read: where, and which rule it breaks. Whose it is, if that much could be read. */
export type FamilyFault = { readonly request: string | null; readonly place: string; readonly rule: FamilyRule };
export type FamilyRule = 'missing' | 'not-as-in-the-manual' | 'unknown-field' | 'cell-count' | 'quotes-wrong' | 'line-too-long';

/** Holds one family of a list to its rules. The first that it breaks is told, with its place. */
export function readFamily(family: FamilyTexts, persons: readonly PersonTexts[]): StatedFamily | FamilyFault {
  const told = { ...withoutEmpty(family), persons: persons.map(withoutEmpty) };
  const parsed = StatedFamily.safeParse(told);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const isThere = place === '' || valueAt(told, issue?.path ?? []) !== undefined;
  const request = StatedFamily.shape.request.safeParse(family.request);
  return {
    request: request.success ? request.data : null,
    place: place.replace(/^\./, '').slice(0, 60),
    rule: isThere ? 'not-as-in-the-manual' : 'missing',
  };
}

export function isFamilyFault(read: StatedFamily | FamilyFault): read is FamilyFault {
  return 'rule' in read;
}

function withoutEmpty(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''));
}

function valueAt(tree: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], tree);
}
