import { useEffect, useRef } from 'react';
import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import type { CoverList, Said } from './cover-lists.tsx';
import { HeldList } from './held-list.tsx';
import { BodyOf, StateOf } from './list-table.tsx';
import { RefusedLines } from './refused-lines.tsx';

type OneProps = {
  readonly list: CoverList;
  readonly largestShare: number;
  /** It was chosen in the table below, out of sight of here. */
  readonly isChosen: boolean;
  readonly onAgain: () => void;
  readonly onDone: (said: Said) => void;
};

/** One list: what it did or would do, where it broke, and each line that was refused. */
export function OneList({ list, largestShare, isChosen, onAgain, onDone }: OneProps) {
  const { language } = useSpeech();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChosen) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <section className="one-list" aria-labelledby="one-list" ref={section}>
      <h2 id="one-list">
        <bdi dir="ltr">{list.reference}</bdi> · <BodyOf list={list} />
      </h2>
      <p>
        <StateOf list={list} /> <Words k={`office.cover-lists.kind.${list.kind}`} /> ·{' '}
        <Words k="office.cover-lists.stands-on" facts={{ day: list.standsOn }} /> ·{' '}
        <Words k="office.cover-lists.came" facts={{ day: formatDayOf(language, list.receivedAt) }} />
      </p>
      {list.state === 'held' ? (
        <HeldList list={list} largestShare={largestShare} onDone={onDone} />
      ) : (
        <Became list={list} onAgain={onAgain} />
      )}
      <RefusedLines list={list} />
    </section>
  );
}

/** What became of a list that waits for nobody. */
function Became({ list, onAgain }: { readonly list: CoverList; readonly onAgain: () => void }) {
  const { state, accepted, refused, linesTold, fault, superseded, written, standing, ending } = list;
  if (state === 'receiving')
    return (
      <>
        <p role="status">
          <Words k="office.cover-lists.reading" facts={{ read: accepted + refused, told: linesTold }} />
        </p>
        <div className="buttons">
          <Button onPress={onAgain}>
            <Words k="office.cover-lists.look-again" />
          </Button>
        </div>
      </>
    );
  if (state !== 'applied')
    return (
      <>
        {fault === null ? null : <Fault fault={fault} />}
        <p>
          <Words k="office.cover-lists.changed-nothing" />
        </p>
      </>
    );
  return (
    <p>
      <Words k="office.cover-lists.changed" facts={{ written: written ?? 0, superseded: superseded ?? 0 }} />{' '}
      {standing === null || ending === null ? null : <Words k="office.cover-lists.ended" facts={{ ending, standing }} />}
    </p>
  );
}

function Fault({ fault: { rule, place, line } }: { readonly fault: NonNullable<CoverList['fault']> }) {
  const text = useText();
  return (
    <p className="fault">
      <Words k="office.cover-lists.cut" facts={{ rule: text(`coverage.rule.${rule}`), place, line }} />
    </p>
  );
}
