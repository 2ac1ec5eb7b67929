import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import { toQrSvg } from '#platform/qr';
import { type BilingualText, inFours, maskedNationalCard } from './document-data.ts';
import { textsOf } from './document-texts.ts';

/** The proof that a request was filed (récépissé): with the family's names, so that it cannot be lent. */
export type ReceiptDocument = {
  readonly receiptNumber: string;
  readonly filedOn: PlainDate;
  readonly office: BilingualText;
  /** The head first. National cards are given whole and printed masked. */
  readonly family: readonly {
    readonly name: BilingualText;
    readonly nationalCard?: string | undefined;
    readonly birthYear: number;
  }[];
  /** Until when it opens emergency care. */
  readonly emergenciesUntil: PlainDate;
  /** By when the commission normally decides. */
  readonly answerBy: PlainDate;
  /** The signed credential of the receipt. */
  readonly credentialText: string;
};

/** A PDF of one A5 page; a family of more than ten goes on to a second. */
export async function receiptPdf({ credentialText, ...receipt }: ReceiptDocument): Promise<Uint8Array> {
  const { emergenciesUntil, answerBy } = receipt;
  return renderPdf('receipt', {
    receiptNumber: inFours(receipt.receiptNumber),
    issuedOn: toIsoDate(receipt.filedOn),
    office: receipt.office,
    family: receipt.family.map(({ name, nationalCard, birthYear }) => ({
      name,
      nationalCard: nationalCard ? maskedNationalCard(nationalCard) : '',
      birthYear,
    })),
    qr: toQrSvg(credentialText, ''),
    texts: textsOf('receipt', { emergenciesUntil, answerBy }),
  });
}
