import type { QuestionOutput } from '../../client/contract.ts';
import type { Difference } from '../../components/marked-lines.tsx';

export type DiscordantFile = QuestionOutput<'applications.differences-to-settle'>['files'][number];
export type Verdict = 'same-person' | 'not-the-same';
/** What was found so far, by difference. */
export type Found = Readonly<Record<string, Verdict>>;

/** A field of a member at a partner: what one verdict is about. */
export function nameOf({ partner, ref, field }: Pick<Difference, 'partner' | 'ref' | 'field'>): string {
  return `${partner} ${ref} ${field}`;
}

/** What is left to an officer: the differences that stop the file, two covers of one person at one partner being one question. */
export function toJudge({ differences }: Pick<DiscordantFile, 'differences'>): readonly Difference[] {
  const open = differences.filter(({ standing }) => standing === 'open');
  return open.filter((difference, place) => open.findIndex((one) => nameOf(one) === nameOf(difference)) === place);
}

/** The difference to judge next: the first after a place that has no verdict, else the first that has none. */
export function nextOpen(open: readonly Difference[], found: Found, after: number): number {
  const lacks = (place: number) => found[nameOf(open[place] as Difference)] === undefined;
  const places = open.map((_one, place) => place);
  return places.find((place) => place > after && lacks(place)) ?? places.find(lacks) ?? after;
}

export function judgementsOf(open: readonly Difference[], found: Found) {
  return open.flatMap((difference) => {
    const verdict = found[nameOf(difference)];
    const { partner, ref, field } = difference;
    return verdict === undefined ? [] : [{ partner, ref, field, verdict }];
  });
}
