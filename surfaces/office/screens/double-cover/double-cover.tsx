import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useOffice } from '../../client/office-context.tsx';
import { mayDo } from '../../client/session.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { CaseList } from './case-list.tsx';
import { Figures } from './figures.tsx';
import { type Deed, OneCase } from './one-case.tsx';

const queues = ['suspected', 'to_review', 'confirmed', 'contested', 'ended'] as const;
type Queue = (typeof queues)[number];
type Cases = QuestionOutput<'coverage.cover-cases'>;
export type ListedCase = Cases['cases'][number];

/** Who may be covered by two schemes: what waits by state, one case whole beside its queue, and the figures of the control. */
export function DoubleCoverScreen() {
  const [path] = useLocation();
  const text = useText();
  const { session } = useOffice();
  const isJudge = mayDo(session, 'coverage:judge-cases');
  const wanted = path.split('/')[2] ?? '';
  const part = isJudge ? (['figures', ...queues].find((one) => one === wanted) ?? 'suspected') : 'figures';
  return (
    <section className="double-cover">
      <h1>
        <Words k="office.double-cover.title" />
      </h1>
      {isJudge ? (
        <nav className="parts" aria-label={text('office.double-cover.queues')}>
          {[...queues, 'figures'].map((one) => (
            <Link key={one} href={`/double-cover/${one}`} aria-current={one === part ? 'page' : undefined}>
              <Words k={`office.double-cover.queue.${one}`} />
            </Link>
          ))}
        </nav>
      ) : null}
      {part === 'figures' ? <Figures maySweep={isJudge} /> : <QueueDesk key={part} queue={part as Queue} />}
    </section>
  );
}

function QueueDesk({ queue }: { readonly queue: Queue }) {
  const [after, setAfter] = useState<{ readonly since: string; readonly id: string }>();
  const [gone, setGone] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<Deed>();
  const asked = useAnswer('coverage.cover-cases', after === undefined ? { queue } : { queue, after });
  return (
    <div className="compare duplicates">
      <p role="status">{said === undefined ? '' : <Words k={`office.double-cover.said.${said}`} />}</p>
      <Shown asked={asked}>
        {({ cases, more }) => (
          <Desk
            cases={cases.filter(({ id }) => !gone.includes(id))}
            onDone={(id, deed) => {
              setGone([...gone, id]);
              setSaid(deed);
            }}
            onMore={more ? () => setAfter(placeOf(cases)) : undefined}
          />
        )}
      </Shown>
    </div>
  );
}

function placeOf(cases: readonly ListedCase[]) {
  const last = cases.at(-1);
  return last && { since: last.since, id: last.id };
}

type DeskProps = {
  readonly cases: readonly ListedCase[];
  readonly onDone: (id: string, deed: Deed) => void;
  readonly onMore: (() => void) | undefined;
};

function Desk({ cases, onDone, onMore }: DeskProps) {
  const [wanted, setWanted] = useState<string>();
  const at = Math.max(
    0,
    cases.findIndex(({ id }) => id === wanted),
  );
  const go = (step: number) => setWanted(cases[Math.min(cases.length - 1, Math.max(0, at + step))]?.id);
  useShortcut('list-next', () => go(1));
  useShortcut('list-previous', () => go(-1));
  const here = cases[at];
  return (
    <>
      {here === undefined ? (
        <Empty>
          <Words k="office.double-cover.nothing" />
        </Empty>
      ) : (
        <>
          <CaseList cases={cases} here={here.id} onHere={setWanted} />
          <OneCase
            key={here.id}
            id={here.id}
            onDone={(deed) => {
              setWanted(cases[at + 1]?.id);
              onDone(here.id, deed);
            }}
          />
        </>
      )}
      {onMore === undefined ? null : (
        <Button onPress={onMore}>
          <Words k="office.double-cover.more" />
        </Button>
      )}
    </>
  );
}
