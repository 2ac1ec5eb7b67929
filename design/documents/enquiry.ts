import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import { type BilingualText, inFours, inScriptOf } from './document-data.ts';
import { sayIn, textsOf } from './document-texts.ts';

/** What a commission asks to be seen on the spot, as a form to fill in by hand where there is neither network nor telephone. */
export type EnquiryDocument = {
  readonly language: 'fr' | 'ar';
  readonly requestNumber: string;
  readonly head: BilingualText;
  readonly commission: BilingualText;
  readonly askedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly question: string;
  readonly points: readonly string[];
};

/** A PDF of one A4 page; more points than a page holds go on to another. */
export async function enquiryPdf({ language, askedOn, dueOn, ...enquiry }: EnquiryDocument): Promise<Uint8Array> {
  const say = sayIn(language, 'enquiry-line');
  return renderPdf('enquiry', {
    language,
    issuedOn: toIsoDate(askedOn),
    requestNumber: inFours(enquiry.requestNumber),
    head: enquiry.head,
    question: enquiry.question,
    points: enquiry.points,
    asked: say('asked', { commission: inScriptOf(language, enquiry.commission), askedOn }),
    due: say('due', { dueOn }),
    texts: textsOf('enquiry', { request: enquiry.requestNumber, page: '#page', pages: '#pages' }),
  });
}
