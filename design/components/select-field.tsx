import type { JSX } from 'hono/jsx/jsx-runtime';
import { describedBy, FieldMessages, type FieldTexts, fieldClass } from './field.tsx';

export type SelectOption = { readonly value: string; readonly label: string };
export type SelectGroup = { readonly label: string; readonly options: readonly SelectOption[] };

/** One answer out of many, where a list of circles would fill several screens: places, occupations. A few answers are `Radios`. */
export function SelectField(
  props: FieldTexts & {
    readonly value?: string;
    /** What stands first when nothing is chosen: "Choose". */
    readonly empty: string;
    readonly options?: readonly SelectOption[];
    readonly groups?: readonly SelectGroup[];
  },
): JSX.Element {
  const { name, label, value = '', empty, options = [], groups = [] } = props;
  return (
    <div class={fieldClass(props.error)}>
      <label class="field__label" for={name}>
        {label}
      </label>
      <FieldMessages {...props} />
      <select class="input" id={name} name={name} {...describedBy(props)}>
        <option value="">{empty}</option>
        <Options options={options} value={value} />
        {groups.map((group) => (
          <optgroup label={group.label}>
            <Options options={group.options} value={value} />
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function Options({ options, value: chosen }: { options: readonly SelectOption[]; value: string }): JSX.Element[] {
  return options.map(({ value, label }) => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  ));
}
