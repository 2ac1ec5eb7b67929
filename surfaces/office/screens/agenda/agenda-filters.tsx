import { useId, useRef } from 'react';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import type { Filter } from './agenda-choice.ts';

const proposals = ['poor', 'vulnerable', 'not_eligible'] as const;
const whys = ['answered', 'returned', 'adjourned', 'late', 'concordant', 'age'] as const;
const waits = ['15', '30', '60', '90'] as const;

type FiltersProps = { readonly filter: Filter; readonly onFilter: (filter: Filter) => void };

/** What is shown of the list; what is on the agenda does not change by it. */
export function AgendaFilters({ filter, onFilter }: FiltersProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  useShortcut('list-search', () => field.current?.focus());
  const change = (key: keyof Filter) => (value: string | boolean) => onFilter({ ...filter, [key]: value });
  return (
    <search className="filters">
      <Field
        label={<Words k="office.agenda.find" />}
        value={filter.text}
        onChange={change('text')}
        inputRef={field}
        input={{ type: 'search', dir: 'auto', autoComplete: 'off', spellCheck: false }}
      />
      <Select label="office.agenda.proposal" value={filter.proposal} onChange={change('proposal')}>
        {proposals.map((one) => [one, text(`office.agenda.proposal.${one}`)])}
      </Select>
      <Select label="office.agenda.why" value={filter.why} onChange={change('why')}>
        {whys.map((one) => [one, text(`commissions.place.${one}`)])}
      </Select>
      <Select label="office.agenda.waits" value={filter.days} onChange={change('days')}>
        {waits.map((days) => [days, text('office.agenda.waits-more', { days: Number(days) })])}
      </Select>
      <label className="tick">
        <input type="checkbox" checked={filter.isConcordant} onChange={(event) => change('isConcordant')(event.target.checked)} />{' '}
        <Words k="office.agenda.only-concordant" />
      </label>
    </search>
  );
}

type SelectProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: readonly (readonly [string, string])[];
};

function Select({ label, value, onChange, children }: SelectProps) {
  const id = useId();
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={label} />
      </label>
      <select id={id} value={value} onChange={(change) => onChange(change.target.value)}>
        <option value="">{text('office.agenda.all')}</option>
        {children.map(([key, said]) => (
          <option key={key} value={key}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}
