import { paymentNoticePdf, paymentReceiptPdf } from '#design/documents/index.ts';
import { today } from '#platform/clock';
import { renderPayment } from '../pages/payment.tsx';
import { paths, placeOf } from '../place.ts';
import { findHelpline } from '../views/guide/content.ts';
import { toPaymentNotice, toPaymentReceipt, toPaymentView } from '../views/payment.ts';
import { goTo, sendPage } from './answers.ts';
import { sendPdf, withDossier } from './follow.ts';
import type { RoutesInLanguage } from './portal.ts';
import type { OfFile } from './who-may-read-file.ts';

/** P18: what the family of a file pays, and on paper the notice to take to the bank or, once it is paid, the receipt. */
export const paymentRoutes: RoutesInLanguage = (app, portal, language) => {
  const { house } = portal;
  const helpline = findHelpline();
  const help = helpline === undefined ? {} : { helpline };
  app.get<OfFile>('/follow/:number/payment', (request, reply) =>
    withDossier({ portal, language, request, reply }, (dossier) => {
      const view = { ...toPaymentView(language, dossier, today(house.clock)), ...help };
      return sendPage(reply, renderPayment(placeOf(language, paths.payment(dossier.number)), view), { personal: true });
    }),
  );
  app.get<OfFile>('/follow/:number/payment.pdf', (request, reply) =>
    withDossier({ portal, language, request, reply }, async (dossier) => {
      const notice = toPaymentNotice(dossier, today(house.clock));
      if (notice) return sendPdf(reply, `ramed-payment-${notice.noticeNumber}`, await paymentNoticePdf(notice));
      const receipt = toPaymentReceipt(dossier, today(house.clock));
      if (receipt) return sendPdf(reply, `ramed-paid-${receipt.noticeNumber}`, await paymentReceiptPdf(receipt));
      return goTo(reply, `/${language}${paths.payment(dossier.number)}`);
    }),
  );
};
