/** Cover under one scheme, both days included; without `to`, still open. */
export type CoverSpan = {
  readonly scheme: string;
  readonly role: 'insured' | 'dependant';
  readonly from: string;
  readonly to?: string | undefined;
};

/**
 * Whether a cover stands in the way of rights from a day on: it has begun and has not ended. One that ended before leaves the way free;
 * one that begins later is the insurer's to tell when it does. Source: law 116-12, which amends article 59 of law 65-00.
 */
export function overlaps(cover: CoverSpan, rightsFrom: string): boolean {
  return cover.from <= rightsFrom && (cover.to === undefined || cover.to >= rightsFrom);
}
