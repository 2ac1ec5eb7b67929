import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import type { WholeCase } from './one-case.tsx';

/** What was done of the case and what the family said, in its order. */
export function History({ found: { steps } }: { readonly found: WholeCase }) {
  const { language } = useSpeech();
  if (steps.length === 0) return null;
  return (
    <section>
      <h3>
        <Words k="office.double-cover.history" />
      </h3>
      <ol>
        {steps.map(({ passage, at, reason, words }) => (
          <li key={`${at} ${passage}`}>
            {formatDayOf(language, at)} : <Words k={`office.double-cover.step.${passage}`} />
            {reason === null ? null : (
              <>
                {' · '}
                <Words k={`office.double-cover.reason.${reason}`} />
              </>
            )}{' '}
            {words === null ? null : <bdi>« {words} »</bdi>}
          </li>
        ))}
      </ol>
    </section>
  );
}
