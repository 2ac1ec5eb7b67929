import { useState } from 'react';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';

/** The key of an agreement, here and nowhere else: what is not taken from this window is given anew. */
export function KeyShown({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Dialog title={<Words k="office.agreements.key" />} onClose={onClose} isAlert>
      <p className="agreement-key">
        <code dir="ltr">{secret}</code>
      </p>
      <p>
        <Words k="office.agreements.key-once" />
      </p>
      <p role="status">{isCopied ? <Words k="office.agreements.copied" /> : ''}</p>
      <div className="buttons">
        <Button look="primary" isFirst onPress={() => void copy()}>
          <Words k="office.agreements.copy" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.agreements.handed" />
        </Button>
      </div>
    </Dialog>
  );
}
