/** The papers of a sitting. */
export const printedPapers = ['minutes', 'agenda', 'convocations', 'signatures'] as const;
export type PrintedPaper = (typeof printedPapers)[number];
