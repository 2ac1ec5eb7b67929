import type { Language } from '#platform/i18n';
import type { Example } from '../../testing/example.ts';
import { fileExample } from '../file/file.examples.ts';

const at = { path: `/papers/${fileExample.id}`, as: 'counter-agent' } as const;

export const examples: readonly Example[] = [
  { name: 'papers', ...at, answers: (language: Language) => fileExample.answers(language) },
  { name: 'papers-chosen', ...at, answers: (language) => fileExample.answers(language), press: ['2'] },
  {
    name: 'papers-not-here',
    ...at,
    answers: () => ({ 'applications.one-file': {}, 'documents.papers-on-file': { pages: [], promised: [] } }),
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
