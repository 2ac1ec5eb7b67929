import { Fragment } from 'react';
import { Words } from '../client/words.tsx';

/** The keys of a shortcut as people see them on a keyboard, or that there are none. */
export function KeyNames({ keys }: { readonly keys: readonly string[] }) {
  if (keys.length === 0)
    return (
      <span className="no-keys">
        <Words k="office.keys.none" />
      </span>
    );
  return keys.map((chord, index) => (
    <Fragment key={chord}>
      {index === 0 ? null : ' / '}
      <kbd dir="ltr">{readable(chord)}</kbd>
    </Fragment>
  ));
}

const signs: Readonly<Record<string, string>> = {
  arrowdown: '↓',
  arrowup: '↑',
  enter: '⏎',
  delete: 'Del',
  pagedown: 'PgDn',
  pageup: 'PgUp',
};

function readable(chord: string): string {
  return chord
    .split(' ')
    .map((press) =>
      press
        .split(/\+(?=.)/)
        .map((key) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : `${key[0]?.toUpperCase()}${key.slice(1)}`))
        .join(' + '),
    )
    .join(' ');
}
