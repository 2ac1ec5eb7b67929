/** For what a list waits for a person. */
export type HeldFor = 'ends-too-many' | 'members-unreadable';

type Weighed = { readonly standing: number; readonly ending: number; readonly nameless: number };

/**
 * Whether a full list may be applied by itself, or waits for a person: when it would end more than a share of the covers that stand, as a
 * list that was cut would; or when it ends anybody while some of its lines do not even say of whom they speak.
 */
export function holdsFor({ standing, ending, nameless }: Weighed, largestShare: number): HeldFor | undefined {
  if (ending > standing * largestShare) return 'ends-too-many';
  return ending > 0 && nameless > 0 ? 'members-unreadable' : undefined;
}
