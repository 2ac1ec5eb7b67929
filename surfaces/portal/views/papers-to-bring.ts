import { type FamilyInShort, type NeededKind, neededPapers, paperRulesOn } from '#modules/applications';
import type { Message } from '#platform/i18n';

type PaperToBring = {
  readonly kind: NeededKind;
  readonly name: Message;
  readonly why: Message;
  readonly copies: number;
};

/** The papers of a family in words, by the law of a day (`YYYY-MM-DD`): the same list on every page and document that shows one. */
export function papersToBring(family: FamilyInShort, on: string): readonly PaperToBring[] {
  return neededPapers(family, paperRulesOn(on)).map(({ kind, copies, reasons: [{ facts }] }) => ({
    kind,
    name: { key: `applications.paper.${kind}` },
    why: { key: `applications.paper.why.${kind}`, facts: { from: facts.from, to: facts.to } },
    copies,
  }));
}
