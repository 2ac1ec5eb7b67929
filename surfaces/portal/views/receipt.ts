import type { ReceiptDocument } from '#design/documents/index.ts';
import { lawAt } from '#law';
import { emergenciesUntil } from '#modules/applications';
import { issueCredential, type ReceiptClaims, type SigningKey } from '#modules/cards';
import { addDays, type PlainDate, toIsoDate } from '#platform/dates';
import type { Dossier } from './dossier.ts';
import { bilingualPlace, calledName, documentName } from './names.ts';

/** The proof of filing as it is printed, with the code that a hospital reads signed anew: the same file always gives the same paper. */
export function toReceipt(dossier: Dossier, key: SigningKey): ReceiptDocument {
  return {
    receiptNumber: dossier.number,
    filedOn: dossier.filedOn,
    office: bilingualPlace(dossier.territory),
    family: dossier.members.map((member) => ({
      name: documentName(member.names),
      nationalCard: member.cnie,
      birthYear: birthYear(member),
    })),
    emergenciesUntil: emergenciesUntil(dossier.filedOn),
    answerBy: addDays(dossier.filedOn, decisionClock(dossier.filedOn).normal),
    credentialText: issueCredential(receiptClaims(dossier), key).text,
  };
}

function receiptClaims({ number, names, filedOn, members }: Dossier): ReceiptClaims {
  return {
    kind: 'receipt',
    issuer: 'ANAM',
    receiptNumber: number,
    names: calledName(names),
    validFrom: filedOn,
    validUntil: emergenciesUntil(filedOn),
    birthYears: members.slice(0, MOST_MEMBERS).map(birthYear),
  };
}

/** As many as a code can carry. */
const MOST_MEMBERS = 30;

function decisionClock(filedOn: PlainDate) {
  return lawAt(toIsoDate(filedOn)).deadlines.decision.value;
}

function birthYear({ birth_date }: { readonly birth_date: string }): number {
  return Number(birth_date.slice(0, 4));
}
