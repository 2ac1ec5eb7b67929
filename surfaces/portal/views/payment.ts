import type { PaymentNoticeDocument, PaymentReceiptDocument } from '#design/documents/index.ts';
import { lawAt } from '#law';
import { lastDayCovered } from '#modules/contributions';
import { yearOfRight } from '#modules/entitlements';
import { addDays, type PlainDate, toIsoDate } from '#platform/dates';
import type { Language, Message } from '#platform/i18n';
import { dirhams } from '#platform/money';
import type { NoticeView, PaymentView } from '../pages/payment.tsx';
import type { Dossier } from './dossier.ts';
import { documentName, placeName } from './names.ts';

/** What the family of a file pays, or has paid, as it stands today. */
export function toPaymentView(language: Language, dossier: Dossier, today: PlainDate): PaymentView {
  const notice = toNotice(dossier, today);
  return {
    number: dossier.number,
    state: stateOf(dossier, notice, today),
    place: placeName(language, dossier.territory),
    ...(notice ? { notice } : {}),
  };
}

/** The notice to print, as long as there is something to pay. */
export function toPaymentNotice(dossier: Dossier, today: PlainDate): PaymentNoticeDocument | undefined {
  const notice = toNotice(dossier, today);
  if (!notice || !isPayable(dossier.registration?.due?.state ?? '') || isOver(dossier, today)) return undefined;
  const { number, registration, issuedOn, payBefore, coversUntil, persons, perPerson, cap, amount } = notice;
  return {
    noticeNumber: number,
    registrationNumber: registration,
    head: documentName(dossier.names),
    payAt: { latin: 'Toute agence Al Barid Bank', arabic: 'أي وكالة من وكالات البريد بنك' },
    persons,
    perPerson,
    cap,
    amount,
    issuedOn,
    payBefore,
    coversUntil,
  };
}

/** The proof of what was paid; undefined before. */
export function toPaymentReceipt(dossier: Dossier, today: PlainDate): PaymentReceiptDocument | undefined {
  const notice = toNotice(dossier, today);
  if (!notice?.paid) return undefined;
  const { number, registration, persons, amount, coversUntil, paid } = notice;
  return {
    noticeNumber: number,
    registrationNumber: registration,
    head: documentName(dossier.names),
    persons,
    amount,
    coversUntil,
    paidOn: paid.on,
    payment: { number: paid.payment, branch: paid.branch },
  };
}

/** Whether the bank still takes a payment for a notice in this state. */
export function isPayable(state: string): boolean {
  return state === 'assessed' || state === 'notified' || state === 'overdue';
}

/** Whether no payment opens anything any more: the bank takes none. */
function isOver({ registration }: Dossier, today: PlainDate): boolean {
  const until = registration?.due?.notice?.payableUntil;
  return until !== undefined && toIsoDate(until) < toIsoDate(today);
}

/** A notice that the bank would still take is past its day when the law's delay is over. */
function stateOf(dossier: Dossier, notice: NoticeView | undefined, today: PlainDate): PaymentView['state'] {
  const { registration } = dossier;
  if (!registration) return 'not-yet';
  if (!notice || !registration.due) return registration.category === 'poor' ? 'nothing' : 'not-yet';
  const { state } = registration.due;
  if (state === 'paid' || state === 'waived' || state === 'lapsed') return state;
  if (isOver(dossier, today)) return 'lapsed';
  return state === 'overdue' || toIsoDate(today) > toIsoDate(notice.payBefore) ? 'overdue' : 'to-pay';
}

/** What a payment covers: the year it was asked for, or opened; of one that has gone by unpaid, the year that runs on the day. */
function toNotice({ registration }: Dossier, today: PlainDate): NoticeView | undefined {
  const { due, on: registeredOn } = registration ?? {};
  if (!due?.notice || due.amount === undefined || !registeredOn) return undefined;
  const { number, persons, paid } = due.notice;
  const yearsBefore = registration?.yearsBefore ?? 0;
  const asked = due.notice.year - yearsBefore;
  const running = yearOfRight(registeredOn, toIsoDate(today));
  const year = paid ? (due.notice.creditedYear ?? due.notice.year) - yearsBefore : Math.max(asked, running);
  const { contributions, deadlines } = lawAt(toIsoDate(due.on));
  const [perPerson, cap] = [dirhams(contributions.perPerson.value), dirhams(contributions.householdCap.value)];
  const { status, value } = deadlines.payment;
  return {
    number,
    registration: due.notice.registration,
    persons,
    perPerson,
    cap,
    amount: due.amount,
    isCapped: perPerson * persons > cap,
    issuedOn: due.on,
    payBefore: addDays(due.on, value.late),
    coversUntil: lastDayCovered(registeredOn, year),
    ...(paid === undefined && year > asked ? { missedUntil: lastDayCovered(registeredOn, asked) } : {}),
    ...(status === 'official' ? {} : { caution: { key: `portal.law.delay.${status}` } satisfies Message }),
    ...(paid ? { paid } : {}),
  };
}
