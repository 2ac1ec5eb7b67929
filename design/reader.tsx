import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type PlainDate, toIsoDate } from '#platform/dates';
import {
  type DateStyle,
  type Direction,
  type Facts,
  formatDate,
  formatMoney,
  formatNumber,
  type Language,
  languages,
  type Message,
  toRuns,
  translator,
} from '#platform/i18n';
import type { Centimes } from '#platform/money';
import { formatGrouped } from '#platform/numbers';

/**
 * Who reads the page, as components need to know it: how to say a message, a day, a number or an amount in their language. What comes from data is
 * always isolated (`<bdi>`), so that a name or a date never turns the sentence around it.
 */
export type Reader = {
  readonly language: Language;
  readonly direction: Direction;
  /** A message as markup. */
  readonly say: (key: string, facts?: Facts) => JSX.Element;
  readonly tell: (message: Message) => JSX.Element;
  /** A text that an editor wrote in this language, its figures isolated like those of a message. */
  readonly prose: (text: string) => JSX.Element;
  /** A message as plain text, for titles and attributes, where markup cannot go. */
  readonly text: (key: string, facts?: Facts) => string;
  readonly date: (date: PlainDate, style?: DateStyle) => JSX.Element;
  readonly number: (value: number, decimals?: number) => JSX.Element;
  readonly money: (amount: Centimes) => JSX.Element;
  /** A number people copy, in groups of four. */
  readonly code: (number: string) => JSX.Element;
  /** A name or any other text that came from a person or a register. */
  readonly name: (text: string) => JSX.Element;
};

export function readerOf(language: Language): Reader {
  const { direction } = languages[language];
  const text = translator(language);
  const isolating = translator(language, { isolating: true });
  const say = (key: string, facts?: Facts) => markRuns(isolating(key, facts), direction);
  return {
    language,
    direction,
    say,
    tell: ({ key, facts }) => say(key, facts),
    prose: (written) => (language === 'zgh' ? markLatin(written) : markRuns(written, direction)),
    text,
    date: (date, style = 'long') => (
      <bdi>
        <time datetime={toIsoDate(date)}>{formatDate(language, date, style)}</time>
      </bdi>
    ),
    number: (value, decimals) => <bdi>{formatNumber(language, value, decimals)}</bdi>,
    money: (amount) => <bdi>{formatMoney(language, amount)}</bdi>,
    code: (number) => (
      <bdi class="code" dir="ltr">
        {formatGrouped(number)}
      </bdi>
    ),
    name: (given) => <bdi>{given}</bdi>,
  };
}

function markRuns(sentence: string, direction: Direction): JSX.Element {
  const runs = toRuns(sentence).flatMap((run) => (run.isolated || direction === 'ltr' ? [run] : isolateFigures(run.text)));
  return <Fragment>{runs.map((run) => (run.isolated ? <bdi>{run.text}</bdi> : run.text))}</Fragment>;
}

/** An editor writes names that have no Tifinagh form, such as "Entraide nationale": they are set apart from the writing around them. */
function markLatin(text: string): JSX.Element {
  const pieces = text.split(/(\p{Script=Latin}(?:[\p{Script=Latin}\d\s._’'&/-]*[\p{Script=Latin}\d])?)/u);
  return <Fragment>{pieces.map((piece, index) => (index % 2 === 1 ? <bdi>{piece}</bdi> : piece))}</Fragment>;
}

// In a right-to-left sentence even the translator's own "9:00–15:00" must not be mirrored.
function isolateFigures(text: string) {
  return text.split(/(\d(?:[\d\s.,:/–-]*\d)?)/).map((piece, index) => ({ text: piece, isolated: index % 2 === 1 }));
}
