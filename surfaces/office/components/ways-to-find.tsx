import { keysOf, type ShortcutName, useKeyboard } from '../client/shortcuts.tsx';
import { Words } from '../client/words.tsx';
import { KeyNames } from './key-names.tsx';

/** A way of finding: its words are `<words>.<name>`, its keys those of a shortcut, or written as they are. */
export type WayToFind = { readonly name: string; readonly keys: ShortcutName | readonly string[] };
type WaysProps = { readonly words: string; readonly ways: readonly WayToFind[] };

/** What stands where nothing was sought yet: what can be sought here, by what and with which keys. */
export function WaysToFind({ words, ways }: WaysProps) {
  const { wishes } = useKeyboard();
  return (
    <section className="ways-to-find">
      <h2>
        <Words k={`${words}.title`} />
      </h2>
      <ul>
        {ways.map(({ name, keys }) => (
          <li key={name}>
            <span className="way-keys">
              <KeyNames keys={typeof keys === 'string' ? keysOf(keys, wishes).slice(0, 1) : keys} />
            </span>
            <span>
              <Words k={`${words}.${name}`} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
