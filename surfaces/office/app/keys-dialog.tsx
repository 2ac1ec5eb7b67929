import { Link } from 'wouter';
import { keysOf, useKeyboard } from '../client/shortcuts.tsx';
import { Words } from '../client/words.tsx';
import { Dialog } from '../components/dialog.tsx';
import { KeyNames } from '../components/key-names.tsx';

/** What can be pressed on this screen. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const keyboard = useKeyboard();
  return (
    <Dialog title={<Words k="office.keys.title" />} onClose={onClose}>
      <dl className="keys">
        {keyboard.active().map((name) => (
          <div key={name}>
            <dt>
              <KeyNames keys={keysOf(name, keyboard.wishes)} />
            </dt>
            <dd>
              <Words k={`office.keys.${name}`} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link href="/keys" onClick={onClose}>
          <Words k="office.keys.change" />
        </Link>
      </p>
    </Dialog>
  );
}
