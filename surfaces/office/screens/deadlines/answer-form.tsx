import { type FormEvent, useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import { type Told, ToldTable } from './told-table.tsx';

/** What was escalated, with an answer for the lines that are ticked: what is done about them. */
export function AnswerForm({ told, onDone }: { readonly told: Told; readonly onDone: () => void }) {
  const { client } = useOffice();
  const text = useText();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState('');
  const [said, setSaid] = useState<{ readonly isDone: boolean; readonly words: string }>();
  const tick = (id: string) => setTicked((before) => before.symmetricDifference(new Set([id])));
  const answer = async (event?: FormEvent) => {
    event?.preventDefault();
    if (ticked.size === 0 || doing.trim().length < 3) return setSaid({ isDone: false, words: text('office.deadlines.choose') });
    try {
      await client.attempt('applications.answer-escalation', { reminders: [...ticked], doing });
      setSaid({ isDone: true, words: text('office.deadlines.answered') });
      setTicked(new Set());
      setDoing('');
      onDone();
    } catch (error) {
      setSaid({ isDone: false, words: wordsOfFailure(error as Error, text) });
    }
  };
  return (
    <form onSubmit={(event) => void answer(event)}>
      <ToldTable label="escalated" told={told} ticking={{ ticked, onTick: tick }} />
      <Field
        label={<Words k="office.deadlines.doing" />}
        value={doing}
        onChange={setDoing}
        {...(said?.isDone === false ? { fault: said.words } : {})}
        input={{ maxLength: 1_000, dir: 'auto', autoComplete: 'off' }}
      />
      <div className="buttons">
        <Button look="primary" onPress={() => void answer()}>
          <Words k="office.deadlines.answer" />
        </Button>
      </div>
      <p role="status">{said?.isDone === true ? said.words : ''}</p>
    </form>
  );
}
