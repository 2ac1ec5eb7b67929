import type { Member } from '#modules/eligibility';

type Carried = Pick<Member, 'relation'> & { readonly cnie?: string | undefined };
export type AdultCard = { readonly cnie: string; readonly place: string };

/**
 * The cards of those who would be beneficiaries in their own right or as spouses (law 65-00, article 116), each with its place in the
 * declaration. Nobody may stand as one of them in two open requests; a child or a parent may be named by several families.
 */
export function adultCards(members: readonly Carried[]): readonly AdultCard[] {
  return members.flatMap(({ relation, cnie }, index) =>
    cnie !== undefined && (relation === 'head' || relation === 'spouse') ? [{ cnie, place: `members[${index}].cnie` }] : [],
  );
}
