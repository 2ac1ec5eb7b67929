/** A member of a household as one request states it, whoever it is in the register. */
export type Stated = {
  readonly ref: number;
  readonly relation: string;
  readonly beneficiary_by: string | null;
  readonly cnie: string | null;
  readonly family_fr: string | null;
  readonly given_fr: string | null;
  readonly family_ar: string | null;
  readonly given_ar: string | null;
  readonly sex: string;
  readonly birth_date: string;
};

const words = [
  'relation',
  'beneficiary_by',
  'cnie',
  'family_fr',
  'given_fr',
  'family_ar',
  'given_ar',
  'sex',
  'birth_date',
] as const;

/** Whether a request states the same family as before, word for word. */
export function isSameFamily(before: readonly Stated[], now: readonly Stated[]): boolean {
  const earlier = new Map(before.map((member) => [member.ref, member]));
  return (
    before.length === now.length && now.every((member) => words.every((word) => earlier.get(member.ref)?.[word] === member[word]))
  );
}

/**
 * Who of the family stated before a member without a card is, so that a name corrected does not make a new person: the one without a card
 * who was born that day or bears that given name.
 */
export function sameMember<S extends Stated>(before: readonly S[], member: Stated): S | undefined {
  if (member.cnie !== null) return undefined;
  const without = before.filter((one) => one.cnie === null && one.sex === member.sex && one.relation === member.relation);
  const named = (one: Stated) => isShared(one.given_fr, member.given_fr) || isShared(one.given_ar, member.given_ar);
  return (
    without.find((one) => one.birth_date === member.birth_date && named(one)) ??
    without.find((one) => one.ref === member.ref && (one.birth_date === member.birth_date || named(one)))
  );
}

function isShared(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}
