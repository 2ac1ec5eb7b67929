import { useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import type { Doing } from './cards.tsx';
import type { Open } from './difference-row.tsx';

type CountsProps = { readonly counts: Open['counts']; readonly onOpen: (doing: Doing) => void };

/** Boxes of the maker whose count was wrong: the scan of each card says which. */
export function WrongCounts({ counts, onOpen }: CountsProps) {
  const mayProduce = useMayDo('cards:produce');
  if (counts.length === 0) return null;
  return (
    <section>
      <h2>
        <Words k="office.cards.wrong-counts" />
      </h2>
      {counts.map(({ number, territory, counted, expected }) => (
        <p key={number}>
          <bdi dir="ltr">{number}</bdi> · <PlaceOf code={territory} /> ·{' '}
          <Words k="office.cards.wrong-count" facts={{ counted, expected }} />{' '}
          {mayProduce ? (
            <Button onPress={() => onOpen({ kind: 'batch', number })}>
              <Words k="office.cards.do.received" />
            </Button>
          ) : null}
        </p>
      ))}
    </section>
  );
}
