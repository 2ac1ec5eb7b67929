import { buttonSaying } from './button.ts';
import { words } from './words.ts';

/**
 * What a page is about, in order: what must be corrected, the sentence or question, what comes with it, each question with its choices, what
 * happens next, a verdict, the text of the guide.
 */
const SPOKEN =
  '.error-summary li, main h1, main .answer li, main .lead, main .field__label, main .field__legend, main .field__hint, ' +
  'main .choice label, main .numbered-list li, .verdict h2, .verdict p, .prose h2, .prose h3, .prose p, .prose li';
/** A page of a dozen fields has a dozen hints: the first says how to answer the question above it. */
const ONCE = ['.lead', '.field__hint'];

/** A button beside the title reads it aloud, when the browser has a voice for the language of the page and only then. */
export function offerReading(): void {
  const speech = window.speechSynthesis;
  const title = document.querySelector('main h1');
  if (!speech || !title) return;
  let isOffered = false;
  const offer = () => {
    const voice = findVoice(speech);
    if (!voice || isOffered) return;
    isOffered = true;
    placeAfter(title, readingButton(speech, voice));
  };
  offer();
  // Most browsers learn of their voices a moment after the page.
  speech.addEventListener?.('voiceschanged', offer);
}

function readingButton(speech: SpeechSynthesis, voice: SpeechSynthesisVoice): HTMLButtonElement {
  let isReading = false;
  const button = buttonSaying(words.listen, () => {
    speech.cancel();
    if (isReading) return ended();
    isReading = true;
    button.textContent = words.stop;
    const sentences = spokenSentences();
    sentences.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      if (index === sentences.length - 1) utterance.onend = ended;
      utterance.onerror = ended;
      speech.speak(utterance);
    });
  });
  const ended = () => {
    isReading = false;
    button.textContent = words.listen;
  };
  addEventListener('pagehide', () => speech.cancel());
  return button;
}

function findVoice(speech: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  const tag = document.documentElement.lang.toLowerCase();
  const voices = speech.getVoices().map((voice) => ({ voice, lang: voice.lang.toLowerCase().replace('_', '-') }));
  const own = voices.find(({ lang }) => lang === tag);
  const sister = voices.find(({ lang }) => lang.split('-')[0] === tag.split('-')[0]);
  return (own ?? sister)?.voice;
}

function spokenSentences(): string[] {
  const elements = [...document.querySelectorAll(SPOKEN)];
  const isFirst = (element: Element) =>
    ONCE.every((kind) => !element.matches(kind) || elements.find((other) => other.matches(kind)) === element);
  const isWithin = (element: Element) => elements.some((other) => other !== element && other.contains(element));
  return elements
    .filter((element) => isFirst(element) && !isWithin(element))
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** A title may stand in a label or a legend, where a button would become part of the name of the field. */
function placeAfter(title: Element, button: HTMLButtonElement): void {
  (title.closest('legend, label') ?? title).after(button);
}
