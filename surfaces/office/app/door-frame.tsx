import type { ReactNode } from 'react';
import type { Language } from '#platform/i18n';
import { LanguageChoice } from './language-choice.tsx';

type FrameProps = { readonly onLanguage: (language: Language) => void; readonly children: ReactNode };

/** What stands around the door: whose application this is, and in which language it speaks. */
export function DoorFrame({ onLanguage, children }: FrameProps) {
  return (
    <>
      <header className="strip">
        <strong className="mark">RAMED</strong>
        <div className="strip-middle" />
        <LanguageChoice onLanguage={onLanguage} />
      </header>
      {children}
    </>
  );
}
