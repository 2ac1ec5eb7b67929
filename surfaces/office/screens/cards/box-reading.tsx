import { useState } from 'react';
import type { DeedOutput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { FaultLine } from './fault-line.tsx';
import { ScanField } from './scan-field.tsx';

type Counted = { readonly here: number; readonly differences: DeedOutput<'cards.receive-parcel'>['differences'] };

/** A box whose cards are read one by one: a parcel that arrived, or what the maker made of a batch. */
export type Box = { readonly kind: 'parcel' | 'batch'; readonly number: string };
type BoxProps = { readonly box: Box; readonly onEnd: (said: string) => void };

/** A box is opened: each card is read; once it is empty, what was missing or strange stands there by its number. */
export function BoxReading({ box, onEnd }: BoxProps) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  const [scanned, setScanned] = useState<readonly string[]>([]);
  const [counted, setCounted] = useState<Counted>();
  async function count(): Promise<Counted | undefined> {
    const read = { scanned: [...scanned], isEmpty: true };
    if (box.kind === 'batch') {
      const output = await attempt('cards.check-cards', { batch: box.number, ...read });
      return output && { here: output.checked, differences: output.differences };
    }
    const output = await attempt('cards.receive-parcel', { parcel: box.number, ...read });
    return output && { here: output.arrived, differences: output.differences };
  }
  async function empty() {
    const found = await count();
    if (found === undefined) return;
    if (found.differences.length === 0) onEnd(text('office.cards.arrived', { cards: found.here }));
    else setCounted(found);
  }
  if (counted) return <Differences counted={counted} read={scanned.length} onEnd={onEnd} />;
  return (
    <section>
      <h2>
        <Words k={`office.cards.${box.kind}-open`} /> <bdi dir="ltr">{box.number}</bdi>
      </h2>
      <ScanField
        label={<Words k="office.cards.scan-each" />}
        kinds={['card']}
        onCode={({ number }) => setScanned((before) => [...new Set([...before, number])])}
      />
      <p role="status">
        <Words k="office.cards.read" facts={{ cards: scanned.length }} />
      </p>
      <FaultLine fault={fault} />
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

type DifferencesProps = { readonly counted: Counted; readonly read: number; readonly onEnd: (said: string) => void };

/** Both counts stay on the page, and in the books, until somebody has seen them. */
function Differences({ counted: { here, differences }, read, onEnd }: DifferencesProps) {
  const text = useText();
  return (
    <section role="alert">
      <h2>
        <Words k="office.cards.count-differs" facts={{ cards: differences.length }} />
      </h2>
      <p>
        <Words k="office.cards.both-counts" facts={{ read, here }} />
      </p>
      <ul>
        {differences.map(({ serial, kind }) => (
          <li key={`${serial} ${kind}`}>
            <NumberOf number={serial} /> · <Words k={`office.cards.difference.${kind}`} />
          </li>
        ))}
      </ul>
      <Button look="primary" isFirst onPress={() => onEnd(text('office.cards.arrived', { cards: here }))}>
        <Words k="office.cards.noted" />
      </Button>
    </section>
  );
}
