import { useState } from 'react';
import type { NeededKind } from '#modules/applications';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { PaperTicks } from '../../components/paper-ticks.tsx';
import type { FileView } from './file-view.ts';
import { useDeed } from './use-deed.ts';

type DialogProps = { readonly file: FileView; readonly onClose: () => void; readonly onDone: () => void };

/** Which papers the family is asked for, and what it is told of them. */
export function AskPapersDialog({ file, onClose, onDone }: DialogProps) {
  const text = useText();
  const deed = useDeed(file);
  const [papers, setPapers] = useState<readonly NeededKind[]>([]);
  const [note, setNote] = useState('');
  const [lacks, setLacks] = useState(false);
  const ask = async () => {
    setLacks(papers.length === 0);
    if (papers.length === 0) return;
    const input = { application: file.id, papers: [...papers], ...(note.trim() === '' ? {} : { note }) };
    const ended = await deed.act('applications.ask-for-papers', input, 'applications.step.ask-for-papers');
    if (!ended.isDone) return;
    onDone();
    onClose();
  };
  const fault = lacks ? text('office.file.choose-papers') : deed.outcome?.isDone === false ? deed.outcome.said : undefined;
  return (
    <Dialog title={<Words k="applications.step.ask-for-papers" />} onClose={onClose}>
      <PaperTicks
        legend={
          <legend className="unseen">
            <Words k="applications.step.ask-for-papers" />
          </legend>
        }
        papers={papers}
        onPapers={setPapers}
      />
      <Field
        label={<Words k="office.file.note" />}
        value={note}
        onChange={setNote}
        isOptional
        input={{ maxLength: 500, dir: 'auto', autoComplete: 'off' }}
      />
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" onPress={() => void ask()} isBusy={deed.isBusy}>
          <Words k="applications.step.ask-for-papers" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.file.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}
