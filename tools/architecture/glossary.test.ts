import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/i18n';
import { states } from '../../modules/applications/model/lifecycle.ts';
import { cardStates } from '../../modules/cards/model/lifecycle.ts';
import { rightStates } from '../../modules/entitlements/model/right.ts';
import { roles } from '../../modules/staff/model/roles.ts';

const rows = readFileSync(join(projectRoot, 'GLOSSARY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

const words = rows.map(([code = '']) => code.replaceAll('`', ''));

const named = {
  modules: readdirSync(join(projectRoot, 'modules')),
  'states of a request': Object.keys(states),
  'states of a right': rightStates,
  'states of a card': Object.keys(cardStates),
  roles: Object.keys(roles),
};

test.each(Object.entries(named))('the %s are all in the glossary', (_kind, names) => {
  // Values kept in the database are written with underscores; the word is the same.
  expect(names.map((name) => name.replaceAll('_', '-')).filter((name) => !words.includes(name))).toEqual([]);
});

test('a word stands once, with French, Arabic, a meaning and a legal text or a dash', () => {
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  expect(rows.filter((row) => row.length !== 5 || row.some((cell) => cell === ''))).toEqual([]);
  expect(rows.filter(([, , arabic = '']) => !/\p{Script=Arabic}/u.test(arabic))).toEqual([]);
});
