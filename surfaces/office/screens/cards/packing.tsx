import type { QuestionOutput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { FaultLine } from './fault-line.tsx';
import { ReadCards } from './read-cards.tsx';
import { useScans } from './use-scans.ts';

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
  const scans = useScans(`packing/${to.next}`);
  async function close() {
    const output = await attempt('cards.make-parcel', { territory: to.next, scanned: [...scans.serials] });
    if (output === undefined) return;
    scans.forget();
    onEnd(text('office.cards.packed', { cards: output.cards, parcel: output.parcel }), output.parcel);
  }
  return (
    <section>
      <h2>
        <Words k="office.cards.packing" /> <PlaceOf code={to.next} />
      </h2>
      <ReadCards label={<Words k="office.cards.scan-into" />} scans={scans} all={to.cards} />
      <FaultLine fault={fault} />
      <div className="buttons">
        <Button look="primary" isBusy={isBusy} isDisabled={scans.serials.length === 0} onPress={() => void close()}>
          <Words k="office.cards.close-parcel" />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
    </section>
  );
}
