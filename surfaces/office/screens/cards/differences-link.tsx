import { Link, useLocation } from 'wouter';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';

/** The way to the board of differences, with how many are open. */
export function DifferencesLink({ open }: { readonly open: number }) {
  const [, go] = useLocation();
  useShortcut('go-differences', () => go('/differences'));
  return (
    <p>
      <Link href="/differences">
        <Words k="office.cards.differences-link" facts={{ cards: open }} />
      </Link>
    </p>
  );
}
