import { useText, Words } from '../../client/words.tsx';

type ChoiceProps<T extends string> = {
  readonly k: string;
  readonly value: T;
  readonly of: readonly T[];
  readonly onChange: (value: T) => void;
};

/** One of a few, by the arrows. */
export function Choice<T extends string>({ k, value, of, onChange }: ChoiceProps<T>) {
  const text = useText();
  return (
    <div className="field">
      <label>
        <Words k={`office.cards.${k}`} />{' '}
        <select value={value} onChange={({ target }) => onChange(of.find((one) => one === target.value) ?? value)}>
          {of.map((one) => (
            <option key={one} value={one}>
              {text(`office.cards.${k}.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
