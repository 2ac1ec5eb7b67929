import { useId, useState } from 'react';
import { useAnswer } from '../../client/office-context.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { Shown } from '../../components/states.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import type { Found } from './hearing.tsx';

type ConflictProps = {
  readonly sitting: string;
  readonly appeal: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** A member who says to be near this family is out of its appeal, and of the quorum of it. */
export function ConflictDialog({ sitting, ...rest }: ConflictProps) {
  const asked = useAnswer('commissions.hearing', { sitting });
  return <Shown asked={asked}>{({ hearing }) => (hearing === undefined ? null : <WhoIsOut found={hearing} {...rest} />)}</Shown>;
}

function WhoIsOut({ found, appeal, onClose, onDone }: Omit<ConflictProps, 'sitting'> & { readonly found: Found }) {
  const inScript = useInScript();
  const text = useText();
  const [member, setMember] = useState('');
  const id = useId();
  const heard = found.appeals.find((one) => one.appeal === appeal);
  const out = (heard?.recused ?? []).map(({ nameFr, nameAr }) => inScript({ fr: nameFr, ar: nameAr }));
  const input =
    heard === undefined || member === '' ? undefined : { sitting: found.sitting.id, application: heard.application, member };
  return (
    <AppealDialog deed="commissions.declare-conflict" name="conflict" input={input} onClose={onClose} onDone={onDone}>
      {out.length === 0 ? null : (
        <p>
          <Words k="office.appeals.out-already" facts={{ names: out.join(text('office.sitting.and-so-on')) }} />
        </p>
      )}
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.appeals.who-is-out" />
        </label>
        <select id={id} value={member} onChange={(change) => setMember(change.target.value)}>
          <option value="">…</option>
          {found.members.map(({ id: one, nameFr, nameAr, institution }) => (
            <option key={one} value={one}>
              {inScript({ fr: nameFr, ar: nameAr })} · {text(`commissions.institution.${institution}`)}
            </option>
          ))}
        </select>
      </div>
    </AppealDialog>
  );
}
