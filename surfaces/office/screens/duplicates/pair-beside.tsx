import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf } from '../../client/moments.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NameOf } from '../../components/naming.tsx';
import { Shown } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { FieldsTable } from './fields-table.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { toPercent } from './weight-words.ts';

export type OnePair = NonNullable<QuestionOutput<'registry.one-duplicate'>['pair']>;
export type Done = (done: 'same' | 'different' | 'open') => void;

/** Two persons side by side: what each field says, in words, what was decided, and what may be. */
export function PairBeside({ pair, onDone }: { readonly pair: string; readonly onDone: Done }) {
  const asked = useAnswer('registry.one-duplicate', { pair });
  return (
    <div className="compare-pair">
      <Shown asked={asked}>
        {(answer) =>
          answer.pair === undefined ? (
            <p className="empty">
              <Words k="office.duplicates.gone" />
            </p>
          ) : (
            <Pair pair={answer.pair} onDone={onDone} />
          )
        }
      </Shown>
    </div>
  );
}

function Pair({ pair, onDone }: { readonly pair: OnePair; readonly onDone: Done }) {
  const [opens, setOpens] = useState<'same' | 'different' | 'take-back'>();
  const isOpen = pair.state === 'open';
  useShortcut('same', () => setOpens('same'), isOpen);
  useShortcut('not-same', () => setOpens('different'), isOpen);
  useShortcut('undo', () => setOpens('take-back'), !isOpen);
  const close = () => setOpens(undefined);
  return (
    <>
      <p>
        <Tag look={pair.contradicted ? 'warning' : pair.band === 'certain' ? 'open' : 'todo'}>
          <Words k={`office.duplicates.band.${pair.contradicted ? 'contradicted' : pair.band}`} />
        </Tag>{' '}
        <Words k="office.duplicates.likelihood" facts={{ percent: toPercent(pair.probability) }} />
      </p>
      <FieldsTable pair={pair} />
      {isOpen ? (
        <div className="buttons">
          <Button onPress={() => setOpens('same')} keys="S" look="primary">
            <Words k="office.duplicates.same" />
          </Button>
          <Button onPress={() => setOpens('different')} keys="N">
            <Words k="office.duplicates.different" />
          </Button>
        </div>
      ) : (
        <div className="buttons">
          <Button onPress={() => setOpens('take-back')} keys="U">
            <Words k="office.duplicates.take-back" />
          </Button>
        </div>
      )}
      <Beside pair={pair} />
      <History pair={pair} />
      {opens === 'same' || opens === 'different' ? (
        <DecideDialog pair={pair} decision={opens} onClose={close} onDone={onDone} />
      ) : null}
      {opens === 'take-back' ? <TakeBackDialog pair={pair.id} onClose={close} onDone={onDone} /> : null}
    </>
  );
}

/** Who else is likely one with either of them: a decision here touches them. */
function Beside({ pair: { beside } }: { readonly pair: OnePair }) {
  if (beside.length === 0) return null;
  return (
    <section>
      <h2>
        <Words k="office.duplicates.beside" />
      </h2>
      <ul>
        {beside.map(({ pair, person, probability, state }) => (
          <li key={pair}>
            <NameOf names={person.names} /> <bdi>{person.birthDate.slice(0, 4)}</bdi>
            {' · '}
            <Words k={`office.duplicates.beside.${state}`} facts={{ percent: toPercent(probability) }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ pair: { decisions } }: { readonly pair: OnePair }) {
  const { language } = useSpeech();
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2>
        <Words k="office.duplicates.history" />
      </h2>
      <ol>
        {decisions.map(({ decision, reason, note, at }) => (
          <li key={at}>
            {formatDayOf(language, at)} : <Words k={`office.duplicates.decided.${decision}`} />
            {decision === 'taken-back' ? null : (
              <>
                {' · '}
                <Words k={`office.duplicates.reason.${reason}`} />
              </>
            )}{' '}
            {note === undefined ? null : <bdi>« {note} »</bdi>}
          </li>
        ))}
      </ol>
    </section>
  );
}
