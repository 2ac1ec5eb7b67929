import { useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { keepList } from '../../client/file-list.ts';
import { type Asked, useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSettled } from '../../client/use-settled.ts';
import { Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { Failed, Shown } from '../../components/states.tsx';
import { type Rows, useRows } from '../../components/use-rows.ts';
import { type Found, SearchTable } from './search-table.tsx';
import { useKeptFiles } from './use-kept-files.ts';

export type Answer = QuestionOutput<'applications.find-files'>;

/** A shorter text finds too many to be worth asking. */
const SHORTEST = 3;

/** One field for whatever is at hand: a number, a card, a telephone, a name in either script. `?q=` brings what is looked for along. */
export function SearchScreen() {
  const asWritten = useSearch();
  const [typed, setTyped] = useState(() => new URLSearchParams(asWritten).get('q') ?? '');
  const field = useRef<HTMLInputElement>(null);
  const settled = useSettled(typed.trim(), 400);
  const text = settled.length >= SHORTEST ? settled : '';
  const asked = useAnswer('applications.find-files', text === '' ? undefined : { text });
  const [, go] = useLocation();
  const shown = useRef<readonly Found[]>([]);
  const note = (files: readonly Found[]) => {
    shown.current = files;
  };
  const rows = useRows((at) => {
    keepList(shown.current.map(({ id }) => id));
    go(`/file/${shown.current[at]?.id}`);
  });
  useShortcut('search', () => field.current?.focus());
  useShortcut('list-search', () => field.current?.focus());
  return (
    <section className="search-screen">
      <h1>
        <Words k="office.search.title" />
      </h1>
      <search onKeyDown={({ key }) => (key === 'ArrowDown' || key === 'Enter' ? rows.enter() : undefined)}>
        <Field
          label={<Words k="office.search.what" />}
          hint={<Words k="office.search.hint" />}
          value={typed}
          onChange={setTyped}
          inputRef={field}
          input={{ type: 'search', autoFocus: true, autoComplete: 'off', spellCheck: false, dir: 'auto' }}
        />
      </search>
      {text === '' ? <Suggestions /> : <Results asked={asked} text={text} rows={rows} onShown={note} />}
    </section>
  );
}

type ResultsProps = {
  readonly asked: Asked<Answer>;
  readonly text: string;
  readonly rows: Rows;
  readonly onShown: (files: readonly Found[]) => void;
};

function Results({ asked, text, rows, onShown }: ResultsProps) {
  const isCut = asked.state === 'failed' && asked.error.name === 'UnreachableError';
  if (isCut) return <Here text={text} rows={rows} onShown={onShown} />;
  if (asked.state === 'failed') return <Failed error={asked.error} again={asked.again} />;
  return (
    <Shown asked={asked}>
      {(answer) => {
        onShown(answer.files);
        return (
          <>
            <Understood answer={answer} />
            {answer.files.length === 0 ? <NothingFound answer={answer} /> : <SearchTable files={answer.files} rows={rows} />}
            {answer.more ? (
              <p className="hint">
                <Words k="office.search.more" />
              </p>
            ) : null}
          </>
        );
      }}
    </Shown>
  );
}

/** Without network: the lists that were kept here, and nothing else. */
function Here({ text, rows, onShown }: Omit<ResultsProps, 'asked'>) {
  const files = useKeptFiles(text);
  onShown(files ?? []);
  return (
    <>
      <p className="kept" role="status">
        <Words k="office.search.only-here" />
      </p>
      {files === undefined ? null : files.length > 0 ? (
        <SearchTable files={files} rows={rows} />
      ) : (
        <p className="empty">
          <Words k="office.search.nothing-here" />
        </p>
      )}
    </>
  );
}

/** What the text was taken for: whoever typed something else sees why nothing came. */
function Understood({ answer: { understood, files } }: { readonly answer: Answer }) {
  return (
    <p className="understood" role="status">
      {understood.map(({ kind, value, bornFrom }) => (
        <span key={kind}>
          <Words k={`office.search.as.${kind}`} facts={{ value }} />
          {bornFrom === undefined ? null : (
            <>
              {' '}
              <Words k="office.search.born" facts={{ year: bornFrom.slice(0, 4) }} />
            </>
          )}
        </span>
      ))}{' '}
      <Words k="office.search.files" facts={{ files: files.length }} />
    </p>
  );
}

function NothingFound({ answer: { understood } }: { readonly answer: Answer }) {
  const isName = understood.some(({ kind }) => kind === 'name');
  const isSlipped = understood.some(({ kind }) => kind === 'slipped');
  return (
    <div className="empty">
      <p>
        <Words k="office.search.nothing" />
      </p>
      <ul className="advice">
        {isSlipped ? <Advice k="slipped" /> : null}
        {isName ? (
          <>
            <Advice k="other-script" />
            <Advice k="one-name" />
            <Advice k="year" />
          </>
        ) : null}
        <Advice k="elsewhere" />
      </ul>
    </div>
  );
}

function Advice({ k }: { readonly k: string }) {
  return (
    <li>
      <Words k={`office.search.advice.${k}`} />
    </li>
  );
}

function Suggestions() {
  return (
    <ul className="advice">
      {['number', 'card', 'phone', 'name'].map((kind) => (
        <li key={kind}>
          <Words k={`office.search.try.${kind}`} />
        </li>
      ))}
    </ul>
  );
}
