import { z } from 'zod';
import { lawAt } from '#law';
import { listRegisteredFamilies, type RegisteredFamily } from '#modules/entitlements';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { withCheckDigit } from '#platform/numbers';
import { issueCredential } from '../model/credential.ts';
import { type CardClaims, type ClaimsFault, faultOfClaims } from '../model/credential-claims.ts';
import { deadStates } from '../model/lifecycle.ts';
import { cardClaims, toPersons } from '../model/make-card.ts';
import type { SigningKey } from '../model/signing-keys.ts';
import { insertCards, lockLiveCardsOf, replaceUnmade, takeSerials } from '../store/cards.ts';
import type { CardRow } from '../store/tables.ts';
import { letExpire } from './of-custody.ts';

/**
 * Orders a card for each family whose rights are open and signs its code. A family that holds a card still worth something gets no second
 * one; a card whose term is over expires, wherever it is, and is made anew. A vulnerable family that has paid for the year after its card's last day gets the
 * card of that year beforehand, beside the one that it holds. Who cannot have a card, since what is known of the family fits none, is left
 * out and kept for somebody to look at.
 */
export function issueCards(key: SigningKey) {
  return defineAction({
    name: 'cards.issue-cards',
    summary: 'Order cards for families with open rights and sign their codes',
    permission: 'system:cards',
    /** As many as a parcel holds: each of its families has another ordered when it is lost. */
    input: z.object({ registrations: z.array(z.string()).min(1).max(5_000) }),
    output: z.object({ signing: z.string().nullable(), cards: z.int() }),
    refusals: [],
    internal: true,
    async run(context, { registrations }) {
      const live = await lockLiveCardsOf(context.tx, registrations, deadStates);
      const over = live.filter((card) => card.valid_to < context.today.toString());
      await letExpire(context, over);
      const standing = live.filter((card) => !over.includes(card));
      const now = standing.filter((card) => card.valid_from <= context.today.toString());
      const carded = new Set(now.map((card) => card.registration_number));
      const present = (await listRegisteredFamilies(context.tx, registrations, context.today)).filter(
        (family) => family.isOpen && !carded.has(family.number),
      );
      const families = [...present, ...(await listPaidAhead(context, standing))];
      return orderCards(context, families, {
        key,
        replaces: new Map(over.map((card) => [card.registration_number, card.serial])),
      });
    },
  });
}

/** Families whose right goes on, open, after the last day of the last card they have: as it will be on the day after. */
export async function listPaidAhead({ tx }: DeedContext, standing: readonly CardRow[]): Promise<RegisteredFamily[]> {
  const last = new Map<string, string>();
  for (const { registration_number: number, valid_to: to } of standing) if (to > (last.get(number) ?? '')) last.set(number, to);
  const ahead: RegisteredFamily[] = [];
  for (const [lastDay, ending] of Map.groupBy(last, ([, to]) => to)) {
    const numbers = ending.map(([number]) => number);
    const families = await listRegisteredFamilies(tx, numbers, addDays(toDate(lastDay), 1));
    ahead.push(...families.filter((family) => family.isOpen && family.rightFrom > lastDay));
  }
  return ahead;
}

/** Orders one card for each of these families, part of the deed that found they have none. */
export async function orderCards(
  context: DeedContext,
  families: readonly RegisteredFamily[],
  { key, replaces }: { readonly key: SigningKey; readonly replaces: ReadonlyMap<string, string> },
): Promise<{ signing: string | null; cards: number }> {
  if (families.length === 0) return { signing: null, cards: 0 };
  const signing = { id: newId(), made_up_at: context.now.toString(), key_id: key.id };
  const serials = await takeSerials(context.tx, families.length);
  const orders = families.map((family, index) => toOrder(family, withCheckDigit(String(serials[index] ?? 0).padStart(9, '0'))));
  await keepUnmade(context, orders);
  const made = orders.filter(({ fault }) => fault === undefined);
  if (made.length === 0) return { signing: null, cards: 0 };
  const cards = made.map(({ family, claims }) => ({
    ...toCard(context, family, { signing: signing.id, claims, credential: issueCredential(claims, key).text }),
    replaces: replaces.get(family.number) ?? null,
  }));
  await insertCards(context.tx, signing, { cards, actor: context.actor.id });
  context.journal(
    ...cards.map((card) => ({
      subject: `card:${card.serial}`,
      territory: card.territory,
      after: digestOf({ serial: card.serial, credential: card.credential }),
      reason: card.registration_number,
    })),
  );
  context.emit('cards.issued', { registrations: made.map(({ family }) => family.number) });
  return { signing: signing.id, cards: cards.length };
}

type Order = { readonly family: RegisteredFamily; readonly claims: CardClaims; readonly fault: ClaimsFault | undefined };

function toOrder(family: RegisteredFamily, serial: string): Order {
  const law = lawAt(family.rightFrom).cards;
  const months = { poorMonths: law.poorValidityMonths.value, vulnerableMonths: law.vulnerableValidityMonths.value };
  const claims = cardClaims(family, serial, months);
  return { family, claims, fault: faultOfClaims(claims) };
}

/** One family that fits no card must not hold up the cards of the others: it is kept, with what is wrong, until a card was ordered for it. */
async function keepUnmade(context: DeedContext, orders: readonly Order[]): Promise<void> {
  const unmade = orders.flatMap(({ family, fault }) =>
    fault ? { registration_number: family.number, fault, since: context.now.toString(), territory: family.territory } : [],
  );
  await replaceUnmade(context.tx, { tried: orders.map(({ family }) => family.number), unmade });
  context.journal(
    ...unmade.map(({ registration_number: number, fault, territory }) => ({
      ...{ subject: `registration:${number}`, territory, reason: fault, after: digestOf({ number, fault }) },
    })),
  );
}

type Signed = { readonly signing: string; readonly claims: CardClaims; readonly credential: string };

function toCard(context: DeedContext, family: RegisteredFamily, { signing, claims, credential }: Signed): CardRow {
  return {
    serial: claims.cardSerial,
    registration_number: family.number,
    signing_id: signing,
    state: 'ordered',
    since: context.now.toString(),
    valid_from: claims.validFrom.toString(),
    valid_to: claims.validUntil.toString(),
    credential,
    revoked_at: null,
    territory: family.territory,
    place: '',
    batch_id: null,
    parcel_id: null,
    replaces: null,
    persons: toPersons(family),
  };
}
