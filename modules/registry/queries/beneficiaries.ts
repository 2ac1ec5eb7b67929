import type { Tx } from '#platform/database';
import type { PersonName } from '../model/names.ts';
import type { EntitledBy } from '../model/ramed-household.ts';
import {
  type CardAndBirth,
  type CardStated,
  findStatedBearer,
  listBeneficiaryRows,
  listBirthYears,
  listCardsStated,
  listEverStatedRows,
  listOnCards,
  listRequestsNaming,
  type OnCard,
  type SubjectRow,
} from '../store/households.ts';
import { listTogetherAt } from '../store/known-as.ts';

/** A member of a RAMED household, as stated in one request. */
export type Beneficiary = {
  readonly requestId: string;
  readonly householdId: string;
  readonly territory: string;
  readonly statedOn: string;
  readonly ref: number;
  readonly personId: string;
  readonly relation: string;
  readonly entitledBy: EntitledBy;
  readonly cnie: string | undefined;
  readonly names: PersonName;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
};

/** Everyone who would get rights under these requests, by request then in the order of the form; none for a request not yet entered. */
export async function listBeneficiaries(tx: Tx, requests: readonly string[]): Promise<Beneficiary[]> {
  return (await listBeneficiaryRows(tx, requests)).map(toBeneficiary);
}

/**
 * Everyone whom these requests ever stated, with rights or without, in the latest words, or in those that were the latest at an instant: who has rights
 * over time is for the entitlements.
 */
export async function listEverStated(tx: Tx, requests: readonly string[], knownAt?: string): Promise<Beneficiary[]> {
  return requests.length === 0 ? [] : (await listEverStatedRows(tx, requests, knownAt)).map(toBeneficiary);
}

/** Whether a national card is that of another person whom some request states today, in whatever province; not of whoever was found to be one with this one. */
export async function isCardOfAnother(tx: Tx, { cnie, person }: { cnie: string; person: string }, now: string): Promise<boolean> {
  const bearer = await findStatedBearer(tx, cnie);
  if (bearer === undefined || bearer === person) return false;
  return !(await listTogetherAt(tx, [person], now)).includes(bearer);
}

/** The years in which these persons were born, without a name: for what is told of millions at once. */
export async function birthYearsOf(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (persons.length === 0) return new Map();
  return new Map((await listBirthYears(tx, persons)).map(({ id, year }) => [id, year]));
}

function toBeneficiary(row: SubjectRow): Beneficiary {
  return {
    requestId: row.request_id,
    householdId: row.household_id,
    territory: row.territory,
    statedOn: row.stated_on,
    ref: row.ref,
    personId: row.person_id,
    relation: row.relation,
    entitledBy: row.beneficiary_by as EntitledBy,
    cnie: row.cnie ?? undefined,
    names: { fr: scriptName(row.family_fr, row.given_fr), ar: scriptName(row.family_ar, row.given_ar) },
    sex: row.sex,
    birthDate: row.birth_date,
  };
}

function scriptName(family: string | null, given: string | null) {
  return family === null || given === null ? undefined : { family, given };
}

/** The requests of the asker's jurisdiction that name somebody with one of these cards, each with the card. */
export function requestsNaming(tx: Tx, cards: readonly string[], most: number): Promise<{ request: string; card: string }[]> {
  return cards.length === 0 ? Promise.resolve([]) : listRequestsNaming(tx, cards, most);
}

export type { CardAndBirth, OnCard };

/**
 * Who bears these national cards and was born on these days, as a member with rights of what some request states, as it was known at an
 * instant: whoever was held then to be one person with them, too. By both together or not at all: a card alone leads to nobody.
 */
export function listBearers(tx: Tx, cards: readonly CardAndBirth[], knownAt: string): Promise<readonly OnCard[]> {
  return cards.length === 0 ? Promise.resolve([]) : listOnCards(tx, cards, knownAt);
}

export type { CardStated };

/** Whoever bears one of these cards with rights by what some request of the asker's jurisdiction states now. */
export function listStatedOnCards(tx: Tx, cards: readonly string[]): Promise<readonly CardStated[]> {
  return cards.length === 0 ? Promise.resolve([]) : listCardsStated(tx, cards);
}
