import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { DecisionList } from './decision-list.tsx';
import { FileBeside } from './file-beside.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { shownOf, type ToValidate } from './to-validate.ts';
import { ValidationHead } from './validation-head.tsx';

/** One sealed sitting: the sample or all of it, each decision with its file beside; some are returned, the rest is released. */
export function SittingToValidate({ id }: { readonly id: string }) {
  const asked = useAnswer('commissions.sitting-to-validate', { sitting: id });
  const again = asked.state === 'ready' ? asked.again : () => undefined;
  return (
    <>
      <Link href="/validation">
        <Words k="office.validation.back" />
      </Link>
      <Shown asked={asked}>
        {({ sitting, ...rest }) => (sitting === undefined ? <NotHere /> : <Desk whole={{ sitting, ...rest }} again={again} />)}
      </Shown>
    </>
  );
}

function NotHere() {
  return (
    <Empty>
      <Words k="commissions.refusal.sitting-not-found" />
    </Empty>
  );
}

type DeskProps = { readonly whole: ToValidate; readonly again: () => void };

function Desk({ whole, again }: DeskProps) {
  const { sitting } = whole;
  const [, go] = useLocation();
  const [isWhole, setWhole] = useState(false);
  const [asks, setAsks] = useState<'return' | 'release'>();
  const { attempt, fault } = useAttempt();
  const shown = shownOf(whole, isWhole);
  const { here, index, setHere, step } = useHere(shown.map(({ application }) => application));
  const decision = shown[index];
  const look = async () => {
    if (decision === undefined) return;
    step(1);
    if (decision.lookedAt !== undefined) return;
    await attempt('commissions.note-looked-at', { sitting: sitting.id, applications: [decision.application] });
    again();
  };
  const mayReturn = decision !== undefined && decision.returned === undefined;
  useShortcut('looked-at', () => void look(), decision !== undefined);
  useShortcut('return-file', () => setAsks('return'), mayReturn);
  useShortcut('show-all', () => setWhole(!isWhole));
  useShortcut('release', () => setAsks('release'));
  return (
    <>
      <ValidationHead whole={whole} isWhole={isWhole} onWhole={setWhole} onRelease={() => setAsks('release')} />
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {decision === undefined ? (
        <Empty>
          <Words k="office.validation.no-sample" />
        </Empty>
      ) : (
        <div className="desk">
          <DecisionList decisions={shown} here={here} onHere={setHere} />
          <div className="beside">
            <div className="buttons">
              <Button look="primary" keys="V" onPress={() => void look()}>
                <Words k="office.validation.look" />
              </Button>
              <Button look="danger" keys="R" isDisabled={!mayReturn} onPress={() => setAsks('return')}>
                <Words k="office.validation.return" />
              </Button>
            </div>
            <FileBeside key={decision.application} decision={decision} />
          </div>
        </div>
      )}
      {asks === 'return' && decision !== undefined ? (
        <ReturnDialog sitting={sitting.id} decision={decision} onClose={() => setAsks(undefined)} onDone={again} />
      ) : null}
      {asks === 'release' ? (
        <ReleaseDialog whole={whole} onClose={() => setAsks(undefined)} onDone={() => go('/validation')} />
      ) : null}
    </>
  );
}

/** Which of the list one looks at; J and K go along it. */
function useHere(files: readonly string[]) {
  const [wanted, setHere] = useState<string>();
  const index = Math.max(0, files.indexOf(wanted ?? ''));
  const step = (by: number) => setHere(files[Math.min(files.length - 1, Math.max(0, index + by))]);
  useShortcut('list-next', () => step(1));
  useShortcut('list-previous', () => step(-1));
  return { here: files[index], index, setHere, step };
}
