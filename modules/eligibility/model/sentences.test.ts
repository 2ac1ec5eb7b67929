import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formulaPeriods, listFormulas } from '#law';
import { messageKey } from './sentences.ts';

const languages = ['fr', 'ar', 'zgh', 'en'] as const;
const messages = Object.fromEntries(languages.map((language) => [language, readMessages(language)]));

describe.each(languages)('the messages in %s', (language) => {
  test('are those of French, none more and none less', () => {
    expect(Object.keys(messages[language] ?? {}).sort()).toEqual(Object.keys(messages.fr ?? {}).sort());
  });

  test('name every factor, condition and outcome of the formulas', () => {
    const contents = listFormulas().flatMap(({ id }) => formulaPeriods(id).map(({ formula }) => formula));
    const factors = contents.flatMap(({ scores }) =>
      Object.values(scores).flatMap(({ variables, multiplied_by: factor }) => [
        ...variables.flatMap(({ label, part_of: whole }) => (whole ? [label, whole] : [label])),
        ...(factor ? [factor.label] : []),
      ]),
    );
    const branches = contents.flatMap((content) => content.branches);
    const conditions = branches.flatMap((branch) => branch.conditions.map(({ key }) => key));
    const outcomes = branches.flatMap((branch) => branch.outcomes.map(({ outcome }) => outcome));
    const keys = [
      ...[...factors, 'region'].map((word) => messageKey('factor', word)),
      ...conditions.flatMap((word) => [messageKey('condition', word), messageKey('sentence', word)]),
      ...[...outcomes, 'not_eligible', 'incomplete'].flatMap((word) => [
        messageKey('outcome', word),
        messageKey('category', word),
      ]),
    ];
    expect(keys.filter((key) => !(key in (messages[language] ?? {})))).toEqual([]);
  });

  test('are sentences of fifteen words at most', () => {
    const sentences = Object.values(messages[language] ?? {}).flatMap((text) =>
      text.replace(/\{[^}]*\}/g, '0').split(/[.!?:](?:\s|$)/),
    );
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 15)).toEqual([]);
  });
});

function readMessages(language: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>;
}
