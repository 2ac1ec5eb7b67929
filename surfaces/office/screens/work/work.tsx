import { type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { keepList } from '../../client/file-list.ts';
import { type Asked, useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSettled } from '../../client/use-settled.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Failed, Shown } from '../../components/states.tsx';
import { useRows } from '../../components/use-rows.ts';
import { ToldLine } from '../deadlines/told-line.tsx';
import { SittingUnderWay } from '../sitting/under-way.tsx';
import { matchesHere } from './local-search.ts';
import { type QueuedFile, type QueueState, queueInput, queueOfPlace, type Work } from './queue-input.ts';
import { QueueRail } from './queue-rail.tsx';
import { QueueTable } from './queue-table.tsx';
import { RowsChoice } from './rows-choice.tsx';
import { SittingsHere } from './sittings-here.tsx';
import { WaitsElsewhere } from './waits-elsewhere.tsx';

/** What waits for me and what waits for others: the queues with their counts, and one of them, the longest waiting first. */
export function WorkScreen() {
  const [place, go] = useLocation();
  const first = useAnswer('applications.my-work', queueInput(queueOfPlace(place)));
  return (
    <section className="work">
      <header className="work-head">
        <h1>
          <Words k="office.work.title" />
        </h1>
        <RowsChoice />
      </header>
      <SittingUnderWay />
      <SittingsHere />
      <WaitsElsewhere />
      <ToldLine />
      <Shown asked={first}>
        {(work) => (
          <div className="work-body">
            <QueueRail queues={work.queues} chosen={work.queue} onChoose={(state) => go(`/my-work/${state}`)} />
            {work.queue === undefined ? <NoQueue /> : <Queue key={work.queue} state={work.queue} work={work} />}
          </div>
        )}
      </Shown>
    </section>
  );
}

function NoQueue() {
  return (
    <Empty>
      <Words k="office.work.no-queue" />
    </Empty>
  );
}

type QueueProps = { readonly state: QueueState; readonly work: Work };
type Place = NonNullable<Work['next']>;

function Queue({ state, work }: QueueProps) {
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed.trim());
  const search = settled.length > 1 ? settled : '';
  const [read, setRead] = useState<{ readonly of: string; readonly places: readonly Place[] }>({ of: '', places: [] });
  const places = read.of === search ? read.places : [];
  const after = places.at(-1);
  const asksAnew = search !== '' || after !== undefined;
  const input = { ...queueInput(state), counted: false, ...(search ? { search } : {}), ...(after ? { after } : {}) };
  const asked = useAnswer('applications.my-work', asksAnew ? input : undefined);
  const turning = { places, onPlaces: (turned: readonly Place[]) => setRead({ of: search, places: turned }) };
  const nothing = <NothingHere work={work} isSearch={search !== ''} />;
  return (
    <div className="queue">
      <QueueSearch state={state} typed={typed} onType={setTyped} />
      {asksAnew ? (
        <Found asked={asked} search={search} here={work.files}>
          {(page) => <Page state={state} page={page} nothing={nothing} {...turning} />}
        </Found>
      ) : (
        <Page state={state} page={work} nothing={nothing} {...turning} />
      )}
    </div>
  );
}

type FoundProps = {
  readonly asked: Asked<Work>;
  readonly search: string;
  readonly here: readonly QueuedFile[];
  readonly children: (page: Pick<Work, 'files' | 'next'>) => ReactNode;
};

/** Without network the list that stands here is looked through, and that is said. */
function Found({ asked, search, here, children }: FoundProps) {
  if (asked.state !== 'failed' || search === '') return <Shown asked={asked}>{children}</Shown>;
  if (asked.error.name !== 'UnreachableError') return <Failed error={asked.error} again={asked.again} />;
  return (
    <>
      <p className="kept" role="status">
        <Words k="office.work.only-here" facts={{ files: here.length }} />
      </p>
      {children({ files: [...matchesHere(here, search)] })}
    </>
  );
}

type PageProps = {
  readonly state: QueueState;
  readonly page: Pick<Work, 'files' | 'next'>;
  readonly nothing: ReactNode;
  readonly places: readonly Place[];
  readonly onPlaces: (places: readonly Place[]) => void;
};

function Page({ state, page, nothing, places, onPlaces }: PageProps) {
  const [, go] = useLocation();
  const { files, next } = page;
  const open = (at: number) => {
    keepList(files.map(({ id }) => id));
    go(`/file/${files[at]?.id}`);
  };
  const rows = useRows(open);
  if (files.length === 0) return nothing;
  return (
    <>
      <QueueTable state={state} files={files} rows={rows} onOpen={open} />
      <div className="buttons">
        {places.length === 0 ? null : (
          <Button onPress={() => onPlaces(places.slice(0, -1))}>
            <Words k="office.work.previous-page" />
          </Button>
        )}
        {next === undefined ? null : (
          <Button onPress={() => onPlaces([...places, next])}>
            <Words k="office.work.next-page" />
          </Button>
        )}
      </div>
    </>
  );
}

/** An empty queue is good news, and the next one that is not is a key away. */
function NothingHere({ work, isSearch }: { readonly work: Work; readonly isSearch: boolean }) {
  const [, go] = useLocation();
  const mine = work.queues.find(({ state }) => state === work.queue)?.whose === 'mine';
  const next = isSearch ? undefined : work.queues.find(({ files, state }) => files > 0 && state !== work.queue);
  return (
    <div className="empty">
      <p>
        <Words k={isSearch ? 'office.work.nothing-found' : mine ? 'office.work.nothing-mine' : 'office.work.nothing'} />
      </p>
      {next === undefined ? null : (
        <Button onPress={() => go(`/my-work/${next.state}`)}>
          <Words k="office.work.next-queue" /> <Words k={`office.work.queue.${next.state}`} />
        </Button>
      )}
    </div>
  );
}

type QueueSearchProps = { readonly state: QueueState; readonly typed: string; readonly onType: (text: string) => void };

/** Looks inside the queue alone; Escape gives the whole queue back. */
function QueueSearch({ state, typed, onType }: QueueSearchProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  useShortcut('list-search', () => field.current?.focus());
  return (
    <search className="queue-search">
      <input
        ref={field}
        className="input"
        type="search"
        aria-label={text('office.work.search-in', { queue: text(`office.work.queue.${state}`) })}
        placeholder={text('office.work.search')}
        value={typed}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key !== 'Escape') return;
          onType('');
          currentTarget.blur();
        }}
      />
      <kbd>/</kbd>
    </search>
  );
}
