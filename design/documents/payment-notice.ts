import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import type { Centimes } from '#platform/money';
import { toQrSvg } from '#platform/qr';
import { type BilingualText, inFours } from './document-data.ts';
import { textsOf } from './document-texts.ts';

/** What a vulnerable family pays for a year (avis de paiement), with a slip that the teller keeps. */
export type PaymentNoticeDocument = {
  readonly noticeNumber: string;
  readonly registrationNumber: string;
  readonly head: BilingualText;
  readonly persons: number;
  readonly perPerson: Centimes;
  /** The most a household pays, whatever its size. */
  readonly cap: Centimes;
  /** What this family pays: persons × perPerson, or the cap. */
  readonly amount: Centimes;
  readonly issuedOn: PlainDate;
  readonly payBefore: PlainDate;
  /** The last day of the year that is paid for: it begins with the payment. */
  readonly coversUntil: PlainDate;
  readonly payAt: BilingualText;
};

/** A PDF of one A5 page. Its code holds the notice's number alone. */
export async function paymentNoticePdf(notice: PaymentNoticeDocument): Promise<Uint8Array> {
  const { persons, perPerson, cap, amount, payBefore, coversUntil } = notice;
  return renderPdf('payment-notice', {
    noticeNumber: inFours(notice.noticeNumber),
    registrationNumber: inFours(notice.registrationNumber),
    head: notice.head,
    payAt: notice.payAt,
    issuedOn: toIsoDate(notice.issuedOn),
    payBefore: toIsoDate(payBefore),
    isCapped: persons * perPerson > cap,
    qr: toQrSvg(notice.noticeNumber, ''),
    texts: textsOf('payment-notice', { persons, perPerson, cap, amount, payBefore, coversUntil }),
  });
}
