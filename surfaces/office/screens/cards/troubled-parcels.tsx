import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Doing } from './cards.tsx';
import type { Open } from './difference-row.tsx';

type Parcel = Open['parcels'][number];
type TroubledProps = { readonly parcels: readonly Parcel[]; readonly onOpen: (doing: Doing) => void };

/** Parcels that are late, short or lost: received after all by who they are for, declared lost by who sent them. */
export function TroubledParcels({ parcels, onOpen }: TroubledProps) {
  const text = useText();
  if (parcels.length === 0) return null;
  return (
    <section>
      <h2>
        <Words k="office.cards.troubled-parcels" />
      </h2>
      <Table aria-label={text('office.cards.troubled-parcels')}>
        <TableHead words="office.cards.parcel-column" columns={['parcel', 'from', 'to', 'what', 'due', 'deed']} />
        <tbody>
          {parcels.map((parcel) => (
            <ParcelRow key={parcel.number} parcel={parcel} onOpen={onOpen} />
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function ParcelRow({ parcel, onOpen }: { readonly parcel: Parcel; readonly onOpen: TroubledProps['onOpen'] }) {
  const { language } = useSpeech();
  const { number, origin, territory, state, inside, cards, dueOn, since } = parcel;
  return (
    <tr>
      <th scope="row">
        <bdi dir="ltr">{number}</bdi>
      </th>
      <td>{origin === '' ? <Words k="office.cards.holder.anam" /> : <PlaceOf code={origin} />}</td>
      <td>
        <PlaceOf code={territory} />
      </td>
      <td>
        <Tag look={state === 'under_way' ? 'warning' : 'refused'}>
          <Words k={`office.cards.trouble-of.${state}`} facts={{ cards: state === 'lost' ? cards : inside }} />
        </Tag>
      </td>
      <td>
        <bdi>{formatDayOf(language, state === 'under_way' ? `${dueOn}T12:00:00Z` : since)}</bdi>
      </td>
      <td>
        <Button onPress={() => onOpen({ kind: 'parcel', number })}>
          <Words k={`office.cards.parcel-deed.${deedOf(parcel)}`} />
        </Button>
      </td>
    </tr>
  );
}

function deedOf({ state, isSender, isReceiver }: Parcel): 'scan' | 'after-all' | 'lose' | 'look' {
  if (isReceiver) return state === 'lost' ? 'after-all' : 'scan';
  return isSender && state !== 'lost' ? 'lose' : 'look';
}
