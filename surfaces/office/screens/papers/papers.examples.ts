import type { Language } from '#platform/i18n';
import type { OutboxView, Work } from '../../offline/index.ts';
import type { Example } from '../../testing/example.ts';
import { fileExample } from '../file/file.examples.ts';

const at = { path: `/papers/${fileExample.id}`, as: 'counter-agent' } as const;

/** A request of two that was typed without a network, and waits. */
function typedHere(language: Language): OutboxView {
  const work: Work = {
    does: 'deed',
    deed: 'applications.file-at-counter',
    input: {
      application: fileExample.id,
      receivedOn: '2026-11-27',
      answers: {
        members: [
          { birth_date: '1985-03-31', sex: 'M' },
          { relation: 'spouse', birth_date: '1990-04-12', sex: 'F' },
        ],
      },
    },
  };
  const item = {
    ...{ id: 'item', seq: 1, author: { agent: 'agent', post: 'post' }, madeAt: '2026-11-27T09:30:00Z', waitsFor: [], work },
    ...{ label: language === 'ar' ? 'حسن أوبلا' : 'Hassan Oubella', file: `application:${fileExample.id}` },
  };
  const standing = { state: 'waiting', tries: 0, failures: 0 } as const;
  return {
    entries: [{ item, standing }],
    damaged: [],
    counts: { unsent: 1, refused: 0, broken: 0, bytes: 0 },
    lastArrival: undefined,
  };
}

export const examples: readonly Example[] = [
  { name: 'papers', ...at, answers: (language: Language) => fileExample.answers(language) },
  { name: 'papers-chosen', ...at, answers: (language) => fileExample.answers(language), press: ['2'] },
  {
    name: 'papers-not-here',
    ...at,
    answers: () => ({ 'applications.one-file': {}, 'documents.papers-on-file': { pages: [], promised: [] } }),
  },
  {
    name: 'papers-before-it-arrives',
    ...at,
    answers: () => ({ 'applications.one-file': 'no-network', 'documents.papers-on-file': 'no-network' }),
    kept: (language) => ({ view: typedHere(language) }),
  },
  {
    name: 'papers-failed',
    ...at,
    answers: () => ({ 'applications.one-file': 'no-network', 'documents.papers-on-file': 'no-network' }),
  },
  {
    name: 'papers-loading',
    ...at,
    answers: () => ({ 'applications.one-file': 'loading', 'documents.papers-on-file': 'loading' }),
  },
];
