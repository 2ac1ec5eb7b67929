import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import type { Language } from '#platform/i18n';
import { toQrSvg } from '#platform/qr';
import { type BilingualText, inFours } from './document-data.ts';
import { textsOf } from './document-texts.ts';

/**
 * A request as its family sent it, to be signed and brought to the counter: the questions with the numbers they have on line, the answers,
 * the papers to bring. Everything but the names is said in the language it is written in.
 */
export type DossierDocument = {
  readonly language: Language;
  readonly requestNumber: string;
  readonly filedOn: PlainDate;
  readonly head: BilingualText;
  readonly office: BilingualText;
  readonly parts: readonly DossierPart[];
  readonly papers: readonly DossierPaper[];
  /** By when the papers are awaited; absent when the counter has accepted them. */
  readonly bringBy?: PlainDate | undefined;
  /** What a counter scans: it opens the file to an agent of the place, and tells nothing to anybody else. */
  readonly code: string;
  /** Codes that say all the answers, signed; read without a network. None when the answers fit no code. */
  readonly answers: readonly string[];
};

/** A paper to bring; `sent` says that a picture of it is on the file already. */
export type DossierPaper = { readonly name: string; readonly why: string; readonly copies: string; readonly sent?: string };

/** "A", "You", and its questions. */
export type DossierPart = { readonly letter: string; readonly title: string; readonly questions: readonly DossierQuestion[] };

/** "2", "What are you called?", and its answers, each with its own number: "2.1". */
export type DossierQuestion = {
  readonly number: string;
  readonly title: string;
  /** Takes the whole width, so that the two questions about a person stand side by side after it. */
  readonly isWide: boolean;
  readonly answers: readonly { readonly number: string; readonly term: string; readonly said: string }[];
};

/** A PDF of A4 pages: a family of five fills two or three. */
export async function dossierPdf(dossier: DossierDocument): Promise<Uint8Array> {
  const { language, requestNumber, filedOn, office, head, parts, papers, bringBy, code, answers } = dossier;
  const inScript = (text: BilingualText) => (language === 'ar' ? text.arabic || text.latin : text.latin || text.arabic);
  const number = inFours(requestNumber);
  const facts = { number, office: inScript(office), page: PAGE, pages: PAGES, decree: DECREE, bringBy: bringBy ?? filedOn };
  const { [language]: texts, fr } = textsOf('dossier', facts);
  return renderPdf('dossier', {
    language,
    number,
    issuedOn: toIsoDate(filedOn),
    office: inScript(office),
    head,
    isAwaited: bringBy !== undefined,
    parts,
    papers,
    qr: toQrSvg(code, ''),
    answers: answers.map((text) => toQrSvg(text, '')),
    texts: { fr, [language]: texts },
  });
}

/** As a fact it keeps its own order in an Arabic sentence. */
const DECREE = '2-08-177';

/** The template knows the numbers of its pages, the messages where to write them. */
const PAGE = '#page';
const PAGES = '#pages';
