import type { KeptPage, KeptPapers } from '#modules/documents';
import { casablancaDate, Temporal } from '#platform/dates';
import type { PaperStanding, PapersView } from '../pages/papers/list.tsx';
import type { PaperView } from '../pages/papers/paper.tsx';
import type { PaperAsked, PaperDesk } from '../routes/papers/desk.ts';

/** What proves what an appeal or a complaint says. */
export const evidence: readonly PaperAsked[] = [{ kind: 'evidence', copies: 1, name: { key: 'portal.upload.evidence' } }];

/** The papers that are asked, and those that came besides. */
export function toPapersView(desk: PaperDesk, kept: KeptPapers): PapersView {
  const asked = new Set(desk.asked.map(({ kind }) => kind));
  const others = [...new Set(kept.pages.map(({ kind }) => kind))].filter((kind) => !asked.has(kind));
  const besides = others.map((kind) => ({ kind, copies: 1, name: { key: `applications.paper.${kind}` } }));
  const papers = [...desk.asked, ...besides].map((paper) => standingOf(paper, kept));
  return {
    isDraft: desk.isDraft,
    title: desk.title,
    back: desk.back,
    may: desk.may,
    // What nobody waits for any more is not "not yet sent".
    papers: desk.may === 'see' ? papers.filter(({ state }) => state !== 'none') : papers,
    ...(desk.next === undefined ? {} : { next: desk.next }),
  };
}

function standingOf(paper: PaperAsked, { pages, promised }: KeptPapers): PaperStanding {
  const own = pages.filter(({ kind }) => kind === paper.kind);
  const held = own.filter(({ scan }) => scan !== 'infected');
  const last = held.at(-1);
  return {
    ...paper,
    state: isAskedAgain(paper, last) ? 'asked-again' : stateOf(own, held, promised.includes(paper.kind)),
    sheets: held.reduce((sum, { sheets }) => sum + sheets, 0),
    pages: held
      .filter(({ scan }) => scan === 'clean')
      .map(({ id, mediaType }) => ({ id, isPdf: mediaType === 'application/pdf' })),
    ...(last ? { sentOn: casablancaDate(Temporal.Instant.from(last.keptAt)) } : {}),
  };
}

/** Until a page has come since the counter asked. */
function isAskedAgain({ askedAt }: PaperAsked, last: KeptPage | undefined): boolean {
  return askedAt !== undefined && (last === undefined || Date.parse(last.keptAt) < Date.parse(askedAt));
}

function stateOf(own: readonly KeptPage[], held: readonly KeptPage[], isPromised: boolean): PaperStanding['state'] {
  if (held.some(({ scan }) => scan === 'clean')) return 'sent';
  if (held.length > 0) return 'being-scanned';
  if (own.length > 0) return 'infected';
  return isPromised ? 'promised' : 'none';
}

export function toPaperView(desk: PaperDesk, paper: PaperAsked, kept: KeptPapers): Omit<PaperView, 'limits'> {
  const own = kept.pages.filter(({ kind, scan }) => kind === paper.kind && scan !== 'infected');
  return {
    isDraft: desk.isDraft,
    back: desk.path,
    name: paper.name,
    copies: paper.copies,
    ...(paper.why ? { why: paper.why } : {}),
    kept: own.map(({ id, sheets }) => ({ id, sheets, mayBeTakenBack: desk.isDraft })),
  };
}
