import { lawAt } from '#law';

/** What may be sent, as the law stands on a day. */
export type PaperLimits = {
  readonly pageBytes: number;
  readonly pagesPerPaper: number;
  readonly bytesPerOwner: number;
};

const MEGABYTE = 1_048_576;

/** The limits on a day (`YYYY-MM-DD`). */
export function paperLimitsOn(day: string): PaperLimits {
  const { pageMegabytes, pagesPerPaper, megabytesPerFile } = lawAt(day).documents;
  return {
    pageBytes: pageMegabytes.value * MEGABYTE,
    pagesPerPaper: pagesPerPaper.value,
    bytesPerOwner: megabytesPerFile.value * MEGABYTE,
  };
}

export function toMegabytes(bytes: number): number {
  return bytes / MEGABYTE;
}
