import { type ReactNode, Suspense, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Language } from '#platform/i18n';
import { useMayDo, useOffice } from '../client/office-context.tsx';
import type { SignedIn } from '../client/session.ts';
import { useShortcut } from '../client/shortcuts.tsx';
import { useInScript, useText, Words } from '../client/words.tsx';
import { Loading } from '../components/states.tsx';
import { areas } from './areas.ts';
import { Boundary } from './boundary.tsx';
import { ChangePost } from './change-post.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { type Folding, MenuButton, Rail, useFolding } from './rail.tsx';
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
  const folding = useFolding();
  useShortcut('help', () => setShowsKeys(true));
  // Work of one's own post comes before what is there for everybody.
  const first = open.find((area) => area.isInRail && area.permissions.length > 0) ?? open[0];
  return (
    <div className="office">
      <a className="skip" href="#screen">
        <Words k="office.shell.skip" />
      </a>
      <Strip {...{ onLanguage, onSignOut, onPost, folding }} onKeys={() => setShowsKeys(true)}>
        {strip}
      </Strip>
      <Rail areas={open.filter((area) => area.isInRail)} folding={folding} />
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

type StripProps = Omit<ShellProps, 'strip'> & {
  readonly folding: Folding;
  readonly onKeys: () => void;
  readonly children: ReactNode;
};

function Strip({ onLanguage, onSignOut, onPost, folding, onKeys, children }: StripProps) {
  const { session } = useOffice();
  const maySearch = useMayDo('registry:search');
  const inScript = useInScript();
  const text = useText();
  return (
    <header className="strip">
      <MenuButton folding={folding} />
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
