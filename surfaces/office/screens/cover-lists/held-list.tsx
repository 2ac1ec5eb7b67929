import { type ReactNode, useState } from 'react';
import { useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import type { CoverList, Said } from './cover-lists.tsx';
import { Count } from './list-table.tsx';

type HeldProps = { readonly list: CoverList; readonly largestShare: number; readonly onDone: (said: Said) => void };

/** Why a list waits, what it would change in numbers, and the two ends it can have. */
export function HeldList({ list, largestShare, onDone }: HeldProps) {
  const mayJudge = useMayDo('coverage:judge-lists');
  const [opens, setOpens] = useState<Said['deed']>();
  useShortcut('cover-list-apply', () => setOpens('apply'), mayJudge);
  useShortcut('cover-list-set-aside', () => setOpens('set-aside'), mayJudge);
  return (
    <>
      <p>
        <strong>
          <Words k={`coverage.held-for.${list.heldFor ?? 'ends-too-many'}`} />
        </strong>
      </p>
      <Numbers list={list} />
      <p className="hint">
        <Words k="office.cover-lists.limit" facts={{ share: largestShare }} /> <Words k="office.cover-lists.ask-first" />
      </p>
      {mayJudge ? (
        <div className="buttons">
          <Button keys="A" onPress={() => setOpens('apply')}>
            <Words k="office.cover-lists.apply" />
          </Button>
          <Button keys="X" onPress={() => setOpens('set-aside')}>
            <Words k="office.cover-lists.set-aside" />
          </Button>
        </div>
      ) : (
        <p className="hint">
          <Words k="office.cover-lists.judged-by" />
        </p>
      )}
      {opens === undefined ? null : <DecideDialog list={list} deed={opens} onClose={() => setOpens(undefined)} onDone={onDone} />}
    </>
  );
}

function Numbers({ list: { standing, ending, accepted, refused } }: { readonly list: CoverList }) {
  const isShared = standing !== null && standing > 0 && ending !== null;
  return (
    <dl className="facts">
      <Fact name="standing">
        <Count lines={standing ?? 0} />
      </Fact>
      <Fact name="ending">
        {isShared ? (
          <Words k="office.cover-lists.ending-share" facts={{ ending, share: ending / standing }} />
        ) : (
          <Count lines={ending ?? 0} />
        )}
      </Fact>
      <Fact name="kept-lines">
        <Count lines={accepted} />
      </Fact>
      <Fact name="refused-lines">
        <Count lines={refused} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>
        <Words k={`office.cover-lists.${name}`} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}

type DecideProps = {
  readonly list: CoverList;
  readonly deed: Said['deed'];
  readonly onClose: () => void;
  readonly onDone: (said: Said) => void;
};

/** Either end has its reason, which the journal keeps. */
function DecideDialog({ list, deed, onClose, onDone }: DecideProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [typed, setTyped] = useState('');
  const decide = async () => {
    const input = { list: list.id, reason: typed.trim() };
    if (input.reason.length < 3) return setFault(text('office.cover-lists.reason-missing'));
    const done =
      deed === 'apply' ? await attempt('coverage.confirm-list', input) : await attempt('coverage.set-list-aside', input);
    if (done === undefined) return;
    const changed = 'written' in done ? { written: done.written, superseded: done.superseded } : {};
    onDone({ deed, facts: { list: list.reference, ...changed } });
  };
  return (
    <AskDialog
      title={<Words k={`office.cover-lists.${deed}`} />}
      does={<Words k={`office.cover-lists.${deed}`} />}
      look={deed === 'apply' ? 'danger' : 'primary'}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void decide()}
      onClose={onClose}
    >
      <p>
        <bdi dir="ltr">{list.reference}</bdi> ·{' '}
        <Words k={`office.cover-lists.${deed}-means`} facts={deed === 'apply' ? { ending: list.ending ?? 0 } : {}} />
      </p>
      <Field
        label={<Words k="office.cover-lists.reason" />}
        hint={<Words k="office.cover-lists.reason-hint" />}
        value={typed}
        onChange={setTyped}
        input={{ maxLength: 500, dir: 'auto', autoComplete: 'off' }}
      />
    </AskDialog>
  );
}
