import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import type { Family } from './family-view.tsx';
import { NewcomerCover } from './newcomer-cover.tsx';
import { type Leaving, NewcomerKnown } from './newcomer-known.tsx';
import { ThenAndNow } from './then-and-now.tsx';

export type Decision = 'accepted' | 'refused' | 'undone';
type DecideProps = {
  readonly event: Family['events'][number];
  readonly decision: Decision;
  readonly onEnd: (said?: string) => void;
};

/** A change is accepted, refused or undone with the reason, once what it does to the household, the rights and the card has been read. */
export function DecideDialog({ event: { event, kind, cover, correction }, decision, onEnd }: DecideProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState('');
  const [leaving, setLeaving] = useState<Leaving>();
  const decide = async () => {
    if (reason.trim() === '') return setFault(text('office.families.reason-missing'));
    const done =
      decision === 'undone'
        ? await attempt('entitlements.undo-life-event', { event, reason: reason.trim() })
        : await attempt('entitlements.decide-life-event', {
            ...{ event, decision, reason: reason.trim() },
            ...(leaving === undefined ? {} : { leaving }),
          });
    if (done) onEnd(decision);
  };
  const askAgain = async () => {
    if (await attempt('entitlements.ask-newcomer-again', { event })) onEnd('asked-again');
  };
  return (
    <AskDialog
      title={<Words k={`entitlements.event.${kind}`} />}
      does={<Words k={`office.families.decide.${decision}`} />}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void decide()}
      onClose={() => onEnd()}
    >
      <p>
        <Words k={decision === 'accepted' ? `office.families.does.${kind}` : `office.families.means.${decision}`} />
      </p>
      {correction === undefined ? null : <ThenAndNow correction={correction} />}
      {decision === 'accepted' && (kind === 'birth' || kind === 'marriage') ? (
        <NewcomerKnown event={event} leaving={leaving} onLeaving={setLeaving} />
      ) : null}
      {cover === undefined || decision !== 'accepted' ? null : (
        <>
          <NewcomerCover cover={cover} />
          {cover.state === 'clear' ? null : (
            <Button isBusy={isBusy} onPress={() => void askAgain()}>
              <Words k="office.families.ask-again" />
            </Button>
          )}
        </>
      )}
      <Field
        label={<Words k="office.families.why" />}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 500, dir: 'auto', autoComplete: 'off' }}
      />
    </AskDialog>
  );
}
