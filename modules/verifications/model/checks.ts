import { registers } from '#modules/exchange';
import type { Beneficiary, PersonName } from '#modules/registry';
import { compareNames } from '#modules/registry';

/** The registers a request is checked against before it is scored, and what each is asked about. */
export const checkPartners = ['dgsn', 'cnss', 'cnops'] as const;
export type CheckPartner = (typeof checkPartners)[number];

/** What an envelope to a partner is about, as the log of envelopes says it. */
export function askedAbout(partner: CheckPartner): 'identity-checks' | 'cover-checks' {
  return registers[partner].question === 'identity' ? 'identity-checks' : 'cover-checks';
}

/** A partner's answer about one member, as kept beside the declaration. */
export type KeptAnswer =
  | { readonly ref: number; readonly kind: 'identity'; readonly found: false }
  | {
      readonly ref: number;
      readonly kind: 'identity';
      readonly found: true;
      readonly names: PersonName;
      readonly birthDate: string;
      readonly sex: 'F' | 'M';
      readonly vitalStatus: 'alive' | 'deceased';
    }
  | { readonly ref: number; readonly kind: 'cover'; readonly periods: readonly CoverSpan[] };

export type CoverSpan = {
  readonly scheme: string;
  readonly role: 'insured' | 'dependant';
  readonly from: string;
  readonly to?: string | undefined;
};

/** One field where the answer and the declaration part. `weight` tells whether someone must look, or it is only worth knowing. */
export type Difference = {
  readonly ref: number;
  readonly field: 'card' | 'names' | 'birth_date' | 'sex' | 'vital_status' | 'cover';
  readonly weight: 'to-settle' | 'to-know';
  readonly declared: string;
  readonly answered: string;
};

/** Lays one answer beside what the household declared about that member, field by field. */
export function differencesOf(declared: Beneficiary, answer: KeptAnswer): Difference[] {
  return answer.kind === 'identity' ? identityDifferences(declared, answer) : coverDifferences(declared, answer.periods);
}

type IdentityAnswer = Extract<KeptAnswer, { kind: 'identity' }>;

function identityDifferences(declared: Beneficiary, answer: IdentityAnswer): Difference[] {
  const { ref } = declared;
  if (!answer.found) return [{ ref, field: 'card', weight: 'to-settle', declared: declared.cnie ?? '', answered: 'unknown' }];
  const differences: Difference[] = [...nameDifference(declared, answer.names)];
  if (answer.birthDate !== declared.birthDate) {
    differences.push({ ref, field: 'birth_date', weight: 'to-settle', declared: declared.birthDate, answered: answer.birthDate });
  }
  if (answer.sex !== declared.sex)
    differences.push({ ref, field: 'sex', weight: 'to-settle', declared: declared.sex, answered: answer.sex });
  if (answer.vitalStatus === 'deceased') {
    differences.push({ ref, field: 'vital_status', weight: 'to-settle', declared: 'alive', answered: 'deceased' });
  }
  return differences;
}

function nameDifference(declared: Beneficiary, names: PersonName): Difference[] {
  const likeness = compareNames(declared.names, names);
  if (likeness === 'same' || likeness === 'not-comparable') return [];
  const weight = likeness === 'different' ? 'to-settle' : 'to-know';
  return [{ ref: declared.ref, field: 'names', weight, declared: inWords(declared.names), answered: inWords(names) }];
}

/** Article 2: a beneficiary who is covered elsewhere on the day of deposit. A cover that ended before is no obstacle. */
function coverDifferences(declared: Beneficiary, periods: readonly CoverSpan[]): Difference[] {
  return periods
    .filter((period) => period.from <= declared.statedOn && (period.to === undefined || period.to >= declared.statedOn))
    .map((period) => ({
      ref: declared.ref,
      field: 'cover',
      weight: 'to-settle',
      declared: 'none',
      answered: coverInShort(period),
    }));
}

/** A cover as a difference holds it. */
export function coverInShort({ scheme, role, from, to }: CoverSpan): string {
  return `${scheme}, ${role}, ${from} – ${to ?? '…'}`;
}

function inWords(names: PersonName): string {
  return [names.fr, names.ar].flatMap((name) => (name ? [`${name.family} ${name.given}`] : [])).join(' · ');
}
