import { useState } from 'react';
import { casablancaDate, Temporal } from '#platform/dates';
import { useAttempt } from '../../client/use-attempt.ts';
import { useInScript, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';
import type { Mandate } from './members.tsx';

type EndProps = { readonly member: Mandate; readonly onClose: () => void; readonly onDone: () => void };

/** Ends a mandate on a day; what was signed under it stays signed. */
export function EndDialog({ member, onClose, onDone }: EndProps) {
  const inScript = useInScript();
  const [on, setOn] = useState(() => casablancaDate(Temporal.Now.instant()).toString());
  const { attempt, isBusy, fault } = useAttempt();
  const end = async () => {
    if ((await attempt('commissions.end-mandate', { member: member.id, on })) === undefined) return;
    onDone();
    onClose();
  };
  return (
    <AskDialog
      title={<Words k="office.members.end-of" facts={{ name: inScript({ fr: member.nameFr, ar: member.nameAr }) }} />}
      does={<Words k="office.members.end" />}
      look="danger"
      {...{ isBusy, fault, onClose }}
      onDo={() => void end()}
    >
      <Field label={<Words k="office.members.last-day" />} value={on} onChange={setOn} input={{ type: 'date' }} />
    </AskDialog>
  );
}
