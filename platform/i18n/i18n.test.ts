import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { centimes, dirhams } from '#platform/money';
import {
  type Catalogue,
  formatDate,
  formatDays,
  formatMoney,
  formatNumber,
  formatPercent,
  formatWait,
  isolate,
  type Language,
  languageCodes,
  languages,
  loadMessages,
  missingMessages,
  projectRoot,
  toRuns,
  translator,
} from './index.ts';

describe('dates', () => {
  const day = toDate('2026-01-03');

  test('a day is written in the words of each language, with western digits', () => {
    expect(languageCodes.map((language) => formatDate(language, day, 'long'))).toEqual([
      '3 يناير 2026',
      '3 ⵉⵏⵏⴰⵢⵔ 2026',
      '3 janvier 2026',
      '3 January 2026',
    ]);
    expect(formatDate('fr', day, 'short')).toBe('3 janv. 2026');
    expect(formatDate('ar', day, 'month')).toBe('يناير 2026');
  });

  test('the first of a month is "1er" in French only', () => {
    expect(formatDate('fr', toDate('2026-08-01'))).toBe('1er août 2026');
    expect(formatDate('ar', toDate('2026-08-01'))).toBe('1 غشت 2026');
  });

  test('waiting is said with the right plural', () => {
    expect(formatWait('fr', toDate('2025-11-17'), day)).toBe('vous attendez depuis 47 jours');
    expect(formatWait('fr', day, day)).toBe('depuis aujourd’hui');
    expect([1, 2, 3, 11, 100].map((days) => formatDays('ar', days))).toEqual([
      'يوم واحد',
      'يومان',
      '3 أيام',
      '11 يوما',
      '100 يوم',
    ]);
    expect([1, 5, 30].map((days) => formatDays('zgh', days))).toEqual(['1 ⵡⴰⵙⵙ', '5 ⵡⵓⵙⵙⴰⵏ', '30 ⵏ ⵡⴰⵙⵙ']);
  });
});

describe('numbers and money', () => {
  test('thousands are grouped with a narrow space and decimals follow a comma, English in its own way', () => {
    expect(languageCodes.map((language) => formatNumber(language, 1234567.5))).toEqual([
      '1\u202f234\u202f567,5',
      '1\u202f234\u202f567,5',
      '1\u202f234\u202f567,5',
      '1,234,567.5',
    ]);
    expect(formatNumber('fr', -0.001)).toBe('0');
    expect(formatNumber('fr', -1200)).toBe('\u22121\u202f200');
    expect(formatPercent('fr', 0.295)).toBe('29,5\u00a0%');
  });

  test('a contribution is written in dirhams, with centimes only when there are some', () => {
    expect(languageCodes.map((language) => formatMoney(language, dirhams(480)))).toEqual([
      '480\u00a0درهم',
      '480\u00a0ⴷⵔⵀⵎ',
      '480\u00a0DH',
      '480\u00a0DH',
    ]);
    expect(formatMoney('fr', centimes(-48_050))).toBe('\u2212480,50\u00a0DH');
  });

  test('no digit is lost or added by grouping', () => {
    fc.assert(fc.property(fc.nat(), (value) => formatNumber('ar', value).replaceAll('\u202f', '') === String(value)));
  });
});

test('the plural rules are those of Intl where Intl knows the language', () => {
  for (const language of ['ar', 'fr', 'en'] as const) {
    const reference = new Intl.PluralRules(language);
    // French "many" is for round millions in compact writing, which no message of ours uses.
    fc.assert(
      fc.property(fc.nat({ max: 999_999 }), (count) => languages[language].pluralForm(count) === reference.select(count)),
      { examples: [[0], [1], [2], [3], [10], [11], [99], [100], [102], [103]] },
    );
  }
});

describe('messages', () => {
  const catalogue = catalogueOf({
    hello: 'Bonjour {name}, {amount, number, money} avant le {day, date, short}',
    count: '{count, plural, one {# carte} other {# cartes}}',
  });

  test('a message is filled with names, amounts and days in the reader’s way', () => {
    const say = translator('fr', { catalogue });
    const facts = { name: 'فاطمة', amount: dirhams(480), day: toDate('2026-01-03') };
    expect(say('hello', facts)).toBe('Bonjour فاطمة, 480\u00a0DH avant le 3 janv. 2026');
    expect(say('hello', { ...facts, day: '2026-01-03' })).toBe(say('hello', facts));
    expect(say('count', { count: 1200 })).toBe('1\u202f200 cartes');
  });

  test('an isolating translator keeps each fact from reordering its neighbours', () => {
    const say = translator('fr', { catalogue, isolating: true });
    expect(say('count', { count: 3 })).toBe(`${isolate('3')} cartes`);
    expect(toRuns(say('count', { count: 3 }))).toEqual([
      { text: '3', isolated: true },
      { text: ' cartes', isolated: false },
    ]);
  });

  test('a missing key and a missing fact throw', () => {
    expect(() => translator('fr', { catalogue })('goodbye')).toThrow('message-missing: goodbye in fr');
    expect(() => translator('fr', { catalogue })('count')).toThrow();
  });

  test.each<[string, Partial<Record<Language, string>>, string]>([
    ['left out', { ar: undefined as never }, 'missing'],
    ['empty', { ar: ' ' }, 'empty'],
    ['broken', { ar: '{count' }, 'unreadable'],
    ['without its fact', { ar: 'بطاقات' }, 'other-arguments'],
    ['with too few plural forms', { ar: '{count, plural, one {بطاقة} other {بطاقات}}' }, 'plural-form-missing'],
    ['left in French', { ar: '{count, plural, one {# carte} other {# cartes}}' }, 'not-translated'],
  ])('an Arabic text %s is reported', (_case, texts, fault) => {
    const french = '{count, plural, one {# carte} other {# cartes}}';
    const broken = catalogueOf({ key: french });
    const arabic = texts.ar;
    if (arabic === undefined) (broken.ar as Map<string, string>).delete('key');
    else (broken.ar as Map<string, string>).set('key', arabic);
    expect(
      missingMessages(broken)
        .filter(({ language }) => language === 'ar')
        .map((found) => found.fault),
    ).toContain(fault);
  });
});

test.each(['ar', 'zgh'] as const)('a sentence left behind in French is found in %s', (language) => {
  const broken = catalogueOf({ key: 'Choisissez une commune, puis allez au guichet CNSS.' });
  (broken.ar as Map<string, string>).set('key', 'اختاروا جماعة ثم اذهبوا إلى CNSS.');
  (broken.zgh as Map<string, string>).set('key', 'ⴷⵖⵔⴰⵜ ⵜⴰⴳⵔⴰⵡⵜ, CNSS.');
  expect(missingMessages(broken)).toEqual([]);
  (broken[language] as Map<string, string>).set('key', 'CNSS, puis allez au guichet.');
  expect(missingMessages(broken)).toEqual([{ key: 'key', language, fault: 'not-translated' }]);
});

test('every message of the house exists in the four languages with the same facts', () => {
  expect(missingMessages(loadMessages(projectRoot))).toEqual([]);
});

function catalogueOf(messages: Record<string, string>): Catalogue {
  const copy = () => new Map(Object.entries(messages));
  return { ar: copy(), fr: copy(), zgh: copy(), en: copy() };
}
