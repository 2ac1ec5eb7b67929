import { useState } from 'react';
import { formatDayOf } from '../../client/moments.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import type { Duplicates } from './duplicates.tsx';

/** How much there is to decide, and how fresh it is: the last search of everyone, and of newcomers since. */
export function Searched({ answer: { counts, lastSearch } }: { readonly answer: Duplicates }) {
  const { language } = useSpeech();
  const { attempt, isBusy, fault } = useAttempt();
  const [isBegun, setBegun] = useState(false);
  const begin = async (reach: 'whole' | 'newcomers') =>
    setBegun((await attempt('registry.search-duplicates', { reach })) !== undefined);
  const factsOf = ({ endedAt, persons, compared }: Pick<NonNullable<typeof lastSearch>, 'endedAt' | 'persons' | 'compared'>) => ({
    ...{ day: formatDayOf(language, endedAt), persons, pairs: compared },
  });
  return (
    <div className="duplicates-searched">
      <p>
        <Words k="office.duplicates.counts" facts={{ ...counts }} />{' '}
        {lastSearch === undefined ? (
          <Words k="office.duplicates.never" />
        ) : (
          <Words k="office.duplicates.searched" facts={factsOf(lastSearch)} />
        )}{' '}
        {lastSearch?.newcomers === undefined ? null : (
          <Words k="office.duplicates.newcomers" facts={factsOf(lastSearch.newcomers)} />
        )}
      </p>
      <div className="buttons">
        {(lastSearch === undefined ? (['whole'] as const) : (['newcomers', 'whole'] as const)).map((reach) => (
          <Button key={reach} onPress={() => void begin(reach)} isBusy={isBusy}>
            <Words k={`office.duplicates.search.${reach}`} />
          </Button>
        ))}
      </div>
      <p role="status">{isBegun ? <Words k="office.duplicates.begun" /> : (fault ?? '')}</p>
    </div>
  );
}
