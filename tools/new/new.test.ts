import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '#platform/config';
import { rules } from '../architecture/rules.ts';
import { readTree } from '../architecture/tree.ts';
import { layOut } from './lay-out.ts';
import { planAction, planMigration, planModule } from './plans.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ramed-new-'));
  mkdirSync(join(root, 'database'));
  cpSync(join(projectRoot, 'database', 'migrations'), join(root, 'database', 'migrations'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

test('a new module with a new deed breaks no rule of the house', () => {
  layOut(root, planModule(root, 'complaints').files);
  layOut(root, planAction(root, 'complaints.assign-complaint').files);
  layOut(root, planMigration(root, 'complaints').files);
  const tree = readTree(root);
  expect(rules.flatMap((rule) => rule.faults(tree))).toEqual([]);
});

test('its message has the same key in four languages, each its own words', () => {
  layOut(root, planModule(root, 'care').files);
  const texts = ['fr', 'ar', 'zgh', 'en'].map((language) => JSON.parse(read(`modules/care/messages/${language}.json`)) as object);
  expect(new Set(texts.map((text) => Object.keys(text).join())).size).toBe(1);
  expect(new Set(texts.map((text) => Object.values(text).join())).size).toBe(4);
});

test('its README names whom it may ask', () => {
  layOut(root, planModule(root, 'care').files);
  expect(read('modules/care/README.md')).toContain('**Asks** entitlements, registry, territory.');
});

test('the first migration of a module opens its schema, with the next number', () => {
  const last = readdirSync(join(root, 'database', 'migrations'))
    .sort()
    .at(-1)
    ?.slice(0, 4);
  const [path = '', text = ''] = Object.entries(planMigration(root, 'billing').files)[0] ?? [];
  expect(Number(path.slice(20, 24))).toBe(Number(last) + 1);
  expect(text).toBe("call platform.open_schema('billing');\n");
});

test('a later migration says what it is about', () => {
  const [path = '', text = ''] = Object.entries(planMigration(root, 'cards_custody').files)[0] ?? [];
  expect(path).toMatch(/_cards_custody\.sql$/);
  expect(text).not.toContain('open_schema');
});

test('what is already there is left alone, and nothing beside it is written', () => {
  layOut(root, { 'modules/care/index.ts': 'mine' });
  expect(() => layOut(root, planModule(root, 'care').files)).toThrow('already there');
  expect(read('modules/care/index.ts')).toBe('mine');
  expect(existsSync(join(root, 'modules/care/README.md'))).toBe(false);
});

test('a module that the table does not name is not made, nor a deed without a module or a verb', () => {
  expect(() => planModule(root, 'pharmacy')).toThrow('the table does not name');
  expect(() => planAction(root, 'care.record-visit')).toThrow('there is no module care');
  expect(() => planAction(root, 'care.visit')).toThrow('not MODULE.VERB-NOUN');
  expect(() => planMigration(root, 'Care-Visits')).toThrow('the table does not name');
});
