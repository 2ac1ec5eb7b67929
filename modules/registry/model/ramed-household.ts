import { completedYears } from './age.ts';

/** What article 116 of law 65-00 looks at in a member of the dwelling. */
export type StatedMember = {
  readonly ref: number;
  readonly relation: 'head' | 'spouse' | 'child' | 'fostered_child' | 'parent' | 'sibling' | 'other';
  readonly birthDate: string;
  readonly maritalStatus: string;
  readonly schooling: string;
  readonly earns: boolean;
  readonly disabled: boolean;
};

export type ChildAges = { readonly dependent: number; readonly studying: number };

/** The rule that makes a member part of the RAMED household. */
export type EntitledBy = 'applicant' | 'spouse' | 'dependent-child' | 'studying-child' | 'disabled-child';

/**
 * Who of the dwelling belongs to the RAMED household on a day: applicant, spouses, unmarried children without income up to 21 (26 when
 * studying), disabled children of any age, fostered children likewise. Parents, brothers and grown children apply for themselves.
 * Source: law 65-00, article 116.
 */
export function entitledBy(member: StatedMember, on: string, ages: ChildAges): EntitledBy | undefined {
  if (member.relation === 'head') return 'applicant';
  if (member.relation === 'spouse') return 'spouse';
  if (member.relation !== 'child' && member.relation !== 'fostered_child') return undefined;
  if (member.disabled) return 'disabled-child';
  if (member.earns || member.maritalStatus !== 'single') return undefined;
  const age = completedYears(member.birthDate, on);
  if (age <= ages.dependent) return 'dependent-child';
  return age <= ages.studying && member.schooling !== 'none' ? 'studying-child' : undefined;
}
