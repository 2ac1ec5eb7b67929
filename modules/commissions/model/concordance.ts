/** What may make somebody hesitate about a file, as the commission's secretary finds it. */
export type Hesitations = {
  readonly hasDifference: boolean;
  readonly isChecked: boolean;
  readonly isNearLimit: boolean;
  readonly wasAdjourned: boolean;
  readonly alike: readonly unknown[];
  readonly papers: { readonly needed: number; readonly present: number };
};

/** Why a file is to be read by itself. Its words: `commissions.discordance.<reason>`. */
export const discordances = [
  'difference',
  'check-missing',
  'near-limit',
  'looks-like-another',
  'papers-missing',
  'adjourned-before',
] as const;
export type Discordance = (typeof discordances)[number];

/** Every reason for which a file is not concordant; none, and it may be decided in a batch. */
export function discordancesOf(file: Hesitations): readonly Discordance[] {
  const found: Readonly<Record<Discordance, boolean>> = {
    difference: file.hasDifference,
    'check-missing': !file.isChecked,
    'near-limit': file.isNearLimit,
    'looks-like-another': file.alike.length > 0,
    'papers-missing': file.papers.present < file.papers.needed,
    'adjourned-before': file.wasAdjourned,
  };
  return discordances.filter((reason) => found[reason]);
}
