import { useText, Words } from '../../client/words.tsx';
import { NameOf } from '../../components/naming.tsx';
import type { LikelyPair } from './duplicates.tsx';
import { toPercent } from './weight-words.ts';

type ListProps = { readonly pairs: readonly LikelyPair[]; readonly here: string; readonly onHere: (pair: string) => void };

/** The likeliest first; both names, since they are often the same. */
export function PairList({ pairs, here, onHere }: ListProps) {
  const text = useText();
  return (
    <nav className="compare-list" aria-label={text('office.duplicates.pairs')}>
      <ul>
        {pairs.map((pair) => (
          <li key={pair.id}>
            <button type="button" className="queue-choice" aria-pressed={pair.id === here} onClick={() => onHere(pair.id)}>
              <span className="queue-name">
                <NameOf names={pair.one.names} />
                <br />
                <NameOf names={pair.other.names} />
              </span>
              <span className="queue-count">
                <Words k="office.duplicates.percent" facts={{ percent: toPercent(pair.probability) }} />
              </span>
              <span className="queue-oldest">
                <Words k={`office.duplicates.band.${pair.contradicted ? 'contradicted' : pair.band}`} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
