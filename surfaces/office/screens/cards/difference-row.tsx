import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf } from '../../client/moments.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import type { Doing } from './cards.tsx';

export type Open = QuestionOutput<'cards.open-differences'>;
export type Difference = Open['differences'][number];
export type RowDeeds = { readonly onOpen: (doing: Doing) => void; readonly onSettle: (difference: Difference) => void };

/** One card that is otherwise than the books: what was found, where the books have it, since when, and what settles it. */
export function DifferenceRow({ difference, ...deeds }: { readonly difference: Difference } & RowDeeds) {
  const { language } = useSpeech();
  const { serial, kind, since, days, card, lot } = difference;
  return (
    <tr>
      <th scope="row">
        <NumberOf number={serial} />
      </th>
      <td>
        <Words k={`office.cards.difference.${kind}`} />{' '}
        {lot === null ? null : (
          <>
            · <bdi dir="ltr">{lot.number}</bdi>
          </>
        )}
      </td>
      <td>
        {card === null ? null : (
          <>
            <Words k={`cards.state.${card.state}`} />
            {card.place === '' ? null : ' · '}
            <WhereBooked place={card.place} />
          </>
        )}
      </td>
      <td>
        <bdi>{formatDayOf(language, since)}</bdi> · <Words k="office.cards.days" facts={{ days }} />
      </td>
      <td>
        <Deeds difference={difference} {...deeds} />
      </td>
    </tr>
  );
}

/** A parcel by its number, or a province or office by its name. */
export function WhereBooked({ place }: { readonly place: string }) {
  if (place === '') return null;
  return place.startsWith('P') ? <bdi dir="ltr">{place}</bdi> : <PlaceOf code={place} />;
}

function Deeds({ difference, onOpen, onSettle }: { readonly difference: Difference } & RowDeeds) {
  const maySettle = useMayDo('cards:settle') && difference.isHere && difference.sayable.length > 0;
  return (
    <>
      {maySettle && difference.next === 'say' ? null : <Next difference={difference} onOpen={onOpen} />}{' '}
      {maySettle ? (
        <Button onPress={() => onSettle(difference)}>
          <Words k="office.cards.settle" />
        </Button>
      ) : null}
    </>
  );
}

/** What is missing is scanned after all or declared lost with its lot; what is worth nothing is destroyed by who may; the rest is said, or waits for its family. */
function Next({ difference: { next, lot, isHere }, onOpen }: { readonly difference: Difference } & Pick<RowDeeds, 'onOpen'>) {
  const mayDestroy = useMayDo('cards:destroy');
  const mayProduce = useMayDo('cards:produce');
  if (next === 'scan' && lot !== null && (lot.kind === 'parcel' || mayProduce)) {
    return (
      <Button onPress={() => onOpen(lot)}>
        <Words k="office.cards.search-lot" />
      </Button>
    );
  }
  if (next === 'destroy' && isHere && mayDestroy) {
    return (
      <Button onPress={() => onOpen({ kind: 'destroying' })}>
        <Words k="office.cards.destroy-it" />
      </Button>
    );
  }
  return <Words k={`office.cards.next.${next}`} />;
}
