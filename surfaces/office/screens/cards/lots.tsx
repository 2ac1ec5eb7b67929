import type { QuestionOutput } from '../../client/contract.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Empty } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Doing } from './cards.tsx';
import { FaultLine } from './fault-line.tsx';

type Board = QuestionOutput<'cards.custody-board'>;
type LotsProps = { readonly board: Board; readonly onOpen: (doing: Doing) => void; readonly onDone: () => void };

/** What waits to be put into a batch, and every batch and parcel that is open, with what may be done with it next. */
export function Lots({ board, onOpen, onDone }: LotsProps) {
  const { attempt, fault, isBusy } = useAttempt();
  const mayProduce = useMayDo('cards:produce');
  const make = async (territory: string) => {
    if (!isBusy && (await attempt('cards.make-batch', { territory })) !== undefined) onDone();
  };
  const isEmpty = board.ordered.length + board.batches.length + board.parcels.length === 0;
  return (
    <>
      <FaultLine fault={fault} />
      {isEmpty ? (
        <Empty>
          <Words k="office.cards.no-lots" />
        </Empty>
      ) : null}
      {board.ordered.map(({ province, cards }) => (
        <p key={province}>
          <PlaceOf code={province} /> · <Words k="office.cards.waiting" facts={{ cards }} />{' '}
          {mayProduce ? (
            <Button isBusy={isBusy} onPress={() => void make(province)}>
              <Words k="office.cards.make-batch" />
            </Button>
          ) : null}
        </p>
      ))}
      {board.batches.length === 0 ? null : <Batches batches={board.batches} onOpen={onOpen} mayProduce={mayProduce} />}
      {board.parcels.length === 0 ? null : <Parcels parcels={board.parcels} onOpen={onOpen} />}
    </>
  );
}

type BatchesProps = { readonly batches: Board['batches']; readonly onOpen: LotsProps['onOpen']; readonly mayProduce: boolean };

function Batches({ batches, onOpen, mayProduce }: BatchesProps) {
  const text = useText();
  return (
    <Table aria-label={text('office.cards.batches')}>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.number}>
            <th scope="row">
              <bdi dir="ltr">{batch.number}</bdi>
            </th>
            <td>
              <PlaceOf code={batch.territory} />
            </td>
            <td>
              <Words k={`office.cards.batch.${batch.state}`} />
            </td>
            <td>
              <Words k="office.cards.count" facts={{ cards: batch.cards }} />
            </td>
            <td>
              {batch.maker_fault === null ? null : (
                <Tag look="refused">
                  <Words k={`office.cards.maker-fault.${batch.maker_fault}`} />
                </Tag>
              )}
              {batch.missing > 0 ? (
                <Tag look="refused">
                  <Words k="office.cards.missing" facts={{ missing: batch.missing }} />
                </Tag>
              ) : null}
            </td>
            <td>
              {mayProduce ? (
                <Button onPress={() => onOpen({ kind: 'batch', number: batch.number })}>
                  <Words k={`office.cards.do.${batch.state}`} />
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Parcels({ parcels, onOpen }: { readonly parcels: Board['parcels']; readonly onOpen: LotsProps['onOpen'] }) {
  const text = useText();
  return (
    <Table aria-label={text('office.cards.parcels')}>
      <tbody>
        {parcels.map((parcel) => (
          <tr key={parcel.number}>
            <th scope="row">
              <bdi dir="ltr">{parcel.number}</bdi>
            </th>
            <td>
              <PlaceOf code={parcel.territory} />
            </td>
            <td>
              {parcel.state === 'short' ? (
                <Tag look="refused">
                  <Words k="office.cards.missing" facts={{ missing: parcel.inside }} />
                </Tag>
              ) : (
                <Words k={`office.cards.parcel.${parcel.state}`} />
              )}
            </td>
            <td>
              <Words k="office.cards.count" facts={{ cards: parcel.cards }} />
            </td>
            <td>{parcel.carrier === null ? null : <bdi>{parcel.carrier}</bdi>}</td>
            <td>
              <Button onPress={() => onOpen({ kind: 'parcel', number: parcel.number })}>
                <Words k={`office.cards.do.${doOf(parcel)}`} />
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function doOf({ isSender, isReceiver, state }: Board['parcels'][number]): 'look' | 'hand-parcel' | 'open' | 'lose' {
  if (isReceiver && state !== 'packed') return 'open';
  if (!isSender) return 'look';
  return state === 'packed' ? 'hand-parcel' : 'lose';
}
