import type { DeedInput, DeedName, QuestionOutput } from '../../client/contract.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Empty } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';

type Board = QuestionOutput<'cards.custody-board'>;
type Doing = <N extends DeedName>(name: N, input: DeedInput<N>) => void;

/** What waits to be put into a batch, and every batch and parcel that is open, with what may be done with it next. */
export function Lots({ board, onDone }: { readonly board: Board; readonly onDone: () => void }) {
  const { attempt, fault, isBusy } = useAttempt();
  const mayProduce = useMayDo('cards:produce');
  const act: Doing = async (name, input) => {
    if (!isBusy && (await attempt(name, input)) !== undefined) onDone();
  };
  const isEmpty = board.ordered.length + board.batches.length + board.parcels.length === 0;
  return (
    <>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {isEmpty ? (
        <Empty>
          <Words k="office.cards.no-lots" />
        </Empty>
      ) : null}
      {board.ordered.map(({ province, cards }) => (
        <p key={province}>
          <PlaceOf code={province} /> · <Words k="office.cards.waiting" facts={{ cards }} />{' '}
          {mayProduce ? (
            <Button isBusy={isBusy} onPress={() => act('cards.make-batch', { territory: province })}>
              <Words k="office.cards.make-batch" />
            </Button>
          ) : null}
        </p>
      ))}
      {board.batches.length === 0 ? null : <Batches batches={board.batches} act={act} mayProduce={mayProduce} />}
      {board.parcels.length === 0 ? null : <Parcels parcels={board.parcels} />}
    </>
  );
}

type BatchesProps = { readonly batches: Board['batches']; readonly act: Doing; readonly mayProduce: boolean };

function Batches({ batches, act, mayProduce }: BatchesProps) {
  const text = useText();
  return (
    <table aria-label={text('office.cards.batches')}>
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
              {batch.missing > 0 ? (
                <Tag look="refused">
                  <Words k="office.cards.missing" facts={{ missing: batch.missing }} />
                </Tag>
              ) : null}
            </td>
            <td>{mayProduce ? <NextOfBatch batch={batch} act={act} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A batch goes by one button from its making to its sending; what arrives is counted and scanned, never pressed. */
function NextOfBatch({ batch: { number, state }, act }: { readonly batch: Board['batches'][number]; readonly act: Doing }) {
  if (state === 'made_up') {
    return (
      <Button onPress={() => act('cards.check-proof', { batch: number, rejected: [] })}>
        <Words k="office.cards.accept-proof" />
      </Button>
    );
  }
  if (state !== 'proofed') return null;
  return (
    <Button onPress={() => act('cards.send-to-maker', { batch: number })}>
      <Words k="office.cards.send" />
    </Button>
  );
}

function Parcels({ parcels }: { readonly parcels: Board['parcels'] }) {
  const text = useText();
  return (
    <table aria-label={text('office.cards.parcels')}>
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
          </tr>
        ))}
      </tbody>
    </table>
  );
}
