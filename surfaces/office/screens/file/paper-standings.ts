import { neededPapers, paperRulesOn } from '#modules/applications';
import type { QuestionOutput } from '../../client/contract.ts';
import type { FileView } from './file-view.ts';

export type PageOnFile = QuestionOutput<'documents.papers-on-file'>['pages'][number];

/** A paper of a file: how many copies are needed, none when it came besides, and the pages there are. */
export type PaperStanding = {
  readonly kind: string;
  readonly copies: number;
  readonly isThere: boolean;
  readonly pages: readonly PageOnFile[];
};

/** The papers that this family needs, in the order of the list, then those that came besides. */
export function paperStandings(
  { declaration, filed_on }: Pick<FileView, 'filed_on'> & { readonly declaration: Pick<FileView['declaration'], 'members'> },
  pages: readonly PageOnFile[],
): readonly PaperStanding[] {
  const needed = neededPapers(declaration as never, paperRulesOn(filed_on)).map(({ kind, copies }) => ({
    kind: String(kind),
    copies,
  }));
  const kinds = new Set(needed.map(({ kind }) => kind));
  const besides = [...new Set(pages.map(({ kind }) => kind))].filter((kind) => !kinds.has(kind));
  return [...needed, ...besides.map((kind) => ({ kind, copies: 0 }))].map(({ kind, copies }) => {
    const own = pages.filter((page) => page.kind === kind);
    return { kind, copies, pages: own, isThere: own.some(({ scan, takenBack }) => scan !== 'infected' && !takenBack) };
  });
}
