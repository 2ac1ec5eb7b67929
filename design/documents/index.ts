export { type AgendaDocument, type AgendaReason, agendaPdf } from './agenda.ts';
export { type AppealDecisionDocument, appealDecisionPdf, appealDecisionText } from './appeal-decision.ts';
export {
  type BlankAnswer,
  type BlankField,
  type BlankFormDocument,
  type BlankPart,
  type BlankQuestion,
  blankFormPdf,
} from './blank-form.ts';
export { type CardDocument, cardPdf } from './card.ts';
export { type CardsListDocument, cardsListPdf } from './cards-list.ts';
export { type ConvocationDocument, convocationPdf } from './convocation.ts';
export { type DecisionDocument, decisionPdf, decisionText } from './decision.ts';
export { type BilingualText, maskedNationalCard } from './document-data.ts';
export { type DossierDocument, type DossierPart, type DossierQuestion, dossierPdf } from './dossier.ts';
export { type EnquiryDocument, enquiryPdf } from './enquiry.ts';
export type { LetterHelp, LetterMinutes } from './letter.ts';
export { type MinutesDocument, type MinutesOutcome, minutesPdf, minutesText } from './minutes.ts';
export { type PaymentNoticeDocument, paymentNoticePdf } from './payment-notice.ts';
export { type PaymentReceiptDocument, paymentReceiptPdf } from './payment-receipt.ts';
export { type PutOffDocument, putOffPdf, putOffText } from './put-off.ts';
export { type ReceiptDocument, receiptPdf } from './receipt.ts';
export { type SignaturesDocument, signaturesPdf } from './signatures.ts';
