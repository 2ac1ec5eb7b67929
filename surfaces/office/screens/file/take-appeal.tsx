import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { DeedInput, QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { NumberOf } from '../../components/naming.tsx';
import type { FileView } from './file-view.ts';
import { useDeed } from './use-deed.ts';

type Input = DeedInput<'commissions.take-appeal'>;
type Criterion = Input['criteria'][number];
type Appeal = NonNullable<QuestionOutput<'commissions.appeal-of-file'>['appeal']>;

const criteria = Object.keys({
  income: true,
  patrimony: true,
  'living-conditions': true,
  household: true,
  insurance: true,
  'commission-reason': true,
  other: true,
} satisfies Partial<Record<Criterion, true>>) as Criterion[];

/** A family that contests at the counter: the appeal it has and its answer once it is there, or the button that writes one down. */
export function TakeAppeal({ file }: { readonly file: FileView }) {
  const mayTake = useMayDo('commissions:take-appeals') && file.proposal !== null;
  const asked = useAnswer('commissions.appeal-of-file', mayTake ? { application: file.id } : undefined);
  const deed = useDeed(file);
  if (!mayTake) return null;
  const appeal = asked.state === 'ready' ? asked.data.appeal : undefined;
  const again = asked.state === 'ready' ? asked.again : () => undefined;
  return (
    <>
      {appeal === undefined ? (
        <Taking file={file} deed={deed} onDone={again} />
      ) : (
        <Taken appeal={appeal} deed={deed} onDone={again} />
      )}
      {deed.outcome === undefined ? null : (
        <p className={deed.outcome.isDone ? 'fate' : 'fault'} role={deed.outcome.isDone ? 'status' : 'alert'}>
          {deed.outcome.said}
        </p>
      )}
    </>
  );
}

type Deed = ReturnType<typeof useDeed>;
type TakenProps = { readonly appeal: Appeal; readonly deed: Deed; readonly onDone: () => void };

/** Its number, for the family to keep, and where it stands; its answer is handed over or posted, once. */
function Taken({ appeal: { id, application, number, state, lastDay, answerBy, isLate }, deed, onDone }: TakenProps) {
  const isAnswered = ['not_admissible', 'upheld', 'reformed', 'sent_back'].includes(state);
  const tell = async (by: 'handed' | 'posted') => {
    if ((await deed.act('commissions.tell-appeal', { appeal: id, by }, `office.appeals.do.${by}`)).isDone) onDone();
  };
  return (
    <section className="steps">
      <h2>
        <Words k="office.appeals.of-file" /> <NumberOf number={number} />
      </h2>
      <p>
        <Words k={`commissions.appeal-state.${state}`} />
        {isLate ? (
          <>
            {' '}
            · <Words k="office.appeals.was-late" facts={{ last: lastDay }} />
          </>
        ) : null}
      </p>
      <p>
        <Link href={`/print/appeal/${application}`}>
          <Words k="office.appeals.print" />
        </Link>
      </p>
      {isAnswered ? (
        <div className="buttons">
          <Button look="primary" isBusy={deed.isBusy} onPress={() => void tell('handed')}>
            <Words k="office.appeals.do.handed" />
          </Button>
          <Button isBusy={deed.isBusy} onPress={() => void tell('posted')}>
            <Words k="office.appeals.do.posted" />
          </Button>
        </div>
      ) : state === 'notified' ? null : (
        <p className="hint">
          <Words k="office.appeals.answer-by" facts={{ day: answerBy }} />
        </p>
      )}
    </section>
  );
}

type TakingProps = { readonly file: FileView; readonly deed: Deed; readonly onDone: () => void };

function Taking({ file, deed, onDone }: TakingProps) {
  const [isOpen, setOpen] = useState(false);
  const isDecided = ['closed', 'validated', 'held', 'registered'].includes(file.state);
  const isContestable = isDecided && (file.outcome === 'refused' || file.outcome === 'vulnerable');
  if (!isContestable) return null;
  return (
    <div className="buttons">
      <Button onPress={() => setOpen(true)}>
        <Words k="office.appeals.do.take" />
      </Button>
      {isOpen ? <TakeDialog file={file} deed={deed} onClose={() => setOpen(false)} onDone={onDone} /> : null}
    </div>
  );
}

type DialogProps = TakingProps & { readonly onClose: () => void };

/** What the family says, in its own words; kept and sent later where there is no network, under the day it came. */
function TakeDialog({ file, deed, onClose, onDone }: DialogProps) {
  const text = useText();
  const { language } = useSpeech();
  const id = useId();
  const [chosen, setChosen] = useState<readonly Criterion[]>([]);
  const [words, setWords] = useState('');
  const [phone, setPhone] = useState('');
  const [lacks, setLacks] = useState(false);
  const take = async () => {
    setLacks(chosen.length === 0);
    if (chosen.length === 0) return;
    const broughtOn = new Date().toISOString().slice(0, 10);
    const said = { criteria: [...chosen], words, language, broughtOn, ...(phone.trim() === '' ? {} : { phone }) };
    const ended = await deed.act('commissions.take-appeal', { application: file.id, ...said }, 'office.appeals.do.take');
    if (!ended.isDone) return;
    onDone();
    onClose();
  };
  const fault = lacks ? text('office.appeals.missing') : deed.outcome?.isDone === false ? deed.outcome.said : undefined;
  return (
    <Dialog title={<Words k="office.appeals.do.take" />} onClose={onClose}>
      <fieldset>
        <legend>
          <Words k="office.appeals.points" />
        </legend>
        {criteria.map((criterion) => (
          <Tick key={criterion} criterion={criterion} chosen={chosen} onChosen={setChosen} />
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.appeals.taken-words" />
        </label>
        <textarea id={id} rows={4} maxLength={3_000} dir="auto" value={words} onChange={({ target }) => setWords(target.value)} />
      </div>
      <Field
        label={<Words k="office.appeals.phone" />}
        value={phone}
        onChange={setPhone}
        isOptional
        input={{ type: 'tel', dir: 'ltr', maxLength: 20, autoComplete: 'off' }}
      />
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" onPress={() => void take()} isBusy={deed.isBusy}>
          <Words k="office.appeals.do.take" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.file.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}

type TickProps = {
  readonly criterion: Criterion;
  readonly chosen: readonly Criterion[];
  readonly onChosen: (chosen: readonly Criterion[]) => void;
};

function Tick({ criterion, chosen, onChosen }: TickProps) {
  const isOn = chosen.includes(criterion);
  return (
    <p>
      <label>
        <input
          type="checkbox"
          checked={isOn}
          onChange={() => onChosen(isOn ? chosen.filter((one) => one !== criterion) : [...chosen, criterion])}
        />{' '}
        <Words k={`commissions.criterion.${criterion}`} />
      </label>
    </p>
  );
}
