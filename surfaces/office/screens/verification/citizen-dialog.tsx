import { useState } from 'react';
import type { NeededKind } from '#modules/applications';
import { inFours } from '../../client/names.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PaperTicks } from '../../components/paper-ticks.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { DiscordantFile } from './judging.ts';
import type { Fate } from './use-settling.ts';

type DialogProps = { readonly file: DiscordantFile; readonly onClose: () => void; readonly onDone: (fate: Fate) => void };

/** What the family is asked, in the agent's words, and which papers it is to bring. */
export function CitizenDialog({ file, onClose, onDone }: DialogProps) {
  const { client } = useOffice();
  const text = useText();
  const [question, setQuestion] = useState('');
  const [papers, setPapers] = useState<readonly NeededKind[]>([]);
  const [fault, setFault] = useState<string>();
  const ask = async () => {
    if (question.trim().length < 5) return setFault(text('office.verification.question-needed'));
    const facts = { number: inFours(file.number) };
    try {
      const about = { label: text('office.verification.label', facts), file: `application:${file.id}` };
      const input = { application: file.id, papers: [...papers], question };
      const done = await client.submit('applications.ask-the-citizen', input, about);
      if (done.state === 'refused') return setFault(text(`${done.module}.refusal.${done.refusal.refused}`));
      onDone({ files: [file.id], key: done.state === 'waiting' ? 'waiting' : 'incomplete', facts });
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    }
  };
  return (
    <Dialog title={<Words k="office.verification.ask-citizen" />} onClose={onClose}>
      <div className="field">
        <label htmlFor="question">
          <Words k="office.verification.question" />
        </label>
        <textarea
          autoFocus
          id="question"
          rows={3}
          maxLength={500}
          dir="auto"
          value={question}
          onChange={(change) => setQuestion(change.target.value)}
        />
      </div>
      <PaperTicks
        legend={
          <legend className="label">
            <Words k="office.verification.papers" />
          </legend>
        }
        papers={papers}
        onPapers={setPapers}
      />
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" onPress={() => void ask()}>
          <Words k="office.verification.send-question" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.verification.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}
