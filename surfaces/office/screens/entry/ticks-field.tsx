import { type KeyboardEvent, useId } from 'react';
import { Words } from '../../client/words.tsx';
import { FaultWords, type FieldPlace, QuestionWords } from './field-words.tsx';
import { keyOfOption, optionOfKey } from './option-keys.ts';

/** Several at once: a key ticks and unticks, Enter goes on; nothing ticked means none of them. */
export function TicksField({ place, options }: { readonly place: FieldPlace; readonly options: readonly string[] }) {
  const { step, field, texts, onType, onLeave } = place;
  const id = useId();
  const ticked = ([texts[field.key] ?? []] as const).flat() as readonly string[];
  const toggle = (option: string) =>
    onType(field.key, ticked.includes(option) ? ticked.filter((one) => one !== option) : [...ticked, option]);
  const press = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const option = options[optionOfKey(event) ?? -1];
    if (option === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    toggle(option);
  };
  return (
    <fieldset className="entry-field entry-wide" data-stop={`${step} ${field.key}`} onKeyDown={press} onBlur={onLeave}>
      <legend>
        <QuestionWords place={place} />
      </legend>
      <div className="options">
        {options.map((option, index) => (
          <label key={option} className="option">
            <input type="checkbox" checked={ticked.includes(option)} onChange={() => toggle(option)} />
            <kbd>{keyOfOption(index).toUpperCase()}</kbd> <Words k={`applications.form.choice.${field.key}.${option}`} />
          </label>
        ))}
      </div>
      <FaultWords place={place} id={`${id}-fault`} />
    </fieldset>
  );
}
