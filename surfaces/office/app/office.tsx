import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Router } from 'wouter';
import { type Language, languages } from '#platform/i18n';
import { OfficeProvider } from '../client/office-context.tsx';
import { type SignedIn, signOut } from '../client/session.ts';
import { KeyboardProvider, useShortcut } from '../client/shortcuts.tsx';
import { useKeptWork } from '../client/use-kept-work.ts';
import { SpeechProvider } from '../client/words.tsx';
import type { Workplace } from '../client/workplace.ts';
import { DoorFrame } from './door-frame.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LineStrip } from './line-strip.tsx';
import { Shell } from './shell.tsx';
import { Door, type DoorKeeper, type Opened } from './unlock/door.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import type { Versions } from './versions.ts';

type OfficeProps = {
  readonly language: Language;
  readonly keeper: DoorKeeper;
  readonly versions: Versions;
  readonly openWorkplace: (opened: Opened) => Promise<Workplace>;
};

/** The whole office: the door, then the shell of whoever opened it, until it is locked. */
export function Office({ language: first, keeper, versions, openWorkplace }: OfficeProps) {
  const [language, setLanguage] = useState(first);
  const [opened, setOpened] = useState<{ readonly door: Opened; readonly place: Workplace }>();
  const lock = () => {
    opened?.place.close();
    opened?.door.vault.lock();
    setOpened(undefined);
    void versions.apply();
  };
  useIdleLock(lock, opened !== undefined);
  const enter = async (door: Opened) => {
    // Nothing is typed yet: a newer office comes before the work, not in the midst of it.
    if (await versions.apply()) return;
    setOpened({ door, place: await openWorkplace(door) });
  };
  const changePost = async (door: Opened, signedIn: SignedIn) => {
    opened?.place.close();
    const changed = await keeper.changePost(door, signedIn);
    setOpened({ door: changed, place: await openWorkplace(changed) });
  };
  return (
    <Surroundings key={opened?.door.session.post.id ?? 'door'} language={language}>
      {opened === undefined ? (
        <DoorFrame onLanguage={setLanguage}>
          <Door keeper={keeper} onOpen={(door) => void enter(door)} />
        </DoorFrame>
      ) : (
        <OfficeProvider parts={opened.place}>
          <Opening
            versions={versions}
            onLanguage={setLanguage}
            onLock={lock}
            onPost={(signedIn) => void changePost(opened.door, signedIn)}
          />
        </OfficeProvider>
      )}
    </Surroundings>
  );
}

type OpeningProps = {
  readonly versions: Versions;
  readonly onLanguage: (language: Language) => void;
  readonly onLock: () => void;
  readonly onPost: (signedIn: SignedIn) => void;
};

function Opening({ versions, onLanguage, onLock, onPost }: OpeningProps) {
  const { view } = useKeptWork();
  const [isLeaving, setLeaving] = useState(false);
  const isNewer = useNewer(versions);
  useShortcut('lock', onLock);
  const leave = async () => {
    await signOut().catch(() => undefined);
    onLock();
  };
  const unsent = view?.counts.unsent ?? 0;
  return (
    <>
      <Shell
        onLanguage={onLanguage}
        onPost={onPost}
        onSignOut={() => (unsent > 0 ? setLeaving(true) : void leave())}
        strip={<LineStrip isNewer={isNewer} />}
      />
      {isLeaving ? (
        <LeaveDialog unsent={unsent} onClose={() => setLeaving(false)} onLock={onLock} onLeave={() => void leave()} />
      ) : null}
    </>
  );
}

function useNewer(versions: Versions): boolean {
  const [isNewer, setNewer] = useState(versions.isNewer());
  useEffect(() => versions.subscribe(() => setNewer(versions.isNewer())), [versions]);
  return isNewer;
}

/** What stands around every screen, in the office and in its examples: the language, the keyboard, the address. */
export function Surroundings({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const queries = useMemo(() => new QueryClient(), []);
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider locale={languages[language].htmlLang}>
        <SpeechProvider language={language}>
          <KeyboardProvider>
            <Router base="/office">{children}</Router>
          </KeyboardProvider>
        </SpeechProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}
