import { useState } from 'react';
import { useInScript, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import type { Agent } from './account-state.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { makePassword, TemporaryPassword } from './temporary-password.tsx';

export type AccountDeed = 'deactivate-agent' | 'reactivate-agent' | 'reset-password' | 'reset-second-factor';
type DialogProps = {
  readonly agent: Agent;
  readonly deed: AccountDeed;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Closes or opens an account, or gives it new secrets: always with the reason, which the journal keeps. */
export function AccountDialog({ agent, deed, onClose, onDone }: DialogProps) {
  const [reason, setReason] = useState('');
  const [password] = useState(makePassword);
  const inScript = useInScript();
  const isPassword = deed === 'reset-password';
  const known = reason.trim().length < 3 ? undefined : { agent: agent.agent, reason };
  const input = known && isPassword ? { ...known, temporaryPassword: password } : known;
  const facts = { name: inScript(agent.name) };
  return (
    <DeedDialog
      deed={`staff.${deed}`}
      title={<Words k={`office.administration.of.${deed}`} facts={facts} />}
      input={input as never}
      look={deed === 'deactivate-agent' ? 'danger' : 'primary'}
      onClose={onClose}
      onDone={onDone}
      {...(isPassword ? { done: <TemporaryPassword password={password} /> } : {})}
    >
      <ReasonField value={reason} onChange={setReason} />
      {isPassword ? <TemporaryPassword password={password} /> : null}
    </DeedDialog>
  );
}

export function ReasonField({ value, onChange }: { readonly value: string; readonly onChange: (reason: string) => void }) {
  return (
    <Field
      label={<Words k="office.administration.reason" />}
      hint={<Words k="office.administration.reason-hint" />}
      value={value}
      onChange={onChange}
      input={{ dir: 'auto', maxLength: 300, autoFocus: true }}
    />
  );
}
