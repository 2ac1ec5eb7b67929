import { type ReactNode, Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import type { Language } from '#platform/i18n';
import { useMayDo, useOffice } from '../client/office-context.tsx';
import type { SignedIn } from '../client/session.ts';
import { keysOf, type ShortcutName, useKeyboard, useShortcut } from '../client/shortcuts.tsx';
import { useInScript, useText, Words } from '../client/words.tsx';
import { KeyNames } from '../components/key-names.tsx';
import { Loading } from '../components/states.tsx';
import { type Area, areas } from './areas.ts';
import { Boundary } from './boundary.tsx';
import { ChangePost } from './change-post.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { ScanKey } from './scan-key.tsx';
import { SearchBox } from './search-box.tsx';

type ShellProps = {
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
  readonly onPost: (signedIn: SignedIn) => void;
  readonly strip?: ReactNode;
};

/** The frame of the office: the strip, the rail, and the screen of where we are. */
export function Shell({ onLanguage, onSignOut, onPost, strip }: ShellProps) {
  const { session } = useOffice();
  const open = areas.filter(
    (area) => area.permissions.length === 0 || area.permissions.some((one) => session.permissions.includes(one)),
  );
  const [showsKeys, setShowsKeys] = useState(false);
  useShortcut('help', () => setShowsKeys(true));
  // Work of one's own post comes before what is there for everybody.
  const first = open.find((area) => area.isInRail && area.permissions.length > 0) ?? open[0];
  return (
    <div className="office">
      <a className="skip" href="#screen">
        <Words k="office.shell.skip" />
      </a>
      <Strip onLanguage={onLanguage} onSignOut={onSignOut} onPost={onPost} onKeys={() => setShowsKeys(true)}>
        {strip}
      </Strip>
      <Rail areas={open.filter((area) => area.isInRail)} />
      <main id="screen" tabIndex={-1}>
        <Boundary>
          <Suspense fallback={<Loading />}>
            <Switch>
              {open.map(({ key, path, Screen }) => (
                <Route key={key} path={`${path}/*?`} component={Screen} />
              ))}
              <Route>{first === undefined ? null : <Redirect to={first.path} />}</Route>
            </Switch>
          </Suspense>
        </Boundary>
      </main>
      {showsKeys ? <KeysDialog onClose={() => setShowsKeys(false)} /> : null}
      <ScanKey />
    </div>
  );
}

function Strip({
  onLanguage,
  onSignOut,
  onPost,
  onKeys,
  children,
}: Omit<ShellProps, 'strip'> & { onKeys: () => void; children: ReactNode }) {
  const { session } = useOffice();
  const maySearch = useMayDo('registry:search');
  const inScript = useInScript();
  const text = useText();
  return (
    <header className="strip">
      <strong className="mark">RAMED</strong>
      <p className="who">
        <Words k={`office.institution.${session.agent.institution}`} />
        <span className="post">
          <Words k={`office.role.${session.post.role}`} /> ·{' '}
          <bdi>{inScript(session.post.place) || text('office.shell.nation')}</bdi>
        </span>
      </p>
      <ChangePost onPost={onPost} />
      <div className="strip-middle">
        {maySearch ? <SearchBox /> : null}
        {children}
      </div>
      <LanguageChoice onLanguage={onLanguage} />
      <button type="button" className="strip-button" onClick={onKeys} aria-label={text('office.shell.keys')}>
        <kbd>?</kbd>
      </button>
      <span className="agent">
        <bdi>{inScript(session.agent.names)}</bdi>
      </span>
      <button type="button" className="strip-button" onClick={onSignOut}>
        <Words k="office.shell.sign-out" />
      </button>
    </header>
  );
}

function Rail({ areas: inRail }: { readonly areas: readonly Area[] }) {
  const text = useText();
  return (
    <nav className="rail" aria-label={text('office.shell.parts')}>
      <ul>
        {inRail.map((area) => (
          <RailLink key={area.key} area={area} />
        ))}
      </ul>
    </nav>
  );
}

function RailLink({ area: { key, path, shortcut } }: { readonly area: Area }) {
  const [place, go] = useLocation();
  const isHere = place === path || place.startsWith(`${path}/`);
  useShortcut(shortcut ?? 'help', () => go(path), shortcut !== undefined);
  return (
    <li>
      <Link href={path} aria-current={isHere ? 'page' : undefined}>
        <Words k={`office.areas.${key}`} />
        <ShortcutMark name={shortcut} />
      </Link>
    </li>
  );
}

function ShortcutMark({ name }: { readonly name: ShortcutName | undefined }) {
  const { wishes } = useKeyboard();
  const [keys] = name === undefined ? [] : keysOf(name, wishes);
  return keys === undefined ? null : <KeyNames keys={[keys]} />;
}
