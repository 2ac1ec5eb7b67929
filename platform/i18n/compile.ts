import IntlMessageFormat from 'intl-messageformat';
import { Temporal, toDate } from '#platform/dates';
import type { Centimes } from '#platform/money';
import { type DateStyle, formatDate } from './calendar.ts';
import { isolationEnd, isolationStart } from './isolation.ts';
import { type Language, languages, type PluralForm } from './languages.ts';
import { formatMoney, formatNumber, formatPercent } from './numbers.ts';

/**
 * What fills a message. In ICU: `{name}`, `{count, plural, …}`, `{count, number}`, `{share, number, percent}`,
 * `{amount, number, money}` (centimes), `{day, date, long|short|month|year}` (a PlainDate or its ISO text).
 */
export type Facts = Readonly<Record<string, string | number | boolean | Temporal.PlainDate>>;

const literal = 0;

/** The tree intl-messageformat parses a message into. */
export type MessageTree = ReturnType<IntlMessageFormat['getAst']>;
type MessageElement = MessageTree[number];

export function parseMessage(message: string): MessageTree {
  return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
}

/** Turns ICU text into a function of its facts. With `isolating`, every fact is put between isolation marks. */
export function compileMessage(language: Language, message: string, isolating: boolean): (facts: Facts) => string {
  const tree = isolating ? isolateFacts(parseMessage(message)) : parseMessage(message);
  // Most messages have no facts: what they say is known now, and every page says a hundred of them.
  if (tree.every((element) => element.type === literal)) {
    const said = tree.map((element) => (element as { value: string }).value).join('');
    return () => said;
  }
  const compiled = new IntlMessageFormat(tree, 'en', styles as never, {
    ignoreTag: true,
    formatters: formattersOf(language) as never,
  });
  return (facts) => {
    const text = compiled.format(facts as Record<string, string>);
    if (typeof text !== 'string') throw new TypeError(`message-fact-needs-a-format: ${message}`);
    return text;
  };
}

const styles = {
  number: { money: { write: formatMoney }, percent: { write: formatPercent } },
  date: { long: { style: 'long' }, short: { style: 'short' }, month: { style: 'month' }, year: { style: 'year' } },
};

type NumberStyle = { readonly write: (language: Language, value: Centimes) => string };

// The library asks for Intl's formatters; it gets ours, so that no engine's locale data decides what a citizen reads.
function formattersOf(language: Language) {
  const { pluralForm } = languages[language];
  return {
    getNumberFormat: (_locale: unknown, style?: NumberStyle) => ({
      format: (value: number) => (style ? style.write(language, value as Centimes) : formatNumber(language, value)),
    }),
    getDateTimeFormat: (_locale: unknown, style?: { style: DateStyle }) => ({
      format: (value: Temporal.PlainDate | string) => formatDate(language, toDay(value), style?.style ?? 'long'),
    }),
    getPluralRules: () => ({ select: (count: number): PluralForm => pluralForm(Math.abs(count)) }),
  };
}

function toDay(value: Temporal.PlainDate | string): Temporal.PlainDate {
  return value instanceof Temporal.PlainDate ? value : toDate(value);
}

const branching: ReadonlySet<number> = new Set([5, 6]);

function isolateFacts(tree: MessageTree): MessageTree {
  return tree.flatMap((element): MessageElement[] => {
    if (element.type === literal) return [element];
    if (!branching.has(element.type)) return [mark(isolationStart), element, mark(isolationEnd)];
    return [{ ...element, options: isolateOptions(element) } as MessageElement];
  });
}

function isolateOptions(element: MessageElement): Record<string, { value: MessageTree }> {
  const { options } = element as unknown as { options: Record<string, { value: MessageTree }> };
  return Object.fromEntries(Object.entries(options).map(([form, { value }]) => [form, { value: isolateFacts(value) }]));
}

function mark(value: string): MessageElement {
  return { type: literal, value } as MessageElement;
}
