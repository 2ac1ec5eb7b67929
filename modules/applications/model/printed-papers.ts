/** The papers of a file that a counter prints: each said by `applications.printed.<paper>`. */
export const printedPapers = ['receipt', 'dossier', 'decision', 'payment'] as const;
