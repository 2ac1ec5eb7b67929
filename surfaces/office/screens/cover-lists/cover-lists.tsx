import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { heldLists } from './held-lists.ts';
import { ListTable } from './list-table.tsx';
import { OneList } from './one-list.tsx';

type Answer = QuestionOutput<'coverage.recent-lists'>;
export type CoverList = Answer['lists'][number];
/** What was done of a list, to be said: `office.cover-lists.said.<deed>`. */
export type Said = { readonly deed: 'apply' | 'set-aside'; readonly facts: Readonly<Record<string, string | number>> };
type Place = { readonly receivedAt: string; readonly list: string };

const AT_ONCE = 50;

/** Lists of covers that insurers sent: those that wait for a decision first, then those that came last, and what became of each. */
export function CoverListsScreen() {
  const [before, setBefore] = useState<Place>();
  const [decided, setDecided] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<Said>();
  const held = useAnswer('coverage.recent-lists', heldLists);
  const page = before === undefined ? { limit: AT_ONCE } : { limit: AT_ONCE, before };
  const recent = useAnswer('coverage.recent-lists', page, ({ lists }) => lists.some(({ state }) => state === 'receiving'));
  const again = () => {
    for (const asked of [held, recent]) if (asked.state !== 'loading') asked.again();
  };
  return (
    <section className="deadlines registration">
      <h1>
        <Words k="office.cover-lists.title" />
      </h1>
      <p role="status">{said === undefined ? '' : <Words k={`office.cover-lists.said.${said.deed}`} facts={said.facts} />}</p>
      {held.state !== 'ready' ? (
        <Shown asked={held}>{() => null}</Shown>
      ) : (
        <Shown asked={recent}>
          {(last) => (
            <Desk
              lists={heldFirst(held.data.lists, last.lists).filter(({ id, state }) => state !== 'held' || !decided.includes(id))}
              largestShare={last.largestShareEnded}
              onAgain={again}
              onDone={(list, done) => {
                setDecided([...decided, list]);
                setSaid(done);
                again();
              }}
              onOlder={last.more ? () => setBefore(placeOf(last.lists)) : undefined}
              onNewest={before === undefined ? undefined : () => setBefore(undefined)}
            />
          )}
        </Shown>
      )}
    </section>
  );
}

/** Each list once, as it was answered last. */
function heldFirst(held: readonly CoverList[], recent: readonly CoverList[]): readonly CoverList[] {
  const lists = [...new Map([...held, ...recent].map((list) => [list.id, list])).values()];
  return [...lists.filter(({ state }) => state === 'held'), ...lists.filter(({ state }) => state !== 'held')];
}

function placeOf(lists: readonly CoverList[]): Place | undefined {
  const last = lists.at(-1);
  return last && { receivedAt: last.receivedAt, list: last.id };
}

type DeskProps = {
  readonly lists: readonly CoverList[];
  readonly largestShare: number;
  readonly onAgain: () => void;
  readonly onDone: (list: string, said: Said) => void;
  readonly onOlder: (() => void) | undefined;
  readonly onNewest: (() => void) | undefined;
};

/** One list whole above the table: the one chosen, or else the first that waits for a decision. */
function Desk({ lists, largestShare, onAgain, onDone, onOlder, onNewest }: DeskProps) {
  const [chosen, setChosen] = useState<string>();
  const waiting = lists.filter(({ state }) => state === 'held');
  const here = lists.find(({ id }) => id === chosen) ?? waiting[0];
  if (lists.length === 0)
    return (
      <Empty>
        <Words k="office.cover-lists.no-lists" />
      </Empty>
    );
  const done = (list: string, said: Said) => {
    setChosen(undefined);
    onDone(list, said);
  };
  return (
    <>
      <p>
        <Words
          k={`office.cover-lists.${waiting.length === 0 ? 'nothing-held' : 'held'}`}
          facts={waiting.length === 0 ? {} : { lists: waiting.length }}
        />
      </p>
      {here === undefined ? null : (
        <OneList
          key={here.id}
          list={here}
          largestShare={largestShare}
          isChosen={here.id === chosen}
          onAgain={onAgain}
          onDone={(said) => done(here.id, said)}
        />
      )}
      <h2>
        <Words k="office.cover-lists.lists" />
      </h2>
      <ListTable lists={lists} here={here?.id} onChosen={setChosen} />
      <div className="buttons">
        <PageButton name="newest" onPress={onNewest} />
        <PageButton name="older" onPress={onOlder} />
      </div>
    </>
  );
}

function PageButton({ name, onPress }: { readonly name: 'older' | 'newest'; readonly onPress: (() => void) | undefined }) {
  if (onPress === undefined) return null;
  return (
    <Button onPress={onPress}>
      <Words k={`office.cover-lists.${name}`} />
    </Button>
  );
}
