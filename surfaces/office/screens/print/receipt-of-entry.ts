import { lawAt } from '#law';
import { form } from '#modules/applications';
import { findCommune } from '#modules/territory';
import { addDays, toDate, toIsoDate } from '#platform/dates';
import type { InBothScripts, Receipt } from '../../client/receipts.ts';

/** What was filed, as far as a receipt says it. */
export type FiledHere = {
  readonly application: string;
  readonly number: string | undefined;
  readonly answers: form.Answers;
  readonly filedOn: string;
  readonly missing: readonly string[];
};

/** The receipt of a request filed on this computer, before any server has signed one. */
export function receiptOfEntry({ application, number, answers, filedOn, missing }: FiledHere): Receipt {
  const day = toDate(filedOn);
  const { normal, late } = lawAt(filedOn).deadlines.decision.value;
  const place = findCommune(String(answers.commune))?.name;
  return {
    ...{ application, filedOn, missing, ...(number === undefined ? {} : { number }) },
    office: { latin: place?.fr ?? '', arabic: place?.ar ?? '' },
    family: answers.members.map((person) => ({
      name: namesOf(person),
      card: masked(String(form.valueAt(person, 'cnie') ?? '')),
      birthYear: Number(String(form.valueAt(person, 'birth_date')).slice(0, 4)),
    })),
    ...{ answerBy: toIsoDate(addDays(day, normal)), emergenciesUntil: toIsoDate(addDays(day, late)) },
  };
}

function namesOf(person: form.Tree): InBothScripts {
  const half = (key: string) => String(form.valueAt(person, `names.${key}`) ?? '');
  return {
    latin: `${half('fr.family').toUpperCase()} ${half('fr.given')}`.trim(),
    arabic: `${half('ar.given')} ${half('ar.family')}`.trim(),
  };
}

/** "BE412312" is "BE••••12", as on every paper of the house. */
function masked(card: string): string {
  return card.length < 5 ? '•'.repeat(card.length) : card.slice(0, 2) + '•'.repeat(card.length - 4) + card.slice(-2);
}
