import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { inFours } from '../../client/names.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Failed, Loading, Shown } from '../../components/states.tsx';
import { type PageOnFile, paperStandings } from '../file/paper-standings.ts';
import { KindRail } from './kind-rail.tsx';
import { PageSources } from './page-sources.tsx';
import { PageViewer } from './page-viewer.tsx';
import { type Stack, useStack } from './pages-to-send.ts';
import { type FileOfPapers, useTypedHere } from './typed-here.ts';
import { type Sending, useSending } from './use-sending.ts';

/** Papers of one file: from the scanner, the camera or a file, looked over, said by a digit, and sent. */
export function PapersScreen() {
  const [path] = useLocation();
  const [, id = ''] = /^\/papers\/([^/]+)/.exec(path) ?? [];
  const typed = useTypedHere(id);
  return <section className="papers">{typed === undefined ? <OnFile id={id} /> : <BeforeItArrives file={typed} />}</section>;
}

/** The request waits for the line; its papers are taken now, while the family stands here. */
function BeforeItArrives({ file }: { readonly file: FileOfPapers }) {
  return (
    <>
      <h1>
        <Words k="office.papers.title" facts={{ number: file.called }} />
      </h1>
      <p className="kept" role="status">
        <Words k="office.papers.before-it-arrives" />
      </p>
      <Desk file={file} onFile={[]} again={() => undefined} />
    </>
  );
}

/** What is on the file already is told when somebody can tell; papers are added all the same. */
function OnFile({ id }: { readonly id: string }) {
  const file = useAnswer('applications.one-file', id === '' ? undefined : { application: id });
  const papers = useAnswer('documents.papers-on-file', id === '' ? undefined : { owner: `application:${id}` });
  return (
    <>
      <Shown asked={file}>
        {({ file: found }) =>
          found === undefined ? (
            <NotHere />
          ) : (
            <>
              <h1>
                <Words k="office.papers.title" facts={{ number: inFours(found.number) }} />
              </h1>
              {papers.state === 'failed' ? <Failed error={papers.error} again={papers.again} /> : null}
              {papers.state === 'loading' ? (
                <Loading />
              ) : (
                <Desk
                  file={{ ...found, called: inFours(found.number) }}
                  onFile={papers.state === 'ready' ? papers.data.pages : []}
                  again={papers.again}
                />
              )}
            </>
          )
        }
      </Shown>
      {file.state === 'ready' ? null : (
        <h1 className="unseen">
          <Words k="office.areas.papers" />
        </h1>
      )}
    </>
  );
}

function NotHere() {
  return (
    <>
      <h1>
        <Words k="office.areas.papers" />
      </h1>
      <Empty>
        <Words k="applications.refusal.file-not-found" />
      </Empty>
    </>
  );
}

type DeskProps = { readonly file: FileOfPapers; readonly onFile: readonly PageOnFile[]; readonly again: () => void };

function Desk({ file, onFile, again }: DeskProps) {
  const stack = useStack(file.id);
  const sending = useSending(file, stack, again);
  const [nextKind, setNextKind] = useState<string>();
  const page = stack.pages[stack.here];
  const standings = [...paperStandings(file, onFile)];
  if (!standings.some(({ kind }) => kind === 'other')) standings.push({ kind: 'other', copies: 0, isThere: false, pages: [] });
  const choose = (kind: string) => {
    if (page !== undefined) stack.change({ kind });
    setNextKind(kind);
  };
  return (
    <div className="papers-desk">
      <nav className="papers-side">
        <KindRail
          file={file}
          standings={standings}
          waiting={sending.waiting}
          chosen={page?.kind ?? nextKind}
          onKind={choose}
          onChanged={again}
        />
        {file.number === undefined ? null : (
          <Link href={`/file/${file.id}/papers`}>
            <Words k="office.papers.back" />
          </Link>
        )}
      </nav>
      <div className="papers-work">
        <PageSources onFiles={(files) => void stack.add(files, nextKind)} />
        <Notes stack={stack} sending={sending} />
        {page === undefined ? (
          <Empty>
            <Words k="office.papers.no-image" />
          </Empty>
        ) : (
          <>
            <StackRail stack={stack} sending={sending} />
            <PageViewer key={page.id} stack={stack} page={page} />
          </>
        )}
      </div>
    </div>
  );
}

function Notes({ stack, sending }: { readonly stack: Stack; readonly sending: Sending }) {
  const fault = sending.fault ?? stack.fault;
  return (
    <>
      <p className="fate" role="status">
        {sending.sent === 0 ? '' : <Words k="office.papers.sent" facts={{ count: sending.sent }} />}
      </p>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          <Words k={`office.papers.${fault}`} />
        </p>
      )}
    </>
  );
}

/** Which of the images one looks at, and what is done with all of them. */
function StackRail({ stack, sending }: { readonly stack: Stack; readonly sending: Sending }) {
  useShortcut('page-next', () => stack.go(1));
  useShortcut('page-previous', () => stack.go(-1));
  useShortcut('remove', () => stack.remove());
  useShortcut('submit', () => void sending.send());
  return (
    <div className="stack-rail">
      <span>
        <Words k="office.papers.of" facts={{ place: stack.here + 1, of: stack.pages.length }} /> <kbd>PgUp</kbd> <kbd>PgDn</kbd>
      </span>
      <Button look="danger" keys="Del" onPress={() => stack.remove()}>
        <Words k="office.papers.remove" />
      </Button>
      <Button look="primary" keys="Ctrl ⏎" isBusy={sending.isBusy} onPress={() => void sending.send()}>
        <Words k="office.papers.send" facts={{ count: stack.pages.length }} />
      </Button>
    </div>
  );
}
