import { type FormEvent, useState } from 'react';
import { hasValidCheckDigit, normaliseTyped } from '#platform/numbers';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { ProposedFile } from './agenda-choice.ts';

type AddProps = { readonly territory: string; readonly onAdd: (file: ProposedFile) => void };

/** A file that was not proposed is put on the agenda by its number. Only one that is evaluated, and of this commission, can be. */
export function AddByNumber({ territory, onAdd }: AddProps) {
  const { client } = useOffice();
  const text = useText();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const find = async () => {
    const number = normaliseTyped(typed);
    if (!hasValidCheckDigit(number)) return 'office.agenda.wrong-number';
    const { output } = await client.ask('applications.file-numbered', { number });
    const application = output.file?.id;
    if (application === undefined || output.file?.territory !== territory) return 'office.agenda.not-of-here';
    const { file } = (await client.ask('applications.one-file', { application })).output;
    if (file?.state !== 'scored') return 'office.agenda.not-scored';
    onAdd(toProposed(file));
    return undefined;
  };
  const add = async (event?: FormEvent) => {
    event?.preventDefault();
    try {
      const wrong = await find();
      setFault(wrong === undefined ? undefined : text(wrong));
      if (wrong === undefined) setTyped('');
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    }
  };
  return (
    <form className="filters" onSubmit={(event) => void add(event)}>
      <Field
        label={<Words k="office.agenda.add-number" />}
        value={typed}
        onChange={setTyped}
        {...(fault === undefined ? {} : { fault })}
        input={{ dir: 'ltr', inputMode: 'numeric', autoComplete: 'off', size: 16 }}
      />
      <Button onPress={() => void add()}>
        <Words k="office.agenda.add" />
      </Button>
    </form>
  );
}

type Scored = Pick<ProposedFile, 'number' | 'names'> & {
  readonly id: string;
  readonly filed_on: string;
  readonly proposal: string | null;
};

function toProposed({ id, number, names, filed_on, proposal }: Scored): ProposedFile {
  const days = Math.floor((Date.now() - Date.parse(filed_on)) / 86_400_000);
  return {
    ...{ application: id, number, names, filedOn: filed_on, days, clock: 'normal', isConcordant: false, isNearLimit: false },
    discordances: [],
    proposal: (proposal ?? 'not_eligible') as ProposedFile['proposal'],
    why: 'age',
  };
}
