import { expect, test } from 'vitest';
import { draftsInMemory } from '../../client/drafts.ts';
import { keptPages } from './kept-pages.ts';
import type { PageToSend } from './pages-to-send.ts';
import { wholeImage } from './quad.ts';

function page(id: number, text: string, over: Partial<PageToSend> = {}): PageToSend {
  const bytes = new TextEncoder().encode(text);
  return { id, taken: new Blob([bytes]), source: { is: 'pdf', bytes }, quad: wholeImage, turns: 0, isGrey: true, ...over };
}

/** What an agent finds who comes back to the desk of a file. */
async function found(drafts: ReturnType<typeof draftsInMemory>, file = 'file') {
  const pages = await keptPages(drafts, file).load();
  return Promise.all(pages.map(async ({ id, kind, turns, taken }) => [id, kind, turns, await taken.text()]));
}

test('what was taken is found again with what was done to it, and for its own file alone', async () => {
  const drafts = draftsInMemory();
  const kept = keptPages(drafts, 'file');
  await kept.keep([page(1, 'front')]);
  await kept.keep([page(1, 'front', { kind: 'applicant-identity', turns: 1 }), page(2, 'back')]);
  expect(await found(drafts)).toEqual([
    [1, 'applicant-identity', 1, 'front'],
    [2, undefined, 0, 'back'],
  ]);
  expect(await found(drafts, 'other')).toEqual([]);
});

test('what is taken away or sent leaves nothing behind, also after a return', async () => {
  const drafts = draftsInMemory();
  await keptPages(drafts, 'file').keep([page(1, 'front'), page(2, 'back')]);
  const later = keptPages(drafts, 'file');
  await later.load();
  await later.keep([page(2, 'back')]);
  expect(await drafts.findImage('taken/file/1')).toBeUndefined();
  expect(await found(drafts)).toEqual([[2, undefined, 0, 'back']]);
  await later.keep([]);
  expect(await drafts.findImage('taken/file/2')).toBeUndefined();
  expect(await drafts.list()).toEqual([]);
});

test('changes that follow at once are kept in their order', async () => {
  const drafts = draftsInMemory();
  const kept = keptPages(drafts, 'file');
  await Promise.all([
    kept.keep([page(1, 'front')]),
    kept.keep([page(1, 'front'), page(2, 'back')]),
    kept.keep([page(2, 'back')]),
  ]);
  expect(await found(drafts)).toEqual([[2, undefined, 0, 'back']]);
});
