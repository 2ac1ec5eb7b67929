import { useRef, useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Shown } from '../../components/states.tsx';
import { useHandsOn } from '../../components/use-hands-on.ts';
import { BatchPanel } from './batch-panel.tsx';
import { CardTroubles } from './card-troubles.tsx';
import { Custody } from './custody.tsx';
import { DifferencesLink } from './differences-link.tsx';
import { LateTable } from './late-table.tsx';
import { Lots } from './lots.tsx';
import { Packing, type Stock, StockToPack } from './packing.tsx';
import { type Parcel, ParcelPanel } from './parcel-panel.tsx';
import { RejectedCards } from './rejected.tsx';
import { ScanField } from './scan-field.tsx';
import { Uncollected } from './uncollected.tsx';
import { Unmade } from './unmade.tsx';

/** What is being done: a batch or a parcel is open, cards are packed or destroyed; nothing else is in the way meanwhile. */
export type Doing =
  | { readonly kind: 'batch' | 'parcel'; readonly number: string }
  | { readonly kind: 'packing'; readonly to: Stock }
  | { readonly kind: 'destroying' };

/** Where the cards are: one by its number, the lots under way with what may be done with each, and which are late or will be. */
export function CardsScreen() {
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<string>();
  const [done, setDone] = useState<string>();
  const late = useAnswer('cards.late-cards', {});
  const board = useAnswer('cards.custody-board', {});
  const page = useRef<HTMLElement>(null);
  // Whatever was done, the next code can be read at once.
  useHandsOn(() => page.current?.querySelector('input'), done);
  const parcels = board.state === 'ready' ? board.data.parcels : [];
  function end(words: string, parcel?: string) {
    setSaid(words === '' ? undefined : words);
    setDone(words);
    setDoing(parcel === undefined ? undefined : { kind: 'parcel', number: parcel });
    for (const asked of [board, late]) if (asked.state !== 'loading') asked.again();
  }
  return (
    <section className="deadlines" ref={page}>
      <h1>
        <Words k="office.cards.title" />
      </h1>
      {said === undefined ? null : <p role="status">{said}</p>}
      {doing === undefined ? (
        <>
          <Finding onOpen={setDoing} onEnd={end} />
          {board.state === 'ready' ? <DifferencesLink open={board.data.open} /> : null}
          <h2>
            <Words k="office.cards.late" />
          </h2>
          <Shown asked={late}>{(answer) => <LateTable late={answer} />}</Shown>
          {board.state === 'ready' ? <Unmade families={board.data.unmade} /> : null}
          <h2>
            <Words k="office.cards.lots" />
          </h2>
          <Shown asked={board}>{(answer) => <Board board={answer} onOpen={setDoing} onDone={() => end('')} />}</Shown>
          {board.state === 'ready' ? <RejectedCards cards={board.data.rejected} onEnd={end} /> : null}
        </>
      ) : (
        <Done doing={doing} parcels={parcels} onEnd={end} />
      )}
    </section>
  );
}

type FindingProps = { readonly onOpen: (doing: Doing) => void; readonly onEnd: (said: string) => void };

/** The reader finds a card, or opens the batch or the parcel it read. */
function Finding({ onOpen, onEnd }: FindingProps) {
  const [serial, setSerial] = useState<string>();
  return (
    <>
      <ScanField
        label={<Words k="office.cards.find" />}
        kinds={['card', 'parcel', 'batch']}
        onCode={({ kind, number }) => (kind === 'parcel' || kind === 'batch' ? onOpen({ kind, number }) : setSerial(number))}
      />
      {serial === undefined ? null : (
        <Found
          key={serial}
          serial={serial}
          onEnd={(said) => {
            setSerial(undefined);
            onEnd(said);
          }}
        />
      )}
    </>
  );
}

function Found({ serial, onEnd }: { readonly serial: string; readonly onEnd: (said: string) => void }) {
  const found = useAnswer('cards.where-is-card', { serial });
  return (
    <Shown asked={found}>
      {({ card }) => (
        <>
          <Custody card={card} />
          {card?.isHere ? <CardTroubles card={card} onEnd={onEnd} /> : null}
        </>
      )}
    </Shown>
  );
}

type BoardProps = {
  readonly board: QuestionOutput<'cards.custody-board'>;
  readonly onOpen: (doing: Doing) => void;
  readonly onDone: () => void;
};

function Board({ board, onOpen, onDone }: BoardProps) {
  const mayShip = useMayDo('cards:ship');
  const mayDestroy = useMayDo('cards:destroy');
  return (
    <>
      <Lots board={board} onOpen={onOpen} onDone={onDone} />
      {mayShip ? <StockToPack stock={board.stock} onPack={(to) => onOpen({ kind: 'packing', to })} /> : null}
      {mayDestroy ? (
        <div className="buttons cards-uncollected">
          <Button onPress={() => onOpen({ kind: 'destroying' })}>
            <Words k="office.cards.uncollected" />
          </Button>
        </div>
      ) : null}
    </>
  );
}

type DoneProps = {
  readonly doing: Doing;
  readonly parcels: readonly Parcel[];
  readonly onEnd: (said: string, parcel?: string) => void;
};

/** What is open is done, whatever screen opened it. */
export function Done({ doing, parcels, onEnd }: DoneProps) {
  if (doing.kind === 'batch') return <BatchPanel batch={doing.number} onEnd={onEnd} />;
  if (doing.kind === 'packing') return <Packing to={doing.to} onEnd={onEnd} />;
  if (doing.kind === 'destroying') return <Uncollected onEnd={onEnd} />;
  const parcel = parcels.find(({ number }) => number === doing.number);
  if (parcel) return <ParcelPanel parcel={parcel} onEnd={onEnd} />;
  return (
    <div role="alert">
      <p>
        <Words k="cards.refusal.parcel-unknown" />
      </p>
      <Button isFirst onPress={() => onEnd('')}>
        <Words k="office.cards.next" />
      </Button>
    </div>
  );
}
