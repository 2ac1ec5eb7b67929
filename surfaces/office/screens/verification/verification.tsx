import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { DeskList } from './desk-list.tsx';
import { FileJudging } from './file-judging.tsx';
import type { DiscordantFile } from './judging.ts';
import { SeveralDialog } from './several-dialog.tsx';
import { SourcesStrip } from './sources-strip.tsx';
import type { Fate } from './use-settling.ts';

type After = { readonly since: string; readonly id: string };

/** The desk of the verification officer: exceptions only. */
export function VerificationScreen() {
  const [after, setAfter] = useState<After>();
  const [fate, setFate] = useState<Fate>();
  const [gone, setGone] = useState<readonly string[]>([]);
  const [path] = useLocation();
  const [, alone] = /^\/verification\/([0-9a-f-]{36})/.exec(path) ?? [];
  const wanted = alone === undefined ? {} : { application: alone };
  const asked = useAnswer('applications.differences-to-settle', after === undefined ? wanted : { after });
  const settled = (one: Fate) => {
    setFate(one);
    setGone([...gone, ...one.files]);
  };
  return (
    <section className="verification">
      <h1>
        <Words k="office.verification.title" />
      </h1>
      {alone === undefined ? null : (
        <Link href="/verification">
          <Words k="office.verification.whole-desk" />
        </Link>
      )}
      <SourcesStrip />
      <p role="status" className="fate">
        {fate === undefined ? '' : <Words k={`office.verification.fate.${fate.key}`} facts={fate.facts} />}
      </p>
      <Shown asked={asked}>
        {({ files, more }) => {
          const left = files.filter(({ id }) => !gone.includes(id));
          const last = files.at(-1);
          const turn = more && last ? () => setAfter({ since: last.since, id: last.id }) : undefined;
          return <Desk files={left} onFate={settled} onMore={turn} again={asked.state === 'ready' ? asked.again : undefined} />;
        }}
      </Shown>
    </section>
  );
}

type DeskProps = {
  readonly files: readonly DiscordantFile[];
  readonly onFate: (fate: Fate) => void;
  readonly onMore: (() => void) | undefined;
  readonly again: (() => void) | undefined;
};

function Desk({ files, onFate, onMore, again }: DeskProps) {
  const [wanted, setWanted] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [settlesSeveral, setSettlesSeveral] = useState(false);
  const at = Math.max(
    0,
    files.findIndex(({ id }) => id === wanted),
  );
  const here = files[at];
  const go = (step: number) => setWanted(files[Math.min(files.length - 1, Math.max(0, at + step))]?.id);
  useShortcut('list-next', () => go(1));
  useShortcut('list-previous', () => go(-1));
  const stillChosen = chosen.filter((id) => files.some((file) => file.id === id));
  const done = (fate: Fate) => {
    setWanted(files[at + 1]?.id);
    setSettlesSeveral(false);
    setChosen([]);
    onFate(fate);
  };
  if (here === undefined) return <Nothing onMore={onMore ?? again} hasMore={onMore !== undefined} />;
  return (
    <div className="desk">
      <div className="desk-side">
        <DeskList files={files} here={here.id} chosen={stillChosen} onHere={setWanted} onChosen={setChosen} />
        {stillChosen.length < 2 ? null : (
          <Button onPress={() => setSettlesSeveral(true)}>
            <Words k="office.verification.several" facts={{ files: stillChosen.length }} />
          </Button>
        )}
        {onMore === undefined ? null : (
          <Button onPress={onMore}>
            <Words k="office.verification.more" />
          </Button>
        )}
      </div>
      <FileJudging key={here.id} file={here} onDone={done} />
      {settlesSeveral ? <SeveralDialog files={stillChosen} onClose={() => setSettlesSeveral(false)} onDone={done} /> : null}
    </div>
  );
}

function Nothing({ onMore, hasMore }: { readonly onMore: (() => void) | undefined; readonly hasMore: boolean }) {
  return (
    <Empty>
      <Words k="office.verification.nothing" />{' '}
      {onMore === undefined ? null : (
        <Button look="link" onPress={onMore}>
          <Words k={hasMore ? 'office.verification.more' : 'office.verification.look-again'} />
        </Button>
      )}
    </Empty>
  );
}
