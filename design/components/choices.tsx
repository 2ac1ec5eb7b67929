import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { describedBy, FieldMessages, type FieldTexts, fieldClass } from './field.tsx';

export type Choice = { readonly value: string; readonly label: Child; readonly hint?: Child; readonly chosen?: boolean };

type ChoicesProps = FieldTexts & { readonly choices: readonly Choice[] };

/** One answer out of a few. */
export function Radios(props: ChoicesProps): JSX.Element {
  return <Choices {...props} type="radio" />;
}

/** Any number of answers, none included. */
export function Checkboxes(props: ChoicesProps): JSX.Element {
  return <Choices {...props} type="checkbox" />;
}

function Choices(props: ChoicesProps & { type: 'radio' | 'checkbox' }): JSX.Element {
  const { name, choices, type } = props;
  return (
    <fieldset class={fieldClass(props.error)} {...describedBy({ ...props, error: undefined })}>
      <legend class="field__legend">{props.label}</legend>
      <FieldMessages {...props} />
      <div class="choices">
        {choices.map((choice, index) => {
          // The error summary links to the name of the field: its first choice carries it.
          const id = index === 0 ? name : `${name}-${choice.value}`;
          return (
            <div class="choice">
              <input
                type={type}
                id={id}
                name={name}
                value={choice.value}
                checked={choice.chosen}
                {...choiceDescription(id, choice)}
              />
              <label for={id}>
                {choice.label}
                {choice.hint && (
                  <span class="choice__hint" id={`${id}-choice-hint`}>
                    {choice.hint}
                  </span>
                )}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function choiceDescription(id: string, choice: Choice): Record<string, string> {
  return choice.hint ? { 'aria-describedby': `${id}-choice-hint` } : {};
}
