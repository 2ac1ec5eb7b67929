import { useState } from 'react';
import { useLocation } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Comparison } from '../../components/comparison.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Shown } from '../../components/states.tsx';
import { Reasons } from '../entry/reasons.tsx';
import { NotSameDialog } from './not-same-dialog.tsx';
import { useComparedRows } from './use-compared-rows.ts';

export type Likely = QuestionOutput<'applications.likely-the-same'>;
export type Compared = NonNullable<Likely['file']>;

/** A file beside those that look like it, one after the other: the same family, or not and why. */
export function CompareScreen() {
  const [place] = useLocation();
  const application = /^\/compare\/([0-9a-f-]+)/.exec(place)?.[1] ?? '';
  const asked = useAnswer('applications.likely-the-same', { application });
  return (
    <section className="compare">
      <h1>
        <Words k="office.compare.title" />
      </h1>
      <Shown
        asked={asked}
        isEmpty={({ file, candidates }) => file === undefined || candidates.length === 0}
        empty={
          <p className="empty">
            <Words k="office.compare.nothing" />
          </p>
        }
      >
        {({ file, candidates }) =>
          file === undefined ? null : (
            <Candidates file={file} candidates={candidates} onJudged={asked.state === 'ready' ? asked.again : stay} />
          )
        }
      </Shown>
    </section>
  );
}

function stay(): void {
  // Nothing can have changed yet.
}

type CandidatesProps = { readonly file: Compared; readonly candidates: Likely['candidates']; readonly onJudged: () => void };

function Candidates({ file, candidates, onJudged }: CandidatesProps) {
  const [at, setAt] = useState(0);
  const candidate = candidates[Math.min(at, candidates.length - 1)];
  useShortcut('list-next', () => setAt(Math.min(at + 1, candidates.length - 1)));
  useShortcut('list-previous', () => setAt(Math.max(at - 1, 0)));
  if (candidate === undefined) return null;
  return (
    <>
      <nav className="compare-list" aria-labelledby="compare-list">
        <h2 id="compare-list">
          <Words k="office.compare.candidates" facts={{ count: candidates.length }} />
        </h2>
        <ul>
          {candidates.map((one, place) => (
            <li key={one.id}>
              <button type="button" className="queue-choice" aria-pressed={one === candidate} onClick={() => setAt(place)}>
                <span className="queue-name">
                  <NameOf names={one.names} />
                </span>
                <span className="queue-count">
                  <NumberOf number={one.number} />
                </span>
                <span className="queue-oldest">
                  <Reasons candidate={one} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Pair key={candidate.id} file={file} candidate={candidate} onJudged={onJudged} />
    </>
  );
}

type PairProps = { readonly file: Compared; readonly candidate: Likely['candidates'][number]; readonly onJudged: () => void };

function Pair({ file, candidate, onJudged }: PairProps) {
  const [, go] = useLocation();
  const [isJudging, setJudging] = useState(false);
  const mayJudge = useMayDo('applications:correct');
  const rows = useComparedRows(file, candidate);
  const older = file.filedOn <= candidate.filedOn ? file : candidate;
  const keepOlder = () => go(`/file/${older.id}`);
  useShortcut('same', keepOlder);
  useShortcut('not-same', () => setJudging(true), mayJudge);
  return (
    <div className="compare-pair">
      <Comparison here={<NumberOf number={file.number} />} there={<NumberOf number={candidate.number} />} rows={rows} />
      <div className="buttons">
        <Button onPress={keepOlder} keys="S">
          <Words k="office.compare.same" facts={{ number: older.number }} />
        </Button>
        {mayJudge ? (
          <Button onPress={() => setJudging(true)} keys="N" look="primary">
            <Words k="office.compare.not-same" />
          </Button>
        ) : null}
      </div>
      {isJudging ? (
        <NotSameDialog file={file} candidate={candidate} onJudged={onJudged} onClose={() => setJudging(false)} />
      ) : null}
    </div>
  );
}
