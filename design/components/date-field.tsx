import type { JSX } from 'hono/jsx/jsx-runtime';
import { describedBy, FieldMessages, type FieldTexts, fieldClass } from './field.tsx';

/** What was typed, kept as typed: a wrong date is shown back, never emptied. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string };

const parts = [
  { part: 'day', shape: 'input input--short', autocomplete: 'bday-day' },
  { part: 'month', shape: 'input input--short', autocomplete: 'bday-month' },
  { part: 'year', shape: 'input input--year', autocomplete: 'bday-year' },
] as const;

/** Three plain inputs (`birth-day`, `birth-month`, `birth-year`): calendars fail people who use screen readers, and births are far back. */
export function DateField(props: FieldTexts & { value?: TypedDate; isBirth?: boolean }): JSX.Element {
  const { reader, name, label, value } = props;
  return (
    <fieldset class={fieldClass(props.error)} {...describedBy({ ...props, error: undefined })}>
      <legend class="field__legend">{label}</legend>
      <FieldMessages {...props} />
      <div class="date-parts">
        {parts.map(({ part, shape, autocomplete }) => (
          <div>
            <label for={`${name}-${part}`}>{reader.text(`design.date.${part}`)}</label>
            <input
              class={shape}
              id={`${name}-${part}`}
              name={`${name}-${part}`}
              inputmode="numeric"
              dir="ltr"
              value={value?.[part]}
              {...(props.isBirth ? { autocomplete } : {})}
              {...describedBy({ name, error: props.error })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
