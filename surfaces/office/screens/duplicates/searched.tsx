import type { Language } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf, formatMoment } from '../../client/moments.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useChange } from '../../client/use-change.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';

type Counts = QuestionOutput<'registry.duplicates'>['counts'];
type Search = QuestionOutput<'registry.duplicate-search'>;

/** How much there is to decide, and how fresh it is; while the register is searched that is said, until it ended. */
export function Searched({ counts, onSearched }: { readonly counts: Counts; readonly onSearched: () => void }) {
  const asked = useAnswer('registry.duplicate-search', {}, ({ underWay }) => underWay !== undefined);
  const { attempt, isBusy, fault } = useAttempt();
  const search = asked.state === 'ready' ? asked.data : undefined;
  useChange(search && (search.last?.newcomers?.endedAt ?? search.last?.endedAt ?? 'never'), onSearched);
  const begin = async (reach: 'whole' | 'newcomers') => {
    if ((await attempt('registry.search-duplicates', { reach })) !== undefined && asked.state !== 'loading') asked.again();
  };
  const reaches = search?.last === undefined ? (['whole'] as const) : (['newcomers', 'whole'] as const);
  return (
    <div className="duplicates-searched">
      <p>
        <Words k="office.duplicates.counts" facts={{ ...counts }} />
      </p>
      <p role="status">{search === undefined ? null : <Standing search={search} />}</p>
      <div className="buttons">
        {reaches.map((reach) => (
          <Button
            key={reach}
            onPress={() => void begin(reach)}
            isBusy={isBusy}
            isDisabled={search?.underWay !== undefined && search.underWay.stillSince === undefined}
          >
            <Words k={`office.duplicates.search.${reach}`} />
          </Button>
        ))}
      </div>
      <p role="alert">{fault ?? ''}</p>
    </div>
  );
}

function Standing({ search: { underWay, last } }: { readonly search: Search }) {
  const { language } = useSpeech();
  if (underWay !== undefined)
    return (
      <>
        <Words
          k="office.duplicates.under-way"
          facts={{ since: formatMoment(language, Date.parse(underWay.beganAt)), persons: underWay.persons }}
        />{' '}
        {underWay.stillSince === undefined ? null : (
          <Words k="office.duplicates.stands-still" facts={{ since: formatMoment(language, Date.parse(underWay.stillSince)) }} />
        )}
      </>
    );
  if (last === undefined) return <Words k="office.duplicates.never" />;
  return (
    <>
      <Words k="office.duplicates.searched" facts={factsOf(language, last)} />{' '}
      {last.newcomers === undefined ? null : <Words k="office.duplicates.newcomers" facts={factsOf(language, last.newcomers)} />}
    </>
  );
}

type Ended = Pick<NonNullable<Search['last']>, 'endedAt' | 'persons' | 'compared'>;

function factsOf(language: Language, { endedAt, persons, compared }: Ended) {
  return { day: formatDayOf(language, endedAt), persons, pairs: compared };
}
