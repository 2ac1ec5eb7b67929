import { type KeyboardEvent, useId } from 'react';
import { Words } from '../../client/words.tsx';
import { FaultWords, type FieldPlace, QuestionWords } from './field-words.tsx';
import { keyOfOption, optionOfKey } from './option-keys.ts';
import { moveOn } from './stops.ts';

type ChoiceProps = {
  readonly place: FieldPlace;
  /** Under which key the answer is typed. */
  readonly name: string;
  /** Value and message of each. */
  readonly options: readonly (readonly [value: string, message: string])[];
};

/** One of several, all to be seen: a key chooses and goes on, arrows move, as in any group of radios. */
export function ChoiceField({ place, name, options }: ChoiceProps) {
  const { step, texts, fault, isCopied, onType, onLeave } = place;
  const id = useId();
  const press = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const option = options[optionOfKey(event) ?? -1];
    if (option === undefined) return;
    event.preventDefault();
    onType(name, option[0]);
    moveOn(event.currentTarget, 1);
  };
  return (
    <fieldset
      className={fault === undefined ? 'entry-field' : 'entry-field entry-faulty'}
      data-stop={`${step} ${name}`}
      data-copied={isCopied}
      onKeyDown={press}
      onBlur={onLeave}
      aria-describedby={`${id}-fault`}
    >
      <legend>
        <QuestionWords place={place} />
      </legend>
      <div className="options">
        {options.map(([value, message], index) => (
          <label key={value} className="option">
            <input
              type="radio"
              name={`${id}-${name}`}
              value={value}
              checked={texts[name] === value}
              onChange={() => onType(name, value)}
            />
            <kbd>{keyOfOption(index).toUpperCase()}</kbd> <Words k={message} />
          </label>
        ))}
      </div>
      <FaultWords place={place} id={`${id}-fault`} />
    </fieldset>
  );
}
