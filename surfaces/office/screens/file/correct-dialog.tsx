import { useId, useState } from 'react';
import { calledIn } from '../../client/names.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { AnswerInput } from './answer-input.tsx';
import { type AnswerRow, answerRows, typedFrom, valueTyped } from './answer-rows.ts';
import { ConflictChoice, conflictsOf } from './conflict-choice.tsx';
import type { FileView } from './file-view.ts';
import { Said } from './said.tsx';
import { useDeed } from './use-deed.ts';

type DialogProps = {
  readonly file: FileView;
  /** The appeal that it is examined for, when its decision is contested. */
  readonly appeal?: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Corrects one answer with the reason: what stood is sent along, so that whoever changed it meanwhile is not overwritten. */
export function CorrectDialog(props: DialogProps) {
  const { file, onClose } = props;
  const { row, rows, place, typed, reason, said, conflicts, isBusy, ...correction } = useCorrection(props);
  return (
    <Dialog title={<Words k="applications.step.correct" />} onClose={onClose}>
      <AnswerChoice file={file} rows={rows} place={place} onPlace={correction.choose} />
      {row === undefined ? null : (
        <>
          <p>
            <Words k="office.file.stands" />{' '}
            <strong>
              <Said row={row} />
            </strong>
          </p>
          <AnswerInput row={row} typed={typed} onType={correction.setTyped} />
        </>
      )}
      <Field
        label={<Words k="office.file.reason" />}
        value={reason}
        onChange={correction.setReason}
        input={{ maxLength: 500, dir: 'auto' }}
      />
      {said === undefined ? null : (
        <p className="fault" role="alert">
          {said}
        </p>
      )}
      {row && conflicts.length > 0 ? (
        <ConflictChoice row={row} conflicts={conflicts} onTheirs={correction.leave} onMine={correction.send} />
      ) : (
        <div className="buttons">
          <Button look="primary" onPress={correction.correct} isBusy={isBusy}>
            <Words k="applications.step.correct" />
          </Button>
          <Button onPress={onClose}>
            <Words k="office.file.cancel" />
          </Button>
        </div>
      )}
    </Dialog>
  );
}

/** What is being corrected, and what became of it. */
function useCorrection({ file, appeal, onClose, onDone }: DialogProps) {
  const text = useText();
  const rows = answerRows(file);
  const [place, setPlace] = useState('');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const deed = useDeed(file);
  const row = rows.find((one) => one.place === place);
  const leave = () => {
    onDone();
    onClose();
  };
  const choose = (wanted: string) => {
    setPlace(wanted);
    const found = rows.find((one) => one.place === wanted);
    setTyped(found === undefined ? '' : typedFrom(found));
  };
  const send = async (from: unknown, to: unknown) => {
    const change = { place, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const corrected = { changes: [change as never], reason };
    const step = 'applications.step.correct';
    const ended = await (appeal === undefined
      ? deed.act('applications.correct-request', { application: file.id, ...corrected }, step)
      : deed.act('commissions.correct-on-appeal', { appeal, ...corrected }, step));
    if (ended.isDone) leave();
  };
  const correct = () => {
    const read = row === undefined ? undefined : valueTyped(row, typed);
    if (row === undefined || read === undefined) return setFault(text('office.file.choose-answer'));
    if ('fault' in read) return setFault(text(`applications.form.fault.${read.fault}`, { label: text(row.label) }));
    if (reason.trim().length < 3) return setFault(text('office.file.reason-needed'));
    setFault(undefined);
    void send(row.value ?? undefined, read.value);
  };
  const conflicts = conflictsOf(deed.outcome?.refusal);
  const refused = deed.outcome?.isDone === false && conflicts.length === 0 ? deed.outcome.said : undefined;
  const said = fault ?? refused;
  return {
    ...{ rows, row, place, typed, reason, said, conflicts, isBusy: deed.isBusy },
    ...{ choose, setTyped, setReason, correct, leave },
    send: (from: unknown, to: unknown) => void send(from, to),
  };
}

type ChoiceProps = {
  readonly file: FileView;
  readonly rows: readonly AnswerRow[];
  readonly place: string;
  readonly onPlace: (place: string) => void;
};

/** Which answer: by person, then the household's. */
function AnswerChoice({ file, rows, place, onPlace }: ChoiceProps) {
  const id = useId();
  const text = useText();
  const { language } = useSpeech();
  const groups = Map.groupBy(rows, ({ ref }) => ref);
  const called = (ref: number | undefined) => {
    const member = file.declaration.members.find((one) => one.ref === ref);
    return member === undefined ? text('office.file.household') : `${ref}. ${calledIn(language, member.names)}`;
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k="office.file.which-answer" />
      </label>
      {/* biome-ignore lint/a11y/noAutofocus: the agent has just asked to correct, and chooses here what */}
      <select autoFocus id={id} value={place} onChange={(change) => onPlace(change.target.value)}>
        <option value="" disabled>
          {text('office.file.choose-answer')}
        </option>
        {[...groups].map(([ref, own]) => (
          <optgroup key={ref ?? 0} label={called(ref)}>
            {own.map((one) => (
              <option key={one.place} value={one.place}>
                {text(one.label)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
