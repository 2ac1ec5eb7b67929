import { useState } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { NumberOf } from '../../components/naming.tsx';
import type { FileView } from './file-view.ts';
import { useDeed } from './use-deed.ts';

type Taken = DeedInput<'commissions.take-appeal'>;
type Criterion = Taken['criteria'][number];

const criteria = Object.keys({
  income: true,
  patrimony: true,
  'living-conditions': true,
  household: true,
  insurance: true,
  'commission-reason': true,
  other: true,
} satisfies Partial<Record<Criterion, true>>) as Criterion[];

/** A family that contests at the counter: the appeal it has, or the button that writes one down. */
export function TakeAppeal({ file }: { readonly file: FileView }) {
  const mayTake = useMayDo('commissions:take-appeals');
  const isDecided = ['closed', 'validated', 'held', 'registered'].includes(file.state);
  const isContestable = isDecided && (file.outcome === 'refused' || file.outcome === 'vulnerable');
  const asked = useAnswer('commissions.appeal-of-file', mayTake && isContestable ? { application: file.id } : undefined);
  const [isOpen, setOpen] = useState(false);
  if (!mayTake || !isContestable) return null;
  const appeal = asked.state === 'ready' ? asked.data.appeal : undefined;
  if (appeal !== undefined)
    return (
      <p>
        <NumberOf number={appeal.number} /> · <Words k={`commissions.appeal-state.${appeal.state}`} />
      </p>
    );
  return (
    <div className="buttons">
      <Button onPress={() => setOpen(true)}>
        <Words k="office.appeals.do.take" />
      </Button>
      {isOpen ? (
        <TakeDialog file={file} onClose={() => setOpen(false)} onDone={asked.state === 'ready' ? asked.again : () => undefined} />
      ) : null}
    </div>
  );
}

type DialogProps = { readonly file: FileView; readonly onClose: () => void; readonly onDone: () => void };

/** What the family says, in its own words; kept and sent later where there is no network, under the day it came. */
function TakeDialog({ file, onClose, onDone }: DialogProps) {
  const text = useText();
  const { language } = useSpeech();
  const deed = useDeed(file);
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
      <Field
        label={<Words k="office.appeals.taken-words" />}
        value={words}
        onChange={setWords}
        input={{ maxLength: 3000, dir: 'auto', autoComplete: 'off' }}
      />
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
