import { useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import type { Compared } from './compare.tsx';

type NotSameProps = {
  readonly file: Compared;
  readonly candidate: Compared;
  readonly onJudged: () => void;
  readonly onClose: () => void;
};

/** A judgement without its reason is none; with it nobody is warned of these two again. */
export function NotSameDialog({ file, candidate, onJudged, onClose }: NotSameProps) {
  const { client } = useOffice();
  const text = useText();
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState<string>();
  const judge = async () => {
    if (reason.trim().length < 3) return setSaid(text('office.compare.reason-missing'));
    const input = { application: file.id, other: candidate.id, reason: reason.trim() };
    const label = text('office.compare.label', { one: file.number, other: candidate.number });
    const outcome = await client.submit('applications.note-not-the-same', input, { label, file: file.id });
    if (outcome.state === 'refused')
      return setSaid(text(`${outcome.module}.refusal.${outcome.refusal.refused}`, { ...outcome.refusal.facts }));
    if (outcome.state === 'waiting') return setSaid(text('office.compare.waits'));
    onClose();
    onJudged();
  };
  return (
    <Dialog title={<Words k="office.compare.not-same-title" facts={{ number: candidate.number }} />} onClose={onClose}>
      <Field
        label={<Words k="office.compare.reason" />}
        hint={<Words k="office.compare.reason-hint" />}
        value={reason}
        onChange={setReason}
        {...(said === undefined ? {} : { fault: said })}
        input={{
          dir: 'auto',
          maxLength: 500,
          autoFocus: true,
          onKeyDown: ({ key }) => (key === 'Enter' ? void judge() : undefined),
        }}
      />
      <div className="buttons">
        <Button onPress={() => void judge()} look="primary" keys="⏎">
          <Words k="office.compare.not-same" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.compare.back" />
        </Button>
      </div>
    </Dialog>
  );
}
