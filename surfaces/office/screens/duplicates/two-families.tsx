import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NameOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { TwoFamiliesBeside } from './two-families-beside.tsx';

type Answer = QuestionOutput<'entitlements.two-families'>;
export type TwoFamilies = Answer['cases'][number];
type State = 'open' | 'ended';

/** Persons who have a part in the rights of two families: where each of them stays is said with a reason. */
export function TwoFamiliesDesk() {
  const [state, setState] = useState<State>('open');
  const [after, setAfter] = useState<{ readonly at: string; readonly id: string }>();
  const [gone, setGone] = useState<readonly string[]>([]);
  const asked = useAnswer('entitlements.two-families', after === undefined ? { state } : { state, after });
  const turnTo = (other: State) => {
    setState(other);
    setAfter(undefined);
  };
  return (
    <>
      <div className="buttons">
        {(['open', 'ended'] as const).map((one) => (
          <button key={one} type="button" className="queue-choice" aria-pressed={one === state} onClick={() => turnTo(one)}>
            <Words k={`office.duplicates.two.${one}`} />
          </button>
        ))}
      </div>
      <p role="status">{gone.length > 0 ? <Words k="office.duplicates.two.said" /> : ''}</p>
      <Shown asked={asked}>
        {(answer) => (
          <Cases
            answer={answer}
            state={state}
            cases={answer.cases.filter(({ id }) => !gone.includes(id))}
            onDone={(id) => setGone([...gone, id])}
            onAfter={setAfter}
          />
        )}
      </Shown>
    </>
  );
}

type CasesProps = {
  readonly answer: Answer;
  readonly state: State;
  readonly cases: readonly TwoFamilies[];
  readonly onDone: (id: string) => void;
  readonly onAfter: (after: { at: string; id: string }) => void;
};

function Cases({ answer, state, cases, onDone, onAfter }: CasesProps) {
  const [wanted, setWanted] = useState<string>();
  const at = Math.max(
    0,
    cases.findIndex(({ id }) => id === wanted),
  );
  const go = (step: number) => setWanted(cases[Math.min(cases.length - 1, Math.max(0, at + step))]?.id);
  useShortcut('list-next', () => go(1));
  useShortcut('list-previous', () => go(-1));
  const here = cases[at];
  const last = answer.cases.at(-1);
  return (
    <>
      <p>
        <Words k="office.duplicates.two.counts" facts={{ ...answer.counts }} />
      </p>
      {here === undefined ? (
        <Empty>
          <Words k={`office.duplicates.two.nothing-${state}`} />
        </Empty>
      ) : (
        <>
          <CaseList cases={cases} here={here.id} onHere={setWanted} />
          <TwoFamiliesBeside key={here.id} found={here} onDone={() => onDone(here.id)} />
        </>
      )}
      {answer.more && last ? (
        <Button onPress={() => onAfter({ at: last.openedAt, id: last.id })}>
          <Words k="office.duplicates.two.more" />
        </Button>
      ) : null}
    </>
  );
}

type ListProps = { readonly cases: readonly TwoFamilies[]; readonly here: string; readonly onHere: (id: string) => void };

function CaseList({ cases, here, onHere }: ListProps) {
  const text = useText();
  return (
    <nav className="compare-list" aria-label={text('office.duplicates.two.cases')}>
      <ul>
        {cases.map(({ id, one, foundBy }) => (
          <li key={id}>
            <button type="button" className="queue-choice" aria-pressed={id === here} onClick={() => onHere(id)}>
              <span className="queue-name">
                <NameOf names={one.names} />
              </span>
              <span className="queue-oldest">
                <Words k={`office.duplicates.two.found.${foundBy}`} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
