import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import { toQrSvg } from '#platform/qr';
import { type BilingualText, inFours } from './document-data.ts';
import { textsOf } from './document-texts.ts';

/** Both sides of a card. The category is not on it: nobody at a counter needs to see whether a family is poor or vulnerable. */
export type CardDocument = {
  readonly registrationNumber: string;
  readonly cardSerial: string;
  readonly holder: BilingualText;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
  /** The whole family, the holder first; beyond twelve, the last line says how many more. */
  readonly beneficiaries: readonly { readonly name: BilingualText; readonly birthYear: number }[];
  /** The signed credential, as `issueCredential` writes it. */
  readonly credentialText: string;
};

/** A PDF of two pages of 85.6 × 54 mm (CR80): the front, the back. */
export async function cardPdf({ credentialText, ...card }: CardDocument): Promise<Uint8Array> {
  return renderPdf('card', {
    ...card,
    issuedOn: toIsoDate(card.validFrom),
    registrationNumber: inFours(card.registrationNumber),
    validFrom: toIsoDate(card.validFrom),
    validUntil: toIsoDate(card.validUntil),
    qr: toQrSvg(credentialText, ''),
    texts: textsOf('card'),
  });
}
