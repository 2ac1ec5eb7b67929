import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { NameOf } from '../../components/naming.tsx';
import type { ListedCase } from './double-cover.tsx';

type ListProps = {
  readonly cases: readonly ListedCase[];
  readonly here: string;
  readonly onHere: (id: string) => void;
};

/** Whoever waits longest first: who, under which other scheme, by what. */
export function CaseList({ cases, here, onHere }: ListProps) {
  const text = useText();
  const { language } = useSpeech();
  return (
    <nav className="compare-list" aria-label={text('office.double-cover.cases')}>
      <ul>
        {cases.map(({ id, names, scheme, basis, since, waits }) => (
          <li key={id}>
            <button type="button" className="queue-choice" aria-pressed={id === here} onClick={() => onHere(id)}>
              <span className="queue-name">
                <NameOf names={names ?? {}} />
              </span>
              <span className="queue-count">
                <Words k={`office.double-cover.scheme.${scheme}`} />
              </span>
              <span className="queue-oldest">
                <Words k={`office.double-cover.basis.${basis}`} /> · {formatDayOf(language, since)}
                {waits ? (
                  <>
                    {' · '}
                    <Words k="office.double-cover.waits" />
                  </>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
