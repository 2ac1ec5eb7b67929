import {
  declareLoss,
  handOverCard,
  handOverParcel,
  makeParcel,
  receiveParcel,
  recordWrongHandOver,
  whereIsCard,
} from '#modules/cards';
import { expectDone, type JobContext } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { act, actorFor } from './hold-sittings.ts';

/** Offices that the province sends cards to at once; the others' cards stay with it for now. */
const OFFICES = 4;

export type Arrived = {
  readonly serials: readonly string[];
  readonly codes: ReadonlyMap<string, string>;
  readonly province: Actor;
};

/**
 * The province sends cards on to a few offices, which give every second one to its family. At the first, one was given to the wrong family
 * and came back; at the second, a family has lost its card.
 */
export async function giveCards(context: JobContext, { serials, codes, province }: Arrived): Promise<void> {
  const found = await Promise.all(serials.map((serial) => findCard(context, serial)));
  const offices = [...Map.groupBy(found, (card) => card.territory)].toSorted(([, one], [, other]) => other.length - one.length);
  for (const [rank, [office, cards]] of offices.slice(0, OFFICES).entries()) {
    const desk = await actorFor(context, 'counter-agent', office);
    const scanned = cards.map(({ serial }) => serial);
    const { parcel } = await act(context, province, makeParcel, { territory: office, scanned });
    await act(context, province, handOverParcel, { parcel, carrier: 'Navette de la province', seal: `S${parcel.slice(1)}` });
    await act(context, desk, receiveParcel, { parcel, scanned, isEmpty: true });
    const given = cards.filter((_card, place) => place % 2 === 0);
    for (const card of given) await give(context, { card, code: codes.get(card.serial) ?? '', desk });
    const [first] = given;
    if (first) await goWrong(context, { rank, serial: first.serial, desk });
  }
}

type Card = Awaited<ReturnType<typeof findCard>>;

async function findCard(context: JobContext, serial: string) {
  const { card } = expectDone(await context.desk.ask(whereIsCard, { serial }, context), 'where-is-card');
  if (!card) throw new Error(`there is no card ${serial}`);
  return card;
}

async function give(context: JobContext, { card, code, desk }: { card: Card; code: string; desk: Actor }): Promise<void> {
  const [head] = card.members;
  const name = head?.names.fr ?? head?.names.ar;
  const recipient = {
    ...{ kind: 'head' as const, paper: 'family-booklet' as const, paperNumber: card.serial.slice(0, 6) },
    name: name ? `${name.given} ${name.family}` : card.registration,
  };
  await act(context, desk, handOverCard, { serial: card.serial, code, registration: card.registration, recipient });
}

async function goWrong(
  context: JobContext,
  { rank, serial, desk }: { rank: number; serial: string; desk: Actor },
): Promise<void> {
  const reason = 'Remise au voisin du même nom, rapportée le jour même.';
  if (rank === 0) await act(context, desk, recordWrongHandOver, { serial, isRecovered: true, reason });
  if (rank === 1) await act(context, desk, declareLoss, { serial, becomes: 'lost', declaredBy: 'La famille' });
}
