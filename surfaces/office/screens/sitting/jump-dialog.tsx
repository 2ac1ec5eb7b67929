import { useState } from 'react';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import type { FileNow } from './room-now.ts';

type JumpProps = {
  readonly files: readonly FileNow[];
  readonly onGo: (file: FileNow) => void;
  readonly onBack: () => void;
};

/** To a file by its place on the agenda or its number. */
export function JumpDialog({ files, onGo, onBack }: JumpProps) {
  const [typed, setTyped] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const text = useText();
  const go = () => {
    const digits = typed.replace(/\D/g, '');
    const found = files.find(({ position, number }) => digits !== '' && (String(position) === digits || number.endsWith(digits)));
    if (found === undefined) return setUnknown(true);
    onGo(found);
    onBack();
  };
  return (
    <Dialog title={<Words k="office.sitting.jump-title" />} onClose={onBack}>
      <form
        className="room-form"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Field
          label={<Words k="office.sitting.jump-field" />}
          value={typed}
          onChange={setTyped}
          input={{ inputMode: 'numeric', dir: 'ltr', autoFocus: true }}
          {...(isUnknown ? { fault: text('office.sitting.jump-unknown') } : {})}
        />
        <Button look="primary" keys="⏎" onPress={go}>
          <Words k="office.sitting.jump-go" />
        </Button>
      </form>
    </Dialog>
  );
}
