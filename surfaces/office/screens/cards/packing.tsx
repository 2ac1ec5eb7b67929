import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { FaultLine } from './fault-line.tsx';
import { ScanField } from './scan-field.tsx';

export type Stock = QuestionOutput<'cards.custody-board'>['stock'][number];

/** The stock that may be packed from here: for each place the cards go to, how many wait. */
export function StockToPack({ stock, onPack }: { readonly stock: readonly Stock[]; readonly onPack: (one: Stock) => void }) {
  const waiting = stock.filter(({ state, isHere }) => isHere && state !== 'at_office');
  if (waiting.length === 0) return null;
  return (
    <section className="cards-stock">
      <h2>
        <Words k="office.cards.to-pack" />
      </h2>
      {waiting.map((one) => (
        <p key={`${one.state} ${one.place} ${one.next}`}>
          <PlaceOf code={one.next} /> · <Words k="office.cards.count" facts={{ cards: one.cards }} />{' '}
          <Button onPress={() => onPack(one)}>
            <Words k="office.cards.pack" />
          </Button>
        </p>
      ))}
    </section>
  );
}

/** Cards are read into a parcel for one place; it is closed by a button, and then stands among the parcels. */
export function Packing({ to, onEnd }: { readonly to: Stock; readonly onEnd: (said: string, parcel?: string) => void }) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  const [scanned, setScanned] = useState<readonly string[]>([]);
  async function close() {
    const output = await attempt('cards.make-parcel', { territory: to.next, scanned: [...scanned] });
    if (output) onEnd(text('office.cards.packed', { cards: output.cards, parcel: output.parcel }), output.parcel);
  }
  return (
    <section>
      <h2>
        <Words k="office.cards.packing" /> <PlaceOf code={to.next} />
      </h2>
      <ScanField
        label={<Words k="office.cards.scan-into" />}
        kinds={['card']}
        onCode={({ number }) => setScanned((before) => [...new Set([...before, number])])}
      />
      <p role="status">
        <Words k="office.cards.read-of" facts={{ cards: scanned.length, all: to.cards }} />
      </p>
      <ul>
        {scanned.slice(-LAST).map((serial) => (
          <li key={serial}>
            <NumberOf number={serial} />{' '}
            <Button look="link" onPress={() => setScanned((before) => before.filter((one) => one !== serial))}>
              <Words k="office.cards.take-out" />
            </Button>
          </li>
        ))}
      </ul>
      <FaultLine fault={fault} />
      <div className="buttons">
        <Button look="primary" isBusy={isBusy} isDisabled={scanned.length === 0} onPress={() => void close()}>
          <Words k="office.cards.close-parcel" />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
    </section>
  );
}

/** The hand sees whether the reader heard; the count says the rest. */
const LAST = 5;
