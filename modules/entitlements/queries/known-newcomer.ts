import { type Beneficiary, listEverStated, requestsNaming } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { differencesOf, type HeldField } from '../model/known-newcomer.ts';
import type { StatedNewcomer } from '../model/stated-change.ts';
import { listRunningParts } from '../store/beneficiaries.ts';

/** A family in whose running rights the bearer of a card has a part. */
export type Elsewhere = {
  readonly registration: string;
  readonly request: string;
  readonly territory: string;
  readonly person: string;
  readonly entitledBy: Beneficiary['entitledBy'];
  readonly since: string;
  readonly names: Beneficiary['names'];
};
export type KnownNewcomer = { readonly differs: readonly HeldField[]; readonly elsewhere: readonly Elsewhere[] };

/** Above this many requests of one card something else is wrong with it. */
const MOST = 50;

/**
 * What is known of the bearer of a newcomer's card, as far as the asker's jurisdiction goes: in what the register's latest words differ from what was
 * told, and the other families in whose rights that person has a part today or later. Nothing of whoever has no card.
 */
export async function knownNewcomer(
  { tx, today }: Pick<DeedContext, 'tx' | 'today'>,
  family: string,
  newcomer: StatedNewcomer,
): Promise<KnownNewcomer> {
  const { cnie } = newcomer;
  if (cnie === undefined) return { differs: [], elsewhere: [] };
  const requests = (await requestsNaming(tx, [cnie], MOST)).map(({ request }) => request);
  const bearers = (await listEverStated(tx, requests)).filter((one) => one.cnie === cnie);
  const latest = bearers.find(({ requestId }) => requestId === requests[0]);
  const names = new Map(bearers.toReversed().map((one) => [one.personId, one.names]));
  const parts = await listRunningParts(tx, [...names.keys()], today.toString());
  return {
    differs: latest ? differencesOf(newcomer, latest) : [],
    elsewhere: parts
      .filter(({ registration }) => registration !== family)
      .map((part) => ({ ...part, names: names.get(part.person) ?? {} })),
  };
}
