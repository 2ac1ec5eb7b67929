/** What a new file starts with. Everything here passes every check as it is written. */

export function readmeTemplate(module: string, asked: readonly string[]): string {
  return `# ${module}

What it is for, in two sentences.

**Words.** Each with its meaning; the same as in GLOSSARY.md.

**Owns** (schema \`${module}\`): its tables.

**Asks** ${asked.length === 0 ? 'no module' : asked.join(', ')}. **Publishes** the events that others may hear.

**Legal texts**: law, article, date.
`;
}

export function indexTemplate(module: string): string {
  return `export { isOpen, passages, type State, states } from './model/lifecycle.ts';

export const ${module} = {
  name: '${module}',
  actions: [],
  queries: [],
  jobs: [],
} as const;
`;
}

export function lifecycleTemplate(module: string): string {
  return `/** The states that a file of ${module} passes through. */
export const states = ['open', 'closed'] as const;
export type State = (typeof states)[number];

/** What may happen next, and only that: a literal table. */
export const passages = {
  close: { from: ['open'], to: 'closed' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>;

export function isOpen(state: State): boolean {
  return Object.values(passages).some(({ from }) => (from as readonly State[]).includes(state));
}
`;
}

export function lifecycleTestTemplate(module: string): string {
  return `import { expect, test } from 'vitest';
import { isOpen, passages, states } from './lifecycle.ts';

test('a file of ${module} ends once, and every state is on a way', () => {
  expect(states.filter((state) => !isOpen(state))).toEqual(['closed']);
  expect([...new Set(Object.values(passages).flatMap(({ from, to }) => [...from, to]))].sort()).toEqual([...states].sort());
});
`;
}

/** One message of every module: the same key in four languages. */
export const words: Readonly<Record<'fr' | 'ar' | 'zgh' | 'en', string>> = {
  fr: message('Ce dossier est déjà clos.'),
  ar: message('هذا الملف مغلق بالفعل.'),
  zgh: message('ⴰⵙⴷⴰⵡ ⴰⴷ ⵉⵇⵇⵏ ⵢⴰⴷ.'),
  en: message('This file is already closed.'),
};

function message(text: string): string {
  return `${JSON.stringify({ 'refusal.already-closed': text }, null, 2)}\n`;
}

export type NewAction = { readonly module: string; readonly deed: string; readonly value: string };

export function actionTemplate({ module, deed, value }: NewAction): string {
  return `import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';

/** What changes in the world, and when it refuses. */
export const ${value} = defineAction({
  name: '${module}.${deed}',
  summary: '${sentence(deed)}',
  permission: '${module}:${deed}',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  refusals: [],
  async run(context, { id }) {
    context.journal({ subject: \`${module}:\${id}\`, territory: '', after: digestOf({ id }) });
    return { id };
  },
});
`;
}

export function actionTestTemplate({ module, deed, value }: NewAction): string {
  return `import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { publicActor, systemActor } from '#platform/permissions';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { ${value} } from './${deed}.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test('it is done once, and the journal says by whom', async () => {
  const by = systemActor('test');
  const input = { id: newId() };
  const { output, lines } = await expectProperDeed(house, ${value}, { by, input, otherInput: { id: newId() } });
  expect(output).toEqual(input);
  expect(lines).toMatchObject([{ subject: \`${module}:\${input.id}\` }]);
});

test('nobody does it who is not signed in', () =>
  expectRefused(house, ${value}, { by: publicActor, input: { id: newId() }, as: 'not-allowed' }));
`;
}

function sentence(deed: string): string {
  const text = deed.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
