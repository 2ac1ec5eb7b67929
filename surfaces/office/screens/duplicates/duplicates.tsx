import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { PairBeside } from './pair-beside.tsx';
import { PairList } from './pair-list.tsx';
import { Searched } from './searched.tsx';
import { TwoFamiliesDesk } from './two-families.tsx';

type Duplicates = QuestionOutput<'registry.duplicates'>;
export type LikelyPair = Duplicates['pairs'][number];
type State = 'open' | 'decided';

const queues = ['open', 'decided', 'two-families'] as const;

/** Persons of the register who are likely one, two by two; and those who, being one, have a part in the rights of two families. */
export function DuplicatesScreen() {
  const [queue, setQueue] = useState<(typeof queues)[number]>('open');
  return (
    <section className="compare duplicates">
      <h1>
        <Words k="office.duplicates.title" />
      </h1>
      <div className="buttons">
        {queues.map((one) => (
          <button key={one} type="button" className="queue-choice" aria-pressed={one === queue} onClick={() => setQueue(one)}>
            <Words k={`office.duplicates.${one}`} />
          </button>
        ))}
      </div>
      {queue === 'two-families' ? <TwoFamiliesDesk /> : <Pairs key={queue} state={queue} />}
    </section>
  );
}

/** Decided with a reason, or a decision taken back. */
function Pairs({ state }: { readonly state: State }) {
  const [after, setAfter] = useState<{ readonly probability: number; readonly pair: string }>();
  const [gone, setGone] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const asked = useAnswer('registry.duplicates', after === undefined ? { state } : { state, after });
  return (
    <>
      <p role="status">{said === '' ? '' : <Words k={`office.duplicates.said.${said}`} />}</p>
      <Shown asked={asked}>
        {(answer) => (
          <Desk
            answer={answer}
            state={state}
            pairs={answer.pairs.filter(({ id }) => !gone.includes(id))}
            onDone={(pair, done) => {
              setGone([...gone, pair]);
              setSaid(done);
            }}
            onAfter={setAfter}
            onSearched={() => (asked.state === 'loading' ? undefined : asked.again())}
          />
        )}
      </Shown>
    </>
  );
}

type DeskProps = {
  readonly answer: Duplicates;
  readonly state: State;
  readonly pairs: readonly LikelyPair[];
  readonly onDone: (pair: string, done: 'same' | 'different' | 'open') => void;
  readonly onAfter: (after: { probability: number; pair: string }) => void;
  readonly onSearched: () => void;
};

function Desk({ answer, state, pairs, onDone, onAfter, onSearched }: DeskProps) {
  const [wanted, setWanted] = useState<string>();
  const at = Math.max(
    0,
    pairs.findIndex(({ id }) => id === wanted),
  );
  const go = (step: number) => setWanted(pairs[Math.min(pairs.length - 1, Math.max(0, at + step))]?.id);
  useShortcut('list-next', () => go(1));
  useShortcut('list-previous', () => go(-1));
  const here = pairs[at];
  const last = answer.pairs.at(-1);
  const onMore = answer.more && last ? () => onAfter({ probability: last.probability, pair: last.id }) : undefined;
  return (
    <>
      <Searched counts={answer.counts} onSearched={onSearched} />
      {here === undefined ? (
        <Empty>
          <Words k={`office.duplicates.nothing-${state}`} />
        </Empty>
      ) : (
        <>
          <PairList pairs={pairs} here={here.id} onHere={setWanted} />
          <PairBeside
            key={here.id}
            pair={here.id}
            onDone={(done) => {
              setWanted(pairs[at + 1]?.id);
              onDone(here.id, done);
            }}
          />
        </>
      )}
      {onMore === undefined ? null : (
        <Button onPress={onMore}>
          <Words k="office.duplicates.more" />
        </Button>
      )}
    </>
  );
}
