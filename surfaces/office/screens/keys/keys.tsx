import { useState } from 'react';
import { keysOf, type ShortcutName, shortcuts, useKeyboard } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { KeyNames } from '../../components/key-names.tsx';
import { Table } from '../../components/table.tsx';
import { pressedChord } from './pressed-chord.ts';

const names = Object.keys(shortcuts) as ShortcutName[];

/** Every shortcut with its keys: another key is pressed for it, or it is turned off (WCAG 2.1.4). */
export function Keys() {
  const keyboard = useKeyboard();
  const [changing, setChanging] = useState<ShortcutName>();
  const change = (name: ShortcutName, keys: readonly string[]) => {
    keyboard.setWishes({ ...keyboard.wishes, [name]: keys });
    setChanging(undefined);
  };
  return (
    <section className="keys-page">
      <h1>
        <Words k="office.keys.title" />
      </h1>
      <p>
        <Words k="office.keys.explained" />
      </p>
      <Table>
        <tbody>
          {names.map((name) => (
            <KeysRow
              key={name}
              name={name}
              keys={keysOf(name, keyboard.wishes)}
              isChanging={changing === name}
              onChanging={() => setChanging(name)}
              onKeys={(keys) => change(name, keys)}
            />
          ))}
        </tbody>
      </Table>
      <Button onPress={() => keyboard.setWishes({})}>
        <Words k="office.keys.reset" />
      </Button>
    </section>
  );
}

type RowProps = {
  readonly name: ShortcutName;
  readonly keys: readonly string[];
  readonly isChanging: boolean;
  readonly onChanging: () => void;
  readonly onKeys: (keys: readonly string[]) => void;
};

function KeysRow({ name, keys, isChanging, onChanging, onKeys }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Words k={`office.keys.${name}`} />
      </th>
      <td>
        {isChanging ? (
          <input
            className="key-catcher"
            aria-labelledby="press-keys"
            // biome-ignore lint/a11y/noAutofocus: the agent has just asked to press the new key here
            autoFocus
            readOnly
            onKeyDown={(press) => {
              const chord = pressedChord(press);
              if (chord === undefined) return;
              press.preventDefault();
              onKeys([chord]);
            }}
          />
        ) : (
          <KeyNames keys={keys} />
        )}
        {isChanging ? (
          <span id="press-keys">
            <Words k="office.keys.press" />
          </span>
        ) : null}
      </td>
      <td className="row-deeds">
        <button type="button" className="button button-link" onClick={onChanging}>
          <Words k="office.keys.other" />
        </button>
        <button type="button" className="button button-link" onClick={() => onKeys([])}>
          <Words k="office.keys.off" />
        </button>
      </td>
    </tr>
  );
}
