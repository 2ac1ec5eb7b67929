import { parseDate } from '#platform/dates';
import { type Facts, type Translate, translator } from '#platform/i18n';
import type { Refusal } from '#platform/refusals';

/** A batch that cannot be read beyond some line. */
export type Fault = { readonly line: number; readonly rule: string; readonly facts: Refusal['facts'] };

/** A refused record with every reason, as the module of requests stored it. */
export type RefusedRecord = { readonly line: number; readonly reference: string | null; readonly refusals: readonly Refusal[] };

/** A file is refused before anybody says in which language: French is what every office reads. */
const inFrench = (): Translate => translator('fr');

/** What the desk itself refuses, whatever the deed. */
const ofTheDesk: ReadonlySet<string> = new Set(['not-allowed', 'wrong-input', 'key-reused']);

/** A refusal of a file or of a record, as a sentence. */
export function sayRefusal({ refused, facts = {} }: Pick<Refusal, 'refused' | 'facts'>): string {
  const module = ofTheDesk.has(refused) ? 'actions' : 'applications';
  return inFrench()(`${module}.refusal.${refused}`, withDates(facts));
}

export function sayFault({ line, rule, facts }: Fault): string {
  return `unreadable from line ${line}: ${sayRefusal({ refused: rule, ...(facts ? { facts } : {}) })}`;
}

/** One line for each reason: where it is, whose it is, what is wrong. */
export function sayRefused({ line, reference, refusals }: RefusedRecord): string[] {
  return refusals.map((refusal) => {
    const place = refusal.place ? `, ${refusal.place}` : '';
    return `line ${line}, ${reference ?? 'no reference'}${place}: ${sayRefusal(refusal)}`;
  });
}

/** Dates are stored as text and said as dates. */
function withDates(facts: NonNullable<Refusal['facts']>): Facts {
  const said = Object.entries(facts).map(([name, fact]) => [name, (typeof fact === 'string' && parseDate(fact)) || fact]);
  return Object.fromEntries(said) as Facts;
}
