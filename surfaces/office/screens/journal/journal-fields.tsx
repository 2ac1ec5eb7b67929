import { useId } from 'react';
import { useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { AgentPicker } from '../administration/agent-picker.tsx';
import type { Typed } from './sought.ts';

type FieldsProps = { readonly typed: Typed; readonly onType: (changes: Partial<Typed>) => void };

/** What is sought: what was done or who looked; on which file, by which agent, on which days. */
export function JournalFields({ typed, onType }: FieldsProps) {
  const readsFiles = useMayDo('applications:read');
  const administers = useMayDo('staff:administer');
  const name = useId();
  return (
    <>
      <fieldset className="ticks">
        <legend className="label">
          <Words k="office.journal.what" />
        </legend>
        {(['journal', 'readings'] as const).map((kind) => (
          <label key={kind}>
            <input type="radio" name={name} checked={typed.kind === kind} onChange={() => onType({ kind })} />{' '}
            <Words k={`office.journal.kind.${kind}`} />
          </label>
        ))}
      </fieldset>
      {readsFiles ? (
        <Field
          label={<Words k="office.journal.number" />}
          isOptional
          value={typed.number}
          onChange={(number) => onType({ number })}
          input={{ dir: 'ltr', inputMode: 'numeric', autoComplete: 'off', maxLength: 40 }}
        />
      ) : null}
      {administers ? (
        <AgentPicker label="office.journal.agent" not="" value={typed.agent} onChange={(agent) => onType({ agent })} />
      ) : null}
      {(['from', 'to'] as const).map((day) => (
        <Field
          key={day}
          label={<Words k={`office.administration.${day}`} />}
          isOptional
          value={typed[day]}
          onChange={(value) => onType({ [day]: value })}
          input={{ type: 'date' }}
        />
      ))}
    </>
  );
}
