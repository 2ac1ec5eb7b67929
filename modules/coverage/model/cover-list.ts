import { z } from 'zod';
import type { ListFault } from '#platform/lists';

export const coverListSchema = 'ramed.cover-list/1';
export const coverListNamespace = 'urn:ramed:cover-list:1';

const Name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/);

/**
 * What a list says of itself before its first line. `full` tells of everyone the body covers on the day `stands_on`; `changes` of some.
 * `count` lines follow: a list that ends with another number was cut, and a list cut short must end nobody's cover.
 */
export const CoverListHeader = z.strictObject({
  schema: z.literal(coverListSchema),
  organism: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  scheme: z.enum(['cnss', 'cnops', 'students', 'art114']),
  kind: z.enum(['full', 'changes']),
  reference: Name,
  stands_on: z.iso.date(),
  count: z.int().nonnegative().max(100_000_000),
});
export type CoverListHeader = z.infer<typeof CoverListHeader>;

/** The values of one line, as text: an empty one is not told. `change` is told in lists of changes only. */
export const lineFields = ['member', 'card', 'birth_date', 'held_as', 'from', 'to', 'change', 'family', 'given', 'sex'] as const;
export type LineField = (typeof lineFields)[number];
export type LineTexts = { readonly [field in LineField]?: string | undefined };

/** As a card's machine-readable lines write it: Latin letters without accents. */
export type MemberName = { readonly family: string; readonly given: string; readonly sex: 'F' | 'M' | null };

/** A line that holds: the member's cover over these days, or, in a list of changes, that there is none (`heldAs` null). */
export type CoverLine = {
  readonly member: string;
  readonly card: string | null;
  readonly birthDate: string | null;
  /** Of who has a birth date, which a name alone says too little without. */
  readonly name?: MemberName | null;
  readonly heldAs: 'insured' | 'dependant' | null;
  readonly from: string;
  /** `infinity` while it is open. */
  readonly to: string;
};

export type LineRule =
  | 'cell-count'
  | 'quotes-wrong'
  | 'json-malformed'
  | 'unknown-field'
  | 'member-format'
  | 'card-format'
  | 'birth-date-wrong'
  | 'held-as-unknown'
  | 'from-wrong'
  | 'to-wrong'
  | 'ends-before-it-begins'
  | 'change-unknown'
  | 'name-format'
  | 'sex-unknown'
  | 'line-too-long'
  | 'overlaps-another-line';

/** A line that does not: the field and the rule, and the member if that much could be read. */
export type LineFault = { readonly member: string | null; readonly place: LineField | ''; readonly rule: LineRule };

/** Which bodies' lists come from whom: a partner speaks for its own scheme only. Source: the scheme each body runs, law 65-00. */
export const schemesOfPartner = {
  cnss: ['cnss'],
  cnops: ['cnops'],
  insurers: ['students', 'art114'],
} as const satisfies Record<string, readonly CoverListHeader['scheme'][]>;
export type ListPartner = keyof typeof schemesOfPartner;

/** Whether a partner may send this list. CNSS and CNOPS speak under their own name only; the other insurers share one agreement. */
export function maySend(partner: ListPartner, { scheme, organism }: Pick<CoverListHeader, 'scheme' | 'organism'>): boolean {
  const own: readonly string[] = schemesOfPartner[partner];
  return own.includes(scheme) && (partner === 'insurers' ? !(organism in schemesOfPartner) : organism === partner);
}

/** Why a list changed nothing: it cannot be read; every line of it was refused (`place`: how many); a later one stands (`place`: its reference). */
export type CoverListFault =
  | ListFault
  | { readonly rule: 'no-line-kept' | 'overtaken'; readonly place: string; readonly line: 0 };
