/**
 * What may be wrong with an answer of the maker: it does not answer, it refuses the file or holds another for the batch; its acknowledgement
 * cannot be read, is not sealed by it, is of another batch, does not count as many cards as it took, or names one that it was not given.
 */
export const makerFaults = [
  'silent',
  'refused',
  'other-file',
  'unreadable',
  'seal-wrong',
  'other-batch',
  'count-differs',
  'card-unknown',
] as const;
export type MakerFault = (typeof makerFaults)[number];

/** One card that the maker was not able to make, and its word for why. */
export type NotMade = { readonly serial: string; readonly reason: string };
