import type { z } from 'zod';
import type { whereIsCard } from '#modules/cards';
import { casablancaDate, type PlainDate, Temporal, toDate } from '#platform/dates';
import type { Language, Message } from '#platform/i18n';
import type { CardView } from '../pages/card/card.tsx';
import { placeName } from './names.ts';

export type FoundCard = NonNullable<z.output<typeof whereIsCard.output>['card']>;

type Facts = { readonly number: string; readonly today: PlainDate; readonly token: string };

/** What the family of a card is told of it, on a day. */
export function toCardView(language: Language, card: FoundCard, { number, today, token }: Facts): CardView {
  return {
    ...{ number, token, serial: card.serial, isDuplicate: card.replaces !== null, way: wayOf(card) },
    where: whereOf(language, card),
    since: casablancaDate(Temporal.Instant.from(card.since)),
    ...(card.due ? { due: dueOf(card.due, today) } : {}),
  };
}

function whereOf(language: Language, { holder, place, state }: FoundCard): Message {
  if (state === 'lost_in_transit') return { key: 'portal.card.where.lost-in-transit' };
  return { key: `portal.card.where.${holder}`, facts: { place: placeName(language, place) } };
}

function dueOf({ on, status }: NonNullable<FoundCard['due']>, today: PlainDate): NonNullable<CardView['due']> {
  const day = toDate(on);
  const caution = status === 'official' ? {} : { caution: { key: `portal.law.delay.${status}` } };
  return { on: day, isOver: Temporal.PlainDate.compare(today, day) > 0, ...caution };
}

/** A card lost on its way has been ordered anew already. */
function wayOf({ holder, state }: FoundCard): CardView['way'] {
  if (holder === 'citizen') return 'lose';
  return holder === 'nobody' && state !== 'lost_in_transit' ? 'ask' : 'wait';
}
