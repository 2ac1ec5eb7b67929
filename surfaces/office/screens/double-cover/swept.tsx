import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf, formatMoment } from '../../client/moments.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useChange } from '../../client/use-change.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';

type Sweep = QuestionOutput<'coverage.register-sweep'>;

/** When all of RAMED was last held against the register; while it is, that is said, until it ended: then the figures are asked again. */
export function Swept({ maySweep, onSwept }: { readonly maySweep: boolean; readonly onSwept: () => void }) {
  const asked = useAnswer('coverage.register-sweep', {}, ({ underWay }) => underWay !== undefined);
  const { attempt, isBusy, fault } = useAttempt();
  const sweep = asked.state === 'ready' ? asked.data : undefined;
  useChange(sweep && (sweep.last?.endedAt ?? 'never'), onSwept);
  const begin = async () => {
    if ((await attempt('coverage.sweep-register', {})) !== undefined && asked.state !== 'loading') asked.again();
  };
  return (
    <div className="duplicates-searched">
      <p role="status">{sweep === undefined ? null : <Standing sweep={sweep} />}</p>
      {maySweep ? (
        <Button
          onPress={() => void begin()}
          isBusy={isBusy}
          isDisabled={sweep?.underWay !== undefined && sweep.underWay.stillSince === undefined}
        >
          <Words k="office.double-cover.sweep" />
        </Button>
      ) : null}
      <p role="alert">{fault ?? ''}</p>
    </div>
  );
}

function Standing({ sweep: { underWay, last } }: { readonly sweep: Sweep }) {
  const { language } = useSpeech();
  if (underWay !== undefined)
    return (
      <>
        <Words
          k="office.double-cover.under-way"
          facts={{ since: formatMoment(language, Date.parse(underWay.beganAt)), cards: underWay.cards, cases: underWay.cases }}
        />{' '}
        {underWay.stillSince === undefined ? null : (
          <Words
            k="office.double-cover.stands-still"
            facts={{ since: formatMoment(language, Date.parse(underWay.stillSince)) }}
          />
        )}
      </>
    );
  if (last === undefined) return <Words k="office.double-cover.never" />;
  const { cards, compared: pairs, cases } = last;
  return <Words k="office.double-cover.swept" facts={{ day: formatDayOf(language, last.endedAt), cards, pairs, cases }} />;
}
