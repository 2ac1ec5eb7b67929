import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stylelint from 'stylelint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#platform/config';
import { arrowNames, forbiddenImports } from './arrows.ts';
import { rules } from './rules.ts';
import { readTree } from './tree.ts';
import { askedBy, moduleNames, whoMayAskWhom } from './who-may-ask-whom.ts';

const violations = join(projectRoot, 'tools', 'architecture', 'violations');
let elsewhere = '';

/** Each violation becomes a small house of its own: inside ours, `#modules/…` would lead to our modules. */
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'ramed-violations-'));
  cpSync(violations, elsewhere, { recursive: true });
  for (const name of readdirSync(elsewhere)) {
    copyFileSync(join(projectRoot, 'package.json'), join(elsewhere, name, 'package.json'));
    symlinkSync(join(projectRoot, 'node_modules'), join(elsewhere, name, 'node_modules'), 'dir');
  }
});

afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

test('every rule has its violation, and every violation its rule', () => {
  const named = [...arrowNames, ...rules.map(({ name }) => name), 'logical-css'];
  expect(readdirSync(violations).sort()).toEqual([...named].sort());
});

test.each(arrowNames)('an import against "%s" is found', async (name) => {
  const root = join(elsewhere, name);
  const folders = readdirSync(root).filter((entry) => !['package.json', 'node_modules'].includes(entry));
  const found = await forbiddenImports(root, folders);
  expect(found.map(({ rule }) => rule)).toContainEqual(expect.stringMatching(new RegExp(`${name}$`)));
});

test.each(rules)('what breaks "$name" is found', ({ name, faults }) => {
  expect(faults(readTree(join(elsewhere, name)))).not.toEqual([]);
});

test('an amount is found in a decision and in a message', () => {
  const rule = rules.find(({ name }) => name === 'law-in-the-law');
  const found = rule?.faults(readTree(join(elsewhere, 'law-in-the-law'))).map(({ path }) => path);
  expect(found).toEqual(['modules/contributions/model/due.ts:1', 'modules/contributions/messages/en.json:1']);
});

test('a sheet that names left or right is refused', async () => {
  const { results } = await stylelint.lint({
    configFile: join(projectRoot, 'stylelint.config.mjs'),
    files: join(violations, 'logical-css', '**', '*.css'),
  });
  expect(results.flatMap(({ warnings }) => warnings.map(({ line }) => line)).sort()).toEqual([2, 3]);
});

test('the arrows of the table never lead back: who is asked stands lower, or beside and asks nobody back', () => {
  const reach = (name: (typeof moduleNames)[number]): readonly string[] =>
    askedBy(name).flatMap((asked) => [asked, ...reach(asked)]);
  expect(moduleNames.filter((name) => reach(name).includes(name))).toEqual([]);
  expect(
    moduleNames.flatMap((name) => askedBy(name).filter((asked) => whoMayAskWhom[asked].level > whoMayAskWhom[name].level)),
  ).toEqual([]);
});
