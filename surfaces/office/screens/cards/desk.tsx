import { useState } from 'react';
import { useSearch } from 'wouter';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { WaysToFind, type WayToFind } from '../../components/ways-to-find.tsx';
import { BoxReading } from './box-reading.tsx';
import { DifferencesLink } from './differences-link.tsx';
import { FamilyCards } from './family-cards.tsx';
import { HandOver } from './hand-over.tsx';
import { ScanField } from './scan-field.tsx';

type Reading = { readonly kind: 'card' | 'family' | 'parcel'; readonly number: string };

const ways: readonly WayToFind[] = [
  { name: 'card', keys: ['enter'] },
  { name: 'parcel', keys: ['enter'] },
  { name: 'family', keys: ['enter'] },
  { name: 'camera', keys: 'scan' },
  { name: 'name', keys: 'search' },
];

/**
 * The desk where cards come in by the box and go out by the hand: whatever is read first says which. A family without its card is found by its number,
 * which another screen may bring along: `?family=`.
 */
export function DeskScreen() {
  const board = useAnswer('cards.custody-board', {});
  const brought = new URLSearchParams(useSearch()).get('family');
  const [reading, setReading] = useState<Reading | undefined>(brought === null ? undefined : { kind: 'family', number: brought });
  const [said, setSaid] = useState<string>();
  function end(words: string) {
    setSaid(words);
    setReading(undefined);
    if (board.state !== 'loading') board.again();
  }
  return (
    <section className="deadlines">
      <h1>
        <Words k="office.cards.desk" />
      </h1>
      {said === undefined ? null : <p role="status">{said}</p>}
      {reading === undefined ? (
        <ScanField
          label={<Words k="office.cards.scan-card-or-parcel" />}
          kinds={['card', 'parcel', 'family']}
          onCode={({ kind, number }) => {
            setSaid(undefined);
            if (kind !== 'batch') setReading({ kind, number });
          }}
        />
      ) : null}
      {reading?.kind === 'card' ? <HandOver key={reading.number} serial={reading.number} onEnd={end} /> : null}
      {reading?.kind === 'family' ? (
        <FamilyCards registration={reading.number} onCard={(number) => setReading({ kind: 'card', number })} onEnd={end} />
      ) : null}
      {reading?.kind === 'parcel' ? <BoxReading box={{ kind: 'parcel', number: reading.number }} onEnd={end} /> : null}
      {reading ? null : (
        <>
          <Shown asked={board}>
            {({ stock, open }) => (
              <>
                <Stock stock={stock} />
                <DifferencesLink open={open} />
              </>
            )}
          </Shown>
          <WaysToFind words="office.cards.find" ways={ways} />
        </>
      )}
    </section>
  );
}

function Stock({ stock }: { readonly stock: readonly { readonly state: string; readonly cards: number }[] }) {
  const here = stock.filter(({ state }) => state === 'at_office').reduce((sum, { cards }) => sum + cards, 0);
  if (here === 0) {
    return (
      <Empty>
        <Words k="office.cards.box-empty" />
      </Empty>
    );
  }
  return (
    <p>
      <Words k="office.cards.in-box" facts={{ cards: here }} />
    </p>
  );
}
