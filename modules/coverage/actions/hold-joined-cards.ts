import { type Identity, listIdentities } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Rejoined, saveJoinedCards } from '../store/joined-cards.ts';

/**
 * Holds members of RAMED against the card by which they are known, where somebody whom they were found to be one with has it. Gives who has
 * such a card from now on, and who has none any more.
 */
export async function holdJoinedCards(context: DeedContext, persons: readonly string[]): Promise<Rejoined> {
  const identities = await listIdentities(context.tx, persons);
  const rejoined = await saveJoinedCards(context.tx, cardsOf(identities), context.now.toString());
  context.journal(
    ...rejoined.begun.map((person) => ({
      subject: `person:${person}`,
      territory: '',
      after: digestOf({ person, card: 'joined' }),
    })),
    ...rejoined.ended.map((person) => ({ subject: `person:${person}`, territory: '', after: digestOf({ person, card: 'own' }) })),
  );
  return rejoined;
}

/** Whoever is one has one card at most: the registry joins no two. */
function cardsOf(identities: readonly Identity[]) {
  const cards = new Map(identities.flatMap(({ head, cnie }) => (cnie === null ? [] : [[head, cnie] as const])));
  return identities.map(({ person, head }) => ({ person, card: cards.get(head) ?? null }));
}
