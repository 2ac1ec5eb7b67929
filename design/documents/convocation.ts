import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import type { BilingualText } from './document-data.ts';
import { sayIn, textsOf } from './document-texts.ts';

/** What calls the members of a commission to a sitting, a page each, in French and Arabic face to face. */
export type ConvocationDocument = {
  readonly sittingNumber: string;
  readonly commission: BilingualText;
  readonly heldOn: PlainDate;
  /** "09:30"; empty where nobody said an hour. */
  readonly startsAt: string;
  readonly place: BilingualText;
  /** How many files are on the agenda; none where it is not fixed yet. */
  readonly files: number;
  readonly members: readonly {
    readonly name: BilingualText;
    readonly institution: BilingualText;
    readonly seat: 'chair' | 'titular' | 'substitute' | 'secretary';
  }[];
};

/** A PDF of A4 pages, one a member. */
export async function convocationPdf(convocation: ConvocationDocument): Promise<Uint8Array> {
  return renderPdf('convocation', {
    issuedOn: toIsoDate(convocation.heldOn),
    members: convocation.members,
    called: { fr: calledIn('fr', convocation), ar: calledIn('ar', convocation) },
    texts: textsOf('convocation', {}),
  });
}

/** The sentences that differ from one sitting to the next, in order. */
function calledIn(language: 'fr' | 'ar', { commission, place, heldOn, startsAt, sittingNumber, files }: ConvocationDocument) {
  const say = sayIn(language, 'convocation-line');
  const script = language === 'ar' ? 'arabic' : 'latin';
  const facts = { commission: commission[script], sitting: sittingNumber };
  return [
    say('called', facts),
    say('day', { heldOn }),
    ...(startsAt === '' ? [] : [say('hour', { startsAt })]),
    ...(place[script] === '' ? [] : [say('place', { place: place[script] })]),
    ...(files === 0 ? [] : [say('files', { files })]),
  ];
}
