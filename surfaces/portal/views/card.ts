import type { z } from 'zod';
import type { CardState, whereIsCard } from '#modules/cards';
import { casablancaDate, type PlainDate, Temporal, toDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { CardView } from '../pages/card/card.tsx';
import type { RightView } from '../pages/right-standing.tsx';
import { standingOf, whereIsIt } from './card-standing.ts';
import { placeName } from './names.ts';

export type FoundCard = NonNullable<z.output<typeof whereIsCard.output>['card']>;

type Facts = {
  readonly number: string;
  readonly today: PlainDate;
  readonly token: string;
  readonly right: RightView | undefined;
};

/** What the family of a card is told of it, on a day. */
export function toCardView(language: Language, card: FoundCard, { number, today, token, right }: Facts): CardView {
  return {
    ...{ number, token, serial: card.serial, isDuplicate: card.replaces !== null, way: wayOf(card, right) },
    where: whereIsIt(card.state as CardState, placeName(language, card.place)),
    ...(right ? { right } : {}),
    since: casablancaDate(Temporal.Instant.from(card.since)),
    ...(card.due ? { due: dueOf(card.due, today) } : {}),
  };
}

function dueOf({ on, status }: NonNullable<FoundCard['due']>, today: PlainDate): NonNullable<CardView['due']> {
  const day = toDate(on);
  const caution = status === 'official' ? {} : { caution: { key: `portal.law.delay.${status}` } };
  return { on: day, isOver: Temporal.PlainDate.compare(today, day) > 0, ...caution };
}

/** Another card is made for a family whose right is open; one that is in its hands can always be declared lost. */
function wayOf({ state }: FoundCard, right: RightView | undefined): CardView['way'] {
  const standing = standingOf(state as CardState);
  if (standing.is === 'in-hand') return 'lose';
  if (standing.is === 'awaited' || standing.another === 'ordered-by-itself') return 'wait';
  return isOpen(right) ? 'ask' : 'none';
}

function isOpen(right: RightView | undefined): boolean {
  return right === undefined || right.state === 'open';
}
