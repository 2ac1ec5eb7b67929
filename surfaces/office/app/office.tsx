import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Router } from 'wouter';
import { type Language, languages } from '#platform/i18n';
import { draftsInMemory } from '../client/drafts.ts';
import type { OfficeClient } from '../client/office-client.ts';
import { OfficeProvider } from '../client/office-context.tsx';
import { type Session, signOut } from '../client/session.ts';
import { KeyboardProvider } from '../client/shortcuts.tsx';
import { SpeechProvider } from '../client/words.tsx';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';

type OfficeProps = {
  readonly language: Language;
  readonly session: Session | undefined;
  readonly openClient: () => OfficeClient;
};

/** The whole office: whoever is signed in finds the shell, whoever is not the door. */
export function Office({ language: first, session: known, openClient }: OfficeProps) {
  const [language, setLanguage] = useState(first);
  const [session, setSession] = useState(known);
  const [client] = useState(openClient);
  const [drafts] = useState(() => draftsInMemory());
  const leave = async () => {
    await signOut();
    location.assign('/office/');
  };
  return (
    <Surroundings language={language}>
      {session === undefined ? (
        <SignIn onSignedIn={setSession} />
      ) : (
        <OfficeProvider parts={{ client, session, drafts }}>
          <Shell onLanguage={setLanguage} onSignOut={() => void leave()} />
        </OfficeProvider>
      )}
    </Surroundings>
  );
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
