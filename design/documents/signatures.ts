import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import { toQrSvg } from '#platform/qr';
import { type BilingualText, inScriptOf } from './document-data.ts';
import { sayIn, textsOf } from './document-texts.ts';

/** Who signed the minutes of a sitting, when and how (feuille de signatures): it goes with the minutes, whose paper never changes. */
export type SignaturesDocument = {
  readonly language: 'fr' | 'ar';
  readonly sittingNumber: string;
  readonly commission: BilingualText;
  readonly heldOn: PlainDate;
  readonly members: readonly {
    readonly name: BilingualText;
    readonly institution: string;
    readonly seat: 'chair' | 'titular' | 'substitute' | 'secretary';
    readonly signed?: { readonly way: 'second-factor' | 'paper'; readonly on: PlainDate; readonly at: string };
  }[];
  /** The digest that was signed. */
  readonly digest: string;
  readonly code: string;
};

/** A PDF of one A4 page. */
export async function signaturesPdf(sheet: SignaturesDocument): Promise<Uint8Array> {
  const { language, heldOn, members } = sheet;
  const say = sayIn(language, 'signatures-line');
  return renderPdf('signatures', {
    language,
    issuedOn: toIsoDate(heldOn),
    digest: sheet.digest,
    qr: toQrSvg(sheet.code, ''),
    count: say('count', { signed: members.filter(({ signed }) => signed).length, members: members.length }),
    members: members.map(({ signed, ...member }) => ({
      ...member,
      signed: signed === undefined ? '' : say(`way.${signed.way}`, { on: signed.on, at: signed.at }),
    })),
    texts: textsOf('signatures', {
      sitting: sheet.sittingNumber,
      commission: inScriptOf(language, sheet.commission),
      heldOn,
      page: '#page',
      pages: '#pages',
    }),
  });
}
