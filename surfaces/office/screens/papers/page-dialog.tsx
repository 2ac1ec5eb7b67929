import { useId, useState } from 'react';
import { neededKinds } from '#modules/applications';
import type { DeedInput } from '../../client/contract.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import type { FileView } from '../file/file-view.ts';
import type { PageOnFile } from '../file/paper-standings.ts';
import { useDeed } from '../file/use-deed.ts';

type Reason = DeedInput<'documents.take-back-page'>['reason'];
const reasons: readonly Reason[] = ['unreadable', 'other-person', 'wrong-paper', 'twice', 'other'];

type DialogProps = {
  readonly file: Pick<FileView, 'id' | 'number'>;
  readonly page: PageOnFile;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** A page on the file: it is of another paper than was said, or it is taken back with the reason. */
export function PageDialog({ file, page, onClose, onDone }: DialogProps) {
  const deed = useDeed(file);
  const [kind, setKind] = useState(page.kind);
  const [reason, setReason] = useState<Reason>('unreadable');
  const end = async (ended: ReturnType<typeof deed.act>) => {
    if (!(await ended).isDone) return;
    onDone();
    onClose();
  };
  const change = () => end(deed.act('documents.change-kind', { page: page.id, kind }, 'office.papers.change-kind'));
  const takeBack = () => end(deed.act('documents.take-back-page', { page: page.id, reason }, 'office.papers.take-back'));
  return (
    <Dialog title={<Words k={`applications.paper.${page.kind}`} />} onClose={onClose}>
      <Choice
        label="office.papers.kinds"
        prefix="applications.paper"
        options={[...neededKinds, 'other']}
        value={kind}
        onValue={setKind}
      />
      <div className="buttons">
        <Button look="primary" onPress={() => void change()} isBusy={deed.isBusy} isDisabled={kind === page.kind}>
          <Words k="office.papers.change-kind" />
        </Button>
      </div>
      <Choice label="office.papers.reason" prefix="documents.taken-back" options={reasons} value={reason} onValue={setReason} />
      <div className="buttons">
        <Button look="danger" onPress={() => void takeBack()} isBusy={deed.isBusy}>
          <Words k="office.papers.take-back" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.file.cancel" />
        </Button>
      </div>
      {deed.outcome?.isDone === false ? (
        <p className="fault" role="alert">
          {deed.outcome.said}
        </p>
      ) : null}
    </Dialog>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly prefix: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly onValue: (value: T) => void;
};

function Choice<T extends string>({ label, prefix, options, value, onValue }: ChoiceProps<T>) {
  const id = useId();
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={label} />
      </label>
      <select id={id} value={value} onChange={(change) => onValue(change.target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {text(`${prefix}.${option}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
