import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import { type BilingualText, inFours } from './document-data.ts';
import { textsOf } from './document-texts.ts';

/** The minutes of a commission's sitting (PV), in the language they are kept in. */
export type MinutesDocument = {
  readonly language: 'fr' | 'ar';
  readonly sittingNumber: string;
  readonly commission: BilingualText;
  readonly place: BilingualText;
  readonly heldOn: PlainDate;
  readonly quorum: number;
  readonly members: readonly {
    readonly name: BilingualText;
    readonly institution: BilingualText;
    readonly role: 'chair' | 'secretary' | 'member';
    readonly isPresent: boolean;
  }[];
  readonly decisions: readonly {
    readonly requestNumber: string;
    readonly head: BilingualText;
    readonly outcome: MinutesOutcome;
    /** In the language of the minutes. */
    readonly reason: string;
  }[];
  /** SHA-256 of the sealed decisions, in hexadecimal; on every page. */
  readonly digest: string;
};

export type MinutesOutcome = 'poor' | 'vulnerable' | 'refused' | 'adjourned' | 'enquiry';

const OUTCOMES: readonly MinutesOutcome[] = ['poor', 'vulnerable', 'refused', 'adjourned', 'enquiry'];

/** A PDF of A4 pages; about thirty decisions a page, and no decision is cut in two. */
export async function minutesPdf(minutes: MinutesDocument): Promise<Uint8Array> {
  const { language, members, decisions, heldOn } = minutes;
  const inScript = (text: BilingualText) => (language === 'ar' ? text.arabic || text.latin : text.latin || text.arabic);
  const texts = textsOf('minutes', {
    sitting: minutes.sittingNumber,
    commission: inScript(minutes.commission),
    place: inScript(minutes.place),
    heldOn,
    present: members.filter(({ isPresent }) => isPresent).length,
    members: members.length,
    quorum: minutes.quorum,
    decisions: decisions.length,
    page: PAGE,
    pages: PAGES,
  });
  return renderPdf('minutes', {
    language,
    digest: minutes.digest,
    members,
    issuedOn: toIsoDate(heldOn),
    decisions: decisions.map((decision) => ({ ...decision, requestNumber: inFours(decision.requestNumber) })),
    totals: OUTCOMES.map((outcome) => ({ outcome, count: decisions.filter((decision) => decision.outcome === outcome).length })),
    texts,
  });
}

/** The template knows the numbers of its pages, the messages where to write them. */
const PAGE = '#page';
const PAGES = '#pages';
