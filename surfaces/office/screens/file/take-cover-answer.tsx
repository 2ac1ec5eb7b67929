import { useId, useState } from 'react';
import { casablancaDate, Temporal, toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { nameIn } from '../../components/naming.tsx';
import type { FileView } from './file-view.ts';
import { useDeed } from './use-deed.ts';

type Case = QuestionOutput<'coverage.cases-of-family'>['cases'][number];
const answers = ['accepts', 'contests'] as const;

/** A family that answers at the counter about another insurance: what was found, until when, and what it says. */
export function TakeCoverAnswer({ file }: { readonly file: FileView }) {
  const mayTake = useMayDo('coverage:answer-cases') && (file.state === 'held' || file.state === 'registered');
  const asked = useAnswer('coverage.cases-of-family', mayTake ? { application: file.id } : undefined);
  if (asked.state !== 'ready' || asked.data.cases.length === 0) return null;
  return (
    <section className="steps">
      <h2>
        <Words k="office.double-cover.cover" />
      </h2>
      {asked.data.cases.map((one) => (
        <OneCase key={one.id} file={file} one={one} again={asked.again} />
      ))}
    </section>
  );
}

type OneProps = { readonly file: FileView; readonly one: Case; readonly again: () => void };

function OneCase({ file, one, again }: OneProps) {
  const { language, text } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { state, scheme, from, answer, answerUntil, contestUntil } = one;
  const day = (on: string) => formatDate(language, toDate(on), 'long');
  const names = one.names ?? {};
  const name = language === 'ar' ? nameIn(names, 'ar') || nameIn(names, 'fr') : nameIn(names, 'fr') || nameIn(names, 'ar');
  const until = state === 'to_review' ? answerUntil : state === 'confirmed' ? contestUntil : null;
  const today = casablancaDate(Temporal.Now.instant()).toString();
  const isWaited = until !== null && today <= until && (state === 'confirmed' || answer === null);
  return (
    <>
      <p>
        <Words
          k="office.double-cover.cover.found"
          facts={{ scheme: text(`office.double-cover.scheme.${scheme}`), name, day: day(from) }}
        />{' '}
        <Words k={`coverage.case.${state}`} />
      </p>
      {answer === null ? null : (
        <p>
          <Words k={`office.double-cover.answered.${answer}`} />
        </p>
      )}
      {until === null ? null : (
        <p className="hint">
          <Words k={`office.double-cover.${state === 'confirmed' ? 'contest' : 'answer'}-until`} facts={{ day: day(until) }} />
        </p>
      )}
      {isWaited ? (
        <div className="buttons">
          <Button onPress={() => setOpen(true)}>
            <Words k="office.double-cover.do.answer" />
          </Button>
        </div>
      ) : null}
      {isOpen ? <AnswerDialog file={file} one={one} onClose={() => setOpen(false)} onDone={again} /> : null}
    </>
  );
}

type DialogProps = {
  readonly file: FileView;
  readonly one: Case;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What the family says, in its own words; kept and sent later where there is no network. */
function AnswerDialog({ file, one, onClose, onDone }: DialogProps) {
  const text = useText();
  const id = useId();
  const deed = useDeed(file);
  const [answer, setAnswer] = useState<(typeof answers)[number]>('accepts');
  const [words, setWords] = useState('');
  const [lacks, setLacks] = useState(false);
  const take = async () => {
    const isLacking = answer === 'contests' && words.trim() === '';
    setLacks(isLacking);
    if (isLacking) return;
    const said = words.trim() === '' ? {} : { words: words.trim() };
    const input = { application: file.id, case: one.id, answer, ...said };
    const ended = await deed.act('coverage.answer-case', input, 'office.double-cover.do.answer');
    if (!ended.isDone) return;
    onDone();
    onClose();
  };
  const fault = lacks ? text('coverage.refusal.words-missing') : deed.outcome?.isDone === false ? deed.outcome.said : undefined;
  return (
    <AskDialog
      title={<Words k="office.double-cover.do.answer" />}
      does={<Words k="office.double-cover.do.answer" />}
      isBusy={deed.isBusy}
      fault={fault}
      onDo={() => void take()}
      onClose={onClose}
    >
      <fieldset className="choices">
        <legend>
          <Words k="office.double-cover.answer" />
        </legend>
        {answers.map((choice) => (
          <label key={choice}>
            <input type="radio" name="answer" checked={choice === answer} onChange={() => setAnswer(choice)} />{' '}
            <Words k={`office.double-cover.answer.${choice}`} />
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.double-cover.answer-words" />
        </label>
        <textarea id={id} rows={4} maxLength={2_000} dir="auto" value={words} onChange={({ target }) => setWords(target.value)} />
      </div>
    </AskDialog>
  );
}
