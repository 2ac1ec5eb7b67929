import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import { type BilingualText, inFours, inScriptOf } from './document-data.ts';
import { sayIn, textsOf } from './document-texts.ts';

/** The list of files that a sitting rules on (ordre du jour), with a column for each institution to write in. */
export type AgendaDocument = {
  readonly language: 'fr' | 'ar';
  readonly sittingNumber: string;
  readonly commission: BilingualText;
  readonly heldOn: PlainDate;
  /** "09:30"; empty where nobody said an hour. */
  readonly startsAt: string;
  readonly place: BilingualText;
  /** One column each, in the language of the list. */
  readonly institutions: readonly string[];
  readonly files: readonly {
    readonly position: number;
    readonly requestNumber: string;
    readonly head: BilingualText;
    readonly filedOn: PlainDate;
    /** From the day it was filed to the day of the sitting. */
    readonly days: number;
    /** Why it stands here; absent where nobody says. */
    readonly why?: AgendaReason | undefined;
    /** Of a late file: where it stood longest since it was filed, in the language of the list. */
    readonly stood?: { readonly state: string; readonly days: number } | undefined;
    readonly proposal: 'poor' | 'vulnerable' | 'refused';
  }[];
  /** Whether what the score proposes is printed: a commission may want to hear the file first. */
  readonly showsProposal: boolean;
};

export type AgendaReason = 'answered' | 'returned' | 'adjourned' | 'late' | 'concordant' | 'age';

/** A PDF of A4 pages on their long side. */
export async function agendaPdf(agenda: AgendaDocument): Promise<Uint8Array> {
  const { language, heldOn, startsAt, files } = agenda;
  const say = sayIn(language, 'agenda-line');
  const where = inScriptOf(language, agenda.place);
  return renderPdf('agenda', {
    language,
    issuedOn: toIsoDate(heldOn),
    institutions: agenda.institutions,
    showsProposal: agenda.showsProposal,
    facts: [
      say('day', { heldOn }),
      ...(startsAt === '' ? [] : [say('hour', { startsAt })]),
      ...(where === '' ? [] : [say('place', { place: where })]),
      say('count', { files: files.length }),
    ],
    files: files.map(({ filedOn, requestNumber, days, why, stood, ...file }) => ({
      ...file,
      requestNumber: inFours(requestNumber),
      filed: toIsoDate(filedOn),
      days: say('days', { days }),
      why: inWords(say, why, stood),
    })),
    texts: textsOf('agenda', {
      sitting: agenda.sittingNumber,
      commission: inScriptOf(language, agenda.commission),
      heldOn,
      page: '#page',
      pages: '#pages',
    }),
  });
}

type Files = AgendaDocument['files'][number];

function inWords(say: ReturnType<typeof sayIn>, why: Files['why'], stood: Files['stood']): string {
  if (why === undefined) return '';
  const place = say(`why.${why}`);
  return stood === undefined ? place : say('stood', { place, state: stood.state, days: say('days', { days: stood.days }) });
}
