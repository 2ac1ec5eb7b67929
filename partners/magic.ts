/**
 * The magic inputs of the stand-ins: what a register answers is read off the last two digits of the national card number asked.
 * Any other number, and any subject without a number, is held exactly as it was asked, alive, and has no cover anywhere.
 *
 * `partners` are those where the row shows; every other partner answers as if the number were ordinary.
 */
export const magicTable = [
  { digits: '71', effect: 'slow', partners: ['dgsn', 'cnss', 'cnops', 'insurers'], says: 'the envelope is answered after 2 s' },
  {
    digits: '72',
    effect: 'fails-once',
    partners: ['dgsn', 'cnss', 'cnops', 'insurers'],
    says: 'the envelope gets HTTP 500 once, then its answer',
  },
  {
    digits: '73',
    effect: 'wrong-type',
    partners: ['dgsn', 'cnss', 'cnops', 'insurers'],
    says: 'the answer for this subject has values of a wrong type',
  },
  {
    digits: '74',
    effect: 'left-out',
    partners: ['dgsn', 'cnss', 'cnops', 'insurers'],
    says: 'no answer for this subject, the others have theirs',
  },
  { digits: '81', effect: 'cnss-open', partners: ['cnss'], says: 'insured at the CNSS, still open' },
  { digits: '82', effect: 'cnss-ended', partners: ['cnss'], says: 'was insured at the CNSS until 31 December of last year' },
  { digits: '83', effect: 'cnops-open', partners: ['cnops'], says: 'insured at the CNOPS, still open' },
  {
    digits: '84',
    effect: 'cnops-dependant',
    partners: ['cnops'],
    says: 'dependant of an insured person at the CNOPS, still open',
  },
  { digits: '85', effect: 'students-open', partners: ['insurers'], says: "in the students' scheme, still open" },
  { digits: '86', effect: 'art114-open', partners: ['insurers'], says: 'covered by an article 114 body, still open' },
  { digits: '90', effect: 'other-spelling', partners: ['dgsn'], says: 'the same person, the Latin names spelled another way' },
  { digits: '91', effect: 'other-person', partners: ['dgsn'], says: 'the number belongs to a person of another name' },
  { digits: '92', effect: 'unknown', partners: ['dgsn'], says: 'the number is not in the register' },
  { digits: '93', effect: 'other-birth-date', partners: ['dgsn'], says: 'born one year earlier than asked' },
  { digits: '94', effect: 'deceased', partners: ['dgsn'], says: 'the person has died' },
] as const satisfies readonly MagicRow[];

export type RegisterName = 'dgsn' | 'cnss' | 'cnops' | 'insurers';

type MagicRow = {
  readonly digits: string;
  readonly effect: string;
  readonly partners: readonly RegisterName[];
  readonly says: string;
};

export type Magic = (typeof magicTable)[number];
export type MagicEffect = Magic['effect'];

/** The row a national card number falls on, or undefined for an ordinary number. Letters, spaces and case do not count. */
export function findMagic(cnie: string | undefined): Magic | undefined {
  return cnie === undefined ? undefined : byDigits.get(lastTwoDigits(cnie));
}

/** The effect of a card number at one partner: undefined when it answers there as for an ordinary number. */
export function findEffect(cnie: string | undefined, partner: RegisterName): MagicEffect | undefined {
  const row = findMagic(cnie);
  return row !== undefined && (row.partners as readonly RegisterName[]).includes(partner) ? row.effect : undefined;
}

const byDigits: ReadonlyMap<string, Magic> = new Map(magicTable.map((row) => [row.digits, row]));

function lastTwoDigits(cnie: string): string {
  return cnie.replace(/\D/g, '').slice(-2);
}
