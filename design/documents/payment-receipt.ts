import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import type { Centimes } from '#platform/money';
import { toQrSvg } from '#platform/qr';
import { type BilingualText, inFours } from './document-data.ts';
import { textsOf } from './document-texts.ts';

/** The proof that a year's contribution was paid (reçu), as the bank announced it. */
export type PaymentReceiptDocument = {
  readonly noticeNumber: string;
  readonly registrationNumber: string;
  readonly head: BilingualText;
  readonly persons: number;
  readonly amount: Centimes;
  readonly coversUntil: PlainDate;
  readonly paidOn: PlainDate;
  /** What the bank calls it, and where it was made. */
  readonly payment: { readonly number: string; readonly branch: string };
};

/** A PDF of one A5 page. Its code holds the notice's number alone. */
export async function paymentReceiptPdf(receipt: PaymentReceiptDocument): Promise<Uint8Array> {
  const { persons, amount, coversUntil, paidOn, payment } = receipt;
  return renderPdf('payment-receipt', {
    noticeNumber: inFours(receipt.noticeNumber),
    registrationNumber: inFours(receipt.registrationNumber),
    head: receipt.head,
    payment,
    issuedOn: toIsoDate(paidOn),
    qr: toQrSvg(receipt.noticeNumber, ''),
    texts: textsOf('payment-receipt', { persons, amount, coversUntil }),
  });
}
