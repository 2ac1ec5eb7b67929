import { useText, Words } from '../../client/words.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { Filing } from './use-filing.ts';

/** Why the server did not take the request, in its own words; everything typed stands as it was. */
export function FilingFailure({ filing: { refused, failure } }: { readonly filing: Filing }) {
  const text = useText();
  if (refused === undefined && failure === undefined) return null;
  return (
    <div className="failed" role="alert">
      <p>
        {refused === undefined ? (
          wordsOfFailure(failure ?? new Error(), text)
        ) : (
          <Words k={`${refused.module}.refusal.${refused.refusal.refused}`} facts={{ ...refused.refusal.facts }} />
        )}
      </p>
      <p>
        <Words k="office.entry.nothing-lost" />
      </p>
    </div>
  );
}
