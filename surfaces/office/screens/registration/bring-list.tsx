import { useId, useState } from 'react';
import { RefusedError } from '../../client/failures.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { FileChoice } from '../../components/file-choice.tsx';
import { wordsOfFailure } from '../../components/states.tsx';

type Said = { readonly isDone: boolean; readonly words: string };

/** A file is chosen and goes at once; one that is no list says where and why, and nothing is kept of it. */
export function BringList({ onDone }: { readonly onDone: (list: string) => void }) {
  const { client } = useOffice();
  const text = useText();
  const id = useId();
  const [said, setSaid] = useState<Said>();
  const [isBusy, setBusy] = useState(false);
  const bring = async (file: File | undefined) => {
    if (file === undefined || isBusy) return;
    setBusy(true);
    setSaid(undefined);
    try {
      const { list, known } = await client.bringRegistrationList(file);
      setSaid({ isDone: true, words: text(`office.registration.${known ? 'known' : 'brought'}`, { name: file.name }) });
      onDone(list);
    } catch (error) {
      setSaid({ isDone: false, words: wordsOf(error as Error, text) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={said?.isDone === false ? 'field field-faulty' : 'field'}>
      <label id={`${id}-label`} htmlFor={id}>
        <Words k="office.registration.bring" />
      </label>
      <p className="hint" id={`${id}-hint`}>
        <Words k="office.registration.bring-hint" />
      </p>
      <FileChoice
        id={id}
        accept=".xml,.csv,text/xml,application/xml,text/csv"
        describedBy={`${id}-hint ${id}-said`}
        isDisabled={isBusy}
        onFile={(file) => void bring(file)}
      />
      <p
        id={`${id}-said`}
        className={said?.isDone === false ? 'fault' : 'hint'}
        role={said?.isDone === false ? 'alert' : 'status'}
      >
        {isBusy ? <Words k="office.registration.bringing" /> : (said?.words ?? '')}
      </p>
    </div>
  );
}

/** The rule that a file breaks is said in words, with its line. */
function wordsOf(error: Error, text: ReturnType<typeof useText>): string {
  if (!(error instanceof RefusedError) || error.refusal.refused !== 'list-unreadable') return wordsOfFailure(error, text);
  const { rule, place, line } = error.refusal.facts ?? {};
  return text('entitlements.refusal.list-unreadable', {
    rule: text(`entitlements.rule.${rule}`),
    place: place === '' ? '–' : (place ?? '–'),
    line: line ?? 1,
  });
}
