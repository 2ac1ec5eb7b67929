import { useId, useState } from 'react';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';

type RemarkProps = { readonly remark: string; readonly onRemark: (remark: string) => void; readonly onBack: () => void };

/** What the commission wants written beside its decision. */
export function RemarkDialog({ remark, onRemark, onBack }: RemarkProps) {
  const [typed, setTyped] = useState(remark);
  const id = useId();
  const keep = () => {
    onRemark(typed);
    onBack();
  };
  return (
    <Dialog title={<Words k="office.sitting.remark" />} onClose={keep}>
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.sitting.remark-field" />
        </label>
        <textarea id={id} rows={4} maxLength={2_000} dir="auto" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </div>
      <div className="buttons">
        <Button look="primary" onPress={keep}>
          <Words k="office.sitting.remark-keep" />
        </Button>
      </div>
    </Dialog>
  );
}
