import { useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';
import { FileChoice } from '../../components/file-choice.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { Room } from '../sittings/sitting-view.ts';
import { COMPARED } from './compared.ts';
import type { Member } from './signatures.tsx';
import { useScan } from './use-scan.ts';

type PaperProps = {
  readonly sitting: Room['sitting'] & { readonly minutesDigest: string };
  /** Who may have signed on it. */
  readonly members: readonly Member[];
  readonly onClose: () => void;
  /** With how many signatures were noted. */
  readonly onDone: (signatures: number) => void;
};

/** Minutes that members signed by hand: the scan, that it is of these minutes, and who signed on it. Its code is read where it can be. */
export function PaperDialog({ sitting, members, onClose, onDone }: PaperProps) {
  const { client } = useOffice();
  const text = useText();
  const scanned = useScan(sitting.minutesDigest);
  const [typed, setTyped] = useState('');
  const [signed, setSigned] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const keep = async () => {
    const digest = scanned.code === 'these' ? sitting.minutesDigest : typed.replaceAll(/\s/g, '').toLowerCase();
    if (scanned.code === 'other') return setFault(text('office.minutes.paper-other'));
    if (!scanned.scan || !/^[0-9a-f]{8,64}$/.test(digest) || signed.length === 0)
      return setFault(text('office.minutes.paper-missing'));
    setBusy(true);
    setFault(undefined);
    try {
      const done = await client.keepSignedScan({ sitting: sitting.id, digest, members: signed, scan: scanned.scan });
      onDone(done.signed);
      onClose();
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    } finally {
      setBusy(false);
    }
  };
  return (
    <AskDialog
      title={<Words k="office.minutes.on-paper" />}
      does={<Words k="office.minutes.paper-keep" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void keep()}
    >
      <p>
        <Words k="office.minutes.paper-means" />
      </p>
      <ScanField code={scanned.code} onScan={(scan) => void scanned.choose(scan)} />
      {scanned.code === 'these' ? null : (
        <Field
          label={<Words k="office.minutes.paper-digest" />}
          value={typed}
          onChange={setTyped}
          input={{ dir: 'ltr', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, size: COMPARED + 4 }}
        />
      )}
      <Signers members={members} signed={signed} onSigned={setSigned} />
    </AskDialog>
  );
}

type ScanProps = { readonly code: ReturnType<typeof useScan>['code']; readonly onScan: (scan: File | undefined) => void };

function ScanField({ code, onScan }: ScanProps) {
  return (
    <div className="field">
      <label id="signed-scan-label" htmlFor="signed-scan">
        <Words k="office.minutes.paper-scan" />
      </label>
      <FileChoice id="signed-scan" accept="application/pdf,image/jpeg,image/png" isFirst onFile={onScan} />
      <p className={code === 'other' ? 'fault' : 'hint'} role="status">
        {code === undefined ? null : <Words k={`office.minutes.paper-${code}`} />}
      </p>
    </div>
  );
}

type SignersProps = {
  readonly members: readonly Member[];
  readonly signed: readonly string[];
  readonly onSigned: (signed: readonly string[]) => void;
};

function Signers({ members, signed, onSigned }: SignersProps) {
  const inScript = useInScript();
  return (
    <fieldset className="ticks signers">
      <legend>
        <Words k="office.minutes.paper-who" />
      </legend>
      {members.map(({ id, nameFr, nameAr, institution }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={signed.includes(id)}
            onChange={() => onSigned(signed.includes(id) ? signed.filter((one) => one !== id) : [...signed, id])}
          />{' '}
          <bdi>{inScript({ fr: nameFr, ar: nameAr })}</bdi>{' '}
          <span className="hint">
            <Words k={`commissions.institution.${institution}`} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
