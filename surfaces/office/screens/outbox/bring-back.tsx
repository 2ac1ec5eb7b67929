import { useRef, useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';

type Brought = { readonly broughtBack: number } | { readonly refused: string };

/** Takes up the file that was kept on a stick, also from another computer: what has arrived in the meantime is not sent twice. */
export function BringBack() {
  const { kept } = useOffice();
  const chooser = useRef<HTMLInputElement>(null);
  const [brought, setBrought] = useState<Brought>();
  const take = async (file: File | undefined) => {
    if (file !== undefined) setBrought(await kept.bringBack(file));
  };
  return (
    <>
      <Button onPress={() => chooser.current?.click()}>
        <Words k="office.outbox.bring-back" />
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(change) => void take(change.target.files?.[0])}
      />
      {brought === undefined ? null : (
        <p role="status">
          {'refused' in brought ? (
            <Words k={`office.outbox.${brought.refused}`} />
          ) : (
            <Words k="office.outbox.brought-back" facts={{ count: brought.broughtBack }} />
          )}
        </p>
      )}
    </>
  );
}
