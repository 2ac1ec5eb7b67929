import { type FormEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useShortcut } from '../client/shortcuts.tsx';
import { useText } from '../client/words.tsx';

/** The one field that is always there: a number, a card, a telephone or a name, from wherever the agent is. */
export function SearchBox() {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [place, go] = useLocation();
  const isAtSearch = place.startsWith('/search');
  useShortcut('search', () => field.current?.focus(), !isAtSearch);
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    go(`/search?q=${encodeURIComponent(typed.trim())}`);
    setTyped('');
  };
  return isAtSearch ? null : (
    <search>
      <form onSubmit={search}>
        <input
          ref={field}
          className="search-box"
          type="search"
          dir="auto"
          aria-label={text('office.keys.search')}
          placeholder={text('office.shell.search-placeholder')}
          value={typed}
          onChange={(change) => setTyped(change.target.value)}
        />
      </form>
    </search>
  );
}
