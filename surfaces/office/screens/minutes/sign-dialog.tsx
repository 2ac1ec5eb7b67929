import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import type { Room } from '../sittings/sitting-view.ts';
import { CodeFields, noProof } from './code-fields.tsx';
import { COMPARED } from './compared.ts';
import { type Member, SignedByYou } from './signatures.tsx';

type SignProps = {
  readonly sitting: Room['sitting'] & { readonly minutesDigest: string };
  /** Whoever is signed in, where they have signed already: only somebody beside them can sign. */
  readonly you: Member | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** A member signs these minutes and no others: from the own session, or by the own login beside whoever is signed in. */
export function SignDialog({ sitting, you, onClose, onDone }: SignProps) {
  const text = useText();
  const [proof, setProof] = useState(noProof);
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const sign = async () => {
    const [login, code] = [proof.login.trim(), proof.code.trim()];
    if (you !== undefined && login === '') return setFault(text('office.minutes.missing'));
    if (code === '') return setFault(text('office.minutes.code-missing'));
    const digest = sitting.minutesDigest;
    const by = login === '' ? {} : { login };
    const done = await attempt('commissions.sign-minutes', { sitting: sitting.id, digest, code, ...by });
    if (done === undefined) return;
    onDone();
    onClose();
  };
  return (
    <AskDialog
      title={<Words k="office.minutes.sign" />}
      does={<Words k="office.minutes.sign-now" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void sign()}
    >
      <p>
        <Words k="office.minutes.sign-means" facts={{ digest: sitting.minutesDigest.slice(0, COMPARED) }} />
      </p>
      <SignedByYou you={you} />
      <CodeFields proof={proof} onChange={setProof} isForOneself={you === undefined} />
    </AskDialog>
  );
}
