import { useId, useState } from 'react';
import { useAnswer } from '../../client/office-context.tsx';
import { useSettled } from '../../client/use-settled.ts';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';

type PickerProps = {
  readonly label: string;
  readonly not: string;
  readonly value: string;
  readonly onChange: (agent: string) => void;
};

/** Another agent of the jurisdiction: some letters of the name, then one of those found. */
export function AgentPicker({ label, not, value, onChange }: PickerProps) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const text = useText();
  const inScript = useInScript();
  const sought = useSettled(typed.trim(), 300);
  const asked = useAnswer('staff.agents', { limit: 20, ...(sought === '' ? {} : { text: sought }) });
  const found = asked.state === 'ready' ? asked.data.agents.filter(({ agent, active }) => active && agent !== not) : [];
  return (
    <>
      <Field
        label={<Words k={label} />}
        hint={<Words k="office.administration.picker-hint" />}
        value={typed}
        onChange={setTyped}
        input={{ type: 'search', dir: 'auto', autoComplete: 'off', spellCheck: false }}
      />
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.administration.found" />
        </label>
        <select id={id} value={value} onChange={(change) => onChange(change.target.value)}>
          <option value="">{text('office.administration.choose')}</option>
          {found.map(({ agent, login, name }) => (
            <option key={agent} value={agent}>
              {`${inScript(name)} · ${login}`}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
