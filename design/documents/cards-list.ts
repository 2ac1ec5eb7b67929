import { type PlainDate, toIsoDate } from '#platform/dates';
import { renderPdf } from '#platform/documents';
import { toQrSvg } from '#platform/qr';
import { type BilingualText, inFours } from './document-data.ts';
import { sayIn, textsOf } from './document-texts.ts';

/** A card on a paper of a lot; what a kind of paper does not print may be left out. */
export type ListedCard = {
  readonly serial: string;
  readonly registration: string;
  readonly holder: BilingualText;
  /** On a proof: how many persons, and the days it is valid. */
  readonly persons?: number;
  readonly validity?: readonly [PlainDate, PlainDate];
  /** On minutes of a destruction: where it waited, and since when. */
  readonly office?: BilingualText;
  readonly since?: PlainDate;
};

/**
 * What is printed of many cards at once, in French and Arabic: the proof of a batch, the slip of a parcel, the list on which families sign for
 * their cards, the minutes of a destruction.
 */
export type CardsListDocument = {
  readonly kind: 'proof-sheet' | 'parcel-slip' | 'hand-over-list' | 'destruction';
  /** Of the batch, the parcel or the destruction; also in a code that a reader takes. */
  readonly number: string;
  /** Where the cards go; of a destruction, where it was done. */
  readonly place: BilingualText;
  readonly on: PlainDate;
  readonly cards: readonly ListedCard[];
  /** Of a lot printed in parts: how many cards went before these, and how many there are. */
  readonly first?: number;
  readonly all?: number;
  /** Who signs; of minutes by name. */
  readonly witnesses: readonly string[];
};

/** A PDF of A4 pages. */
export async function cardsListPdf(document: CardsListDocument): Promise<Uint8Array> {
  const { kind, number, place, on, cards, witnesses, first = 0, all = cards.length } = document;
  return renderPdf('cards-list', {
    ...{ kind, number, witnesses, first, issuedOn: toIsoDate(on), qr: toQrSvg(number, '') },
    facts: {
      fr: factsIn('fr', kind, { place: place.latin, on, cards: all }),
      ar: factsIn('ar', kind, { place: place.arabic, on, cards: all }),
    },
    cards: cards.map(({ serial, registration, validity, since, ...card }) => ({
      ...{ ...card, serial: inFours(serial), registration: inFours(registration) },
      ...(validity ? { validity: validity.map(toIsoDate) } : {}),
      ...(since ? { since: toIsoDate(since) } : {}),
    })),
    texts: textsOf(kind, { page: '#page', pages: '#pages' }),
  });
}

type Facts = { readonly place: string; readonly on: PlainDate; readonly cards: number };

function factsIn(language: 'fr' | 'ar', kind: CardsListDocument['kind'], { place, on, cards }: Facts): string[] {
  const say = sayIn(language, 'cards-list-line');
  return [say(`of.${kind}`, { place }), say('on', { on }), say('count', { cards })];
}
