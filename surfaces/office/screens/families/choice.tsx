import { useId } from 'react';
import { useText, Words } from '../../client/words.tsx';

type ChoiceProps = {
  readonly label: 'kind' | 'person' | 'sex' | 'leaving' | 'province' | 'commune';
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly options: readonly (readonly [value: string, words: string])[];
  /** The second of each is written as it is, being a name. */
  readonly areWords?: boolean;
};

/** One of a few, by a list that drops down. */
export function Choice({ label, value, onChoose, options, areWords = false }: ChoiceProps) {
  const text = useText();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={`office.families.choose-${label}`} />
      </label>
      <select id={id} value={value} onChange={(change) => onChoose(change.target.value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {areWords ? words : text(words)}
          </option>
        ))}
      </select>
    </div>
  );
}
