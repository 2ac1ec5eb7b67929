import { useState } from 'react';
import type { DeedOutput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { ScanField } from './scan-field.tsx';

type Received = DeedOutput<'cards.receive-parcel'>;

/** A parcel is opened: each card is read; once the box is empty, what was missing or strange stands there by its number. */
export function BoxReading({ parcel, onEnd }: { readonly parcel: string; readonly onEnd: (said: string) => void }) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  const [scanned, setScanned] = useState<readonly string[]>([]);
  const [received, setReceived] = useState<Received>();
  async function empty() {
    const output = await attempt('cards.receive-parcel', { parcel, scanned: [...scanned], isEmpty: true });
    if (output === undefined) return;
    if (output.differences.length === 0) onEnd(text('office.cards.arrived', { cards: output.arrived }));
    else setReceived(output);
  }
  if (received) return <Differences received={received} onEnd={onEnd} />;
  return (
    <section>
      <h2>
        <Words k="office.cards.parcel-open" /> <bdi dir="ltr">{parcel}</bdi>
      </h2>
      <ScanField
        label={<Words k="office.cards.scan-each" />}
        kinds={['card']}
        onCode={({ number }) => setScanned((before) => [...new Set([...before, number])])}
      />
      <p role="status">
        <Words k="office.cards.read" facts={{ cards: scanned.length }} />
      </p>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" isBusy={isBusy} onPress={() => void empty()}>
          <Words k="office.cards.is-empty" />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
    </section>
  );
}

function Differences({ received, onEnd }: { readonly received: Received; readonly onEnd: (said: string) => void }) {
  const text = useText();
  return (
    <section role="alert">
      <h2>
        <Words k="office.cards.count-differs" facts={{ cards: received.differences.length }} />
      </h2>
      <ul>
        {received.differences.map(({ serial, kind }) => (
          <li key={`${serial} ${kind}`}>
            <NumberOf number={serial} /> · <Words k={`office.cards.difference.${kind}`} />
          </li>
        ))}
      </ul>
      <Button look="primary" isFirst onPress={() => onEnd(text('office.cards.arrived', { cards: received.arrived }))}>
        <Words k="office.cards.noted" />
      </Button>
    </section>
  );
}
