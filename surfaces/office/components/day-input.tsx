import { type ComponentProps, useState } from 'react';
import { parseTypedDay, writeDay } from '../client/typed-day.ts';
import { useText } from '../client/words.tsx';

type DayInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  /** An ISO day; empty as long as none is whole. */
  readonly day: string;
  readonly onDay: (day: string) => void;
};

/**
 * A day typed with figures, the day first, on every computer alike: a browser's own field takes the order and the language of the browser. A form
 * does not go on while what stands here is no day.
 */
export function DayInput({ day, onDay, ...input }: DayInputProps) {
  const text = useText();
  const [typed, setTyped] = useState(writeDay(day));
  const shown = (parseTypedDay(typed) ?? '') === day ? typed : writeDay(day);
  const change = (element: HTMLInputElement) => {
    const iso = parseTypedDay(element.value);
    element.setCustomValidity(element.value.trim() === '' || iso ? '' : 'no-day');
    setTyped(element.value);
    onDay(iso ?? '');
  };
  return (
    <input
      placeholder={text('office.shell.day-placeholder')}
      {...input}
      dir="ltr"
      inputMode="numeric"
      autoComplete="off"
      size={10}
      value={shown}
      onChange={({ target }) => change(target)}
    />
  );
}
