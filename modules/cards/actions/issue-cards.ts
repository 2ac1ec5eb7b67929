import { z } from 'zod';
import { lawAt } from '#law';
import { listRegisteredFamilies, type RegisteredFamily } from '#modules/entitlements';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { withCheckDigit } from '#platform/numbers';
import { issueCredential } from '../model/credential.ts';
import { deadStates } from '../model/lifecycle.ts';
import { cardClaims } from '../model/make-card.ts';
import type { SigningKey } from '../model/signing-keys.ts';
import { type CardRow, insertCards, listCarded, takeSerials } from '../store/cards.ts';

/**
 * Orders a card for each family whose rights are open and puts them into one batch, each with its signed code. A family that holds a card
 * still worth something gets no second one.
 */
export function issueCards(key: SigningKey) {
  return defineAction({
    name: 'cards.issue-cards',
    summary: 'Order cards for families with open rights and sign their codes',
    permission: 'system:cards',
    input: z.object({ registrations: z.array(z.string()).min(1).max(2_000) }),
    output: z.object({ batch: z.string().nullable(), cards: z.int() }),
    refusals: [],
    internal: true,
    async run(context, { registrations }) {
      const carded = new Set(await listCarded(context.tx, registrations, deadStates));
      const families = (await listRegisteredFamilies(context.tx, registrations)).filter(
        (family) => family.isOpen && !carded.has(family.number),
      );
      if (families.length === 0) return { batch: null, cards: 0 };
      const batch = { id: newId(), made_up_at: context.now.toString(), key_id: key.id };
      const serials = await takeSerials(context.tx, families.length);
      const cards = families.map((family, index) =>
        toCard(context, family, { batch: batch.id, key, serial: withCheckDigit(String(serials[index] ?? 0).padStart(9, '0')) }),
      );
      await insertCards(context.tx, batch, cards);
      context.journal(
        ...cards.map((card) => ({
          subject: `card:${card.serial}`,
          territory: card.territory,
          after: digestOf({ serial: card.serial, credential: card.credential }),
          reason: card.registration_number,
        })),
      );
      context.emit('cards.issued', { registrations: families.map((family) => family.number) });
      return { batch: batch.id, cards: cards.length };
    },
  });
}

function toCard(
  context: DeedContext,
  family: RegisteredFamily,
  { batch, key, serial }: { batch: string; key: SigningKey; serial: string },
): CardRow {
  const law = lawAt(family.rightFrom).cards;
  const claims = cardClaims(family, serial, {
    poorMonths: law.poorValidityMonths.value,
    vulnerableMonths: law.vulnerableValidityMonths.value,
  });
  return {
    serial,
    registration_number: family.number,
    batch_id: batch,
    state: 'batched',
    since: context.now.toString(),
    valid_from: claims.validFrom.toString(),
    valid_to: claims.validUntil.toString(),
    credential: issueCredential(claims, key).text,
    revoked_at: null,
    territory: family.territory,
  };
}
