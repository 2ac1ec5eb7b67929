import { findCommune, findProvince } from '#modules/territory';

/** The place a commission is of, in two scripts: a commune, or the province of one that hears appeals. */
export function nameOfCommission(territory: string): { fr: string; ar: string } {
  const { fr = '', ar = '' } = (findCommune(territory) ?? findProvince(territory))?.name ?? {};
  return { fr, ar };
}
