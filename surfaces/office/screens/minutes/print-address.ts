export type PrintedPaper = 'agenda' | 'agenda-with-proposals' | 'convocations' | 'minutes' | 'signatures';
/** Minutes are written in the two languages of the administration; a convocation is one sheet in both. */
export const printLanguages = ['ar', 'fr'] as const;
export type PrintLanguage = (typeof printLanguages)[number] | 'both';

export type Printed = { readonly sitting: string; readonly paper: PrintedPaper; readonly language: PrintLanguage };

/** Where the server prints a paper of a sitting. */
export function printAddress({ sitting, paper, language }: Printed): string {
  if (language === 'both') return `/api/print/${paper}/${sitting}`;
  if (paper === 'agenda-with-proposals') return `/api/print/agenda/${sitting}?language=${language}&proposals=shown`;
  return `/api/print/${paper}/${sitting}?language=${language}`;
}

/** The language to print in for whoever reads this one. */
export function printedFor(language: string): PrintLanguage {
  return language === 'ar' ? 'ar' : 'fr';
}
