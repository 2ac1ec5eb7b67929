import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';

type RenewProps = { readonly registration: string; readonly onEnd: (said?: string) => void };

/** A family asks at the counter for its rights again: the request repeats what it declared last, and is corrected like any other. */
export function RenewDialog({ registration, onEnd }: RenewProps) {
  const { attempt, isBusy, fault } = useAttempt();
  const [request] = useState(() => crypto.randomUUID());
  const renew = async () => {
    if (await attempt('entitlements.ask-renewal', { request, registration, declaredOnHonour: true })) onEnd('renewed');
  };
  return (
    <AskDialog
      title={<Words k="office.families.renew" />}
      does={<Words k="office.families.renew" />}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void renew()}
      onClose={() => onEnd()}
    >
      <p>
        <Words k="office.families.renew-told" />
      </p>
      <p>
        <Words k="office.families.renew-honour" />
      </p>
    </AskDialog>
  );
}
