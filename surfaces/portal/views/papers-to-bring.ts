import { type FamilyInShort, type NeededKind, type NeededPaper, neededPapers, paperRulesOn } from '#modules/applications';
import type { Message } from '#platform/i18n';

export type PaperToBring = {
  readonly kind: NeededKind;
  readonly name: Message;
  readonly why: Message;
  /** Who gives it. */
  readonly where: Message;
  readonly copies: number;
};

/** The papers of a family in words, by the law of a day (`YYYY-MM-DD`). */
export function papersToBring(family: FamilyInShort, on: string): readonly PaperToBring[] {
  return papersInWords(neededPapers(family, paperRulesOn(on)));
}

/** Papers as every page and document says them: what it is, why, and where one asks for it. */
export function papersInWords(papers: readonly NeededPaper[]): readonly PaperToBring[] {
  return papers.map(({ kind, copies, reasons: [{ facts }] }) => ({
    kind,
    name: { key: `applications.paper.${kind}` },
    why: { key: `applications.paper.why.${kind}`, facts: { from: facts.from, to: facts.to } },
    where: { key: `applications.paper.where.${kind}` },
    copies,
  }));
}
