import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useKeptWork } from '../../client/use-kept-work.ts';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import type { Room } from '../sittings/sitting-view.ts';
import { AgainstScore } from './against-score.tsx';
import { outcomes, type Recap, recapOf } from './recap.ts';
import { SealDialog } from './seal-dialog.tsx';
import { SecondDialog } from './second-dialog.tsx';

type ClosingProps = { readonly room: Room; readonly again: () => void };

/** What the sitting has decided, what it has not, and what was decided against the score; then it is sealed, for ever. */
export function Closing({ room, again }: ClosingProps) {
  const { sitting } = room;
  const [, go] = useLocation();
  const recap = recapOf(room);
  const mayRecord = useMayDo('commissions:record');
  const waiting = useWaitingHere(sitting.id);
  const [asks, setAsks] = useState<'seal' | 'second'>();
  const maySecond = mayRecord && recap.awaitingSecond.length > 0;
  const isReady = mayRecord && recap.undecided.length + recap.awaitingSecond.length + waiting === 0;
  useShortcut('go-on', () => go(`/sitting/${sitting.id}`), mayRecord);
  useShortcut('seal', () => setAsks('seal'), isReady);
  useShortcut('second', () => setAsks('second'), maySecond);
  const dialog = { onClose: () => setAsks(undefined), onDone: again };
  return (
    <div className="closing">
      <Counts recap={recap} files={room.files.length} />
      {waiting === 0 ? null : (
        <p className="kept" role="status">
          <Words k="office.minutes.waiting" facts={{ count: waiting }} />
        </p>
      )}
      <Undecided recap={recap} sitting={sitting.id} />
      <AgainstScore files={recap.againstScore} awaiting={recap.awaitingSecond} />
      {mayRecord ? (
        <ClosingButtons {...{ room, isReady, maySecond, files: recap.awaitingSecond.length }} onAsk={setAsks} />
      ) : null}
      {asks === 'seal' ? <SealDialog room={room} {...dialog} /> : null}
      {asks === 'second' ? <SecondDialog sitting={sitting.id} files={recap.awaitingSecond} {...dialog} /> : null}
    </div>
  );
}

type ButtonsProps = {
  readonly room: Room;
  readonly isReady: boolean;
  readonly maySecond: boolean;
  readonly files: number;
  readonly onAsk: (asks: 'seal' | 'second') => void;
};

function ClosingButtons({ room: { sitting }, isReady, maySecond, files, onAsk }: ButtonsProps) {
  return (
    <div className="buttons">
      <Link className="button" href={`/sitting/${sitting.id}`}>
        <Words k="office.sittings.to-room" /> <kbd>C</kbd>
      </Link>
      {maySecond ? (
        <Button look="primary" keys="D" onPress={() => onAsk('second')}>
          <Words k="office.minutes.second" facts={{ files }} />
        </Button>
      ) : null}
      <Button look="primary" keys="Ctrl ⏎" isDisabled={!isReady} onPress={() => onAsk('seal')}>
        <Words k="office.minutes.seal" />
      </Button>
    </div>
  );
}

/** How much of this sitting is kept on the computer and has not arrived: it is sealed after all of it. */
function useWaitingHere(sitting: string): number {
  const { view } = useKeptWork();
  const here = view?.entries.filter(
    ({ item, standing }) => item.file === `sitting:${sitting}` && standing.state !== 'acknowledged',
  );
  return here?.length ?? 0;
}

function Counts({ recap, files }: { readonly recap: Recap; readonly files: number }) {
  return (
    <dl className="counts">
      <div>
        <dt>
          <Words k="office.minutes.decided" />
        </dt>
        <dd>
          <bdi dir="ltr">
            {files - recap.undecided.length} / {files}
          </bdi>
        </dd>
      </div>
      {outcomes.map((outcome) => (
        <div key={outcome}>
          <dt>
            <Words k={`commissions.outcome.${outcome}`} />
          </dt>
          <dd>{recap.counts[outcome]}</dd>
        </div>
      ))}
      <div>
        <dt>
          <Words k="office.minutes.in-batches" />
        </dt>
        <dd>{recap.inBatches}</dd>
      </div>
    </dl>
  );
}

function Undecided({ recap: { undecided }, sitting }: { readonly recap: Recap; readonly sitting: string }) {
  if (undecided.length === 0) return null;
  return (
    <section>
      <h2>
        <Words k="office.minutes.undecided" facts={{ files: undecided.length }} />
      </h2>
      <ul className="lines">
        {undecided.map(({ application, position, number, names }) => (
          <li key={application}>
            <Link href={`/sitting/${sitting}/${position}`}>
              <bdi>{position}</bdi> · <NumberOf number={number} />
            </Link>
            <NameOf names={names} />
          </li>
        ))}
      </ul>
    </section>
  );
}
