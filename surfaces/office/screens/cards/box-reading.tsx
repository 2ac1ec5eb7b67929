import { useState } from 'react';
import type { DeedOutput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { FaultLine } from './fault-line.tsx';
import { ReadCards } from './read-cards.tsx';
import { useScans } from './use-scans.ts';

type Counted = { readonly here: number; readonly differences: DeedOutput<'cards.receive-parcel'>['differences'] };

/** A box whose cards are read one by one: a parcel that arrived, or what the maker made of a batch. */
export type Box = { readonly kind: 'parcel' | 'batch'; readonly number: string };
type BoxProps = { readonly box: Box; readonly onEnd: (said: string) => void };

/** A box is opened: each card is read, kept on the computer meanwhile; once it is empty, what was missing or strange stands there by its number. */
export function BoxReading({ box, onEnd }: BoxProps) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  const scans = useScans(`${box.kind}/${box.number}`);
  const [counted, setCounted] = useState<Counted>();
  const [read, setRead] = useState(0);
  async function count(): Promise<Counted | undefined> {
    const input = { scanned: [...scans.serials], isEmpty: true };
    if (box.kind === 'batch') {
      const output = await attempt('cards.check-cards', { batch: box.number, ...input });
      return output && { here: output.checked, differences: output.differences };
    }
    const output = await attempt('cards.receive-parcel', { parcel: box.number, ...input });
    return output && { here: output.arrived, differences: output.differences };
  }
  async function empty() {
    const found = await count();
    if (found === undefined) return;
    setRead(scans.serials.length);
    scans.forget();
    if (found.differences.length === 0) onEnd(text('office.cards.arrived', { cards: found.here }));
    else setCounted(found);
  }
  if (counted) return <Differences counted={counted} read={read} onEnd={onEnd} />;
  return (
    <section>
      <h2>
        <Words k={`office.cards.${box.kind}-open`} /> <bdi dir="ltr">{box.number}</bdi>
      </h2>
      <ReadCards label={<Words k="office.cards.scan-each" />} scans={scans} />
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
