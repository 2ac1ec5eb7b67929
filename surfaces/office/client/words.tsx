import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react';
import { type Facts, isLanguage, type Language, languages, type Translate, toRuns, translator } from '#platform/i18n';
import { bringWords } from '../../../platform/i18n/the-catalogue.browser.ts';

const wordsOf: Readonly<Record<Language, () => Promise<{ default: Readonly<Record<string, string>> }>>> = {
  ar: () => import('ramed:words/ar'),
  fr: () => import('ramed:words/fr'),
  zgh: () => import('ramed:words/zgh'),
  en: () => import('ramed:words/en'),
};

const CHOSEN = 'ramed.language';

/** The language chosen on this computer, else the browser's, else French. */
export function languageHere(): Language {
  const chosen = localStorage.getItem(CHOSEN);
  if (isLanguage(chosen)) return chosen;
  const [spoken] = navigator.language.split('-');
  return isLanguage(spoken) ? spoken : 'fr';
}

/** Loads the words of a language, for a paper that speaks it beside the agent's own. */
export async function learn(language: Language): Promise<void> {
  bringWords(language, (await wordsOf[language]()).default);
}

/** Loads the words of a language and turns the page its way. */
export async function speak(language: Language): Promise<void> {
  await learn(language);
  localStorage.setItem(CHOSEN, language);
  document.documentElement.lang = languages[language].htmlLang;
  document.documentElement.dir = languages[language].direction;
}

type Speech = { readonly language: Language; readonly text: Translate; readonly isolated: Translate };

const SpeechContext = createContext<Speech | undefined>(undefined);

export function SpeechProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const speech = useMemo(
    () => ({
      language,
      text: evenOfNewerServer(translator(language)),
      isolated: evenOfNewerServer(translator(language, { isolating: true })),
    }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/**
 * A page of yesterday may be refused by a server of today for a reason that it has no words for: it says that much, and how to learn more. Any other
 * missing word is a bug, and is told as one.
 */
function evenOfNewerServer(say: Translate): Translate {
  return (key, facts) => {
    try {
      return say(key, facts);
    } catch (error) {
      const isMissing = error instanceof Error && error.message.startsWith('message-missing');
      if (!isMissing || !key.includes('.refusal.')) throw error;
      return say('office.shell.refused-anew');
    }
  };
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === undefined) throw new Error('words are asked outside of any language');
  return speech;
}

/** A message as text, for attributes and titles: `const text = useText(); text('office.shell.search')`. */
export function useText(): Translate {
  return useSpeech().text;
}

/** A message on the page: numbers, names and codes in it keep their own direction. */
export function Words({ k, facts }: { readonly k: string; readonly facts?: Facts }) {
  const { isolated } = useSpeech();
  return toRuns(isolated(k, facts)).map((run, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a sentence have no other name than their place
    run.isolated ? <bdi key={index}>{run.text}</bdi> : <Fragment key={index}>{run.text}</Fragment>,
  );
}

/** One of the two writings of a name or place, by the language of the reader. */
export function useInScript(): (names: { readonly fr: string; readonly ar: string }) => string {
  const { language } = useSpeech();
  return ({ fr, ar }) => (language === 'ar' ? ar || fr : fr || ar);
}
