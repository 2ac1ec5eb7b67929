import type { Language } from '#platform/i18n';
import type { Example } from '../../testing/example.ts';
import type { Answer } from './search.tsx';

type Found = Answer['files'][number];

/** Two invented files in the script of the reader: one found by its head's name, one by a child's. */
function answer(language: Language): Answer {
  const script = language === 'ar' ? 'ar' : 'fr';
  const name = (latin: readonly [string, string], arabic: readonly [string, string]) => {
    const [given, family] = language === 'ar' ? arabic : latin;
    return { [script]: { given, family } };
  };
  const hassan = name(['Hassan', 'Ben Haddou'], ['حسن', 'بن حدو']);
  const file = { kind: 'new', since: '2026-11-12T09:00:00Z', filedOn: '2026-11-02', birthDate: '1980-02-03' } as const;
  const matched = (names: Found['names'], likeness: 'sound' | 'slip', birthDate: string): Found['matched'] => ({
    ...{ by: 'name', likeness, person: { names, birthDate } },
  });
  return {
    understood: [{ kind: 'name', value: language === 'ar' ? 'بن حدو' : 'Benhadou' }],
    files: [
      {
        ...file,
        id: '1',
        number: '202600000123',
        state: 'checking',
        territory: '05.081.01.03',
        names: hassan,
        matched: matched(hassan, 'sound', '1980-02-03'),
      },
      {
        ...{ ...file, id: '2', number: '202600000456', state: 'registered', territory: '05.081.01.01' },
        names: name(['Fatima', 'Oubella'], ['فاطمة', 'أوبلا']),
        matched: matched(name(['Youssef', 'Ben Hadi'], ['يوسف', 'بن هادي']), 'slip', '2011-05-06'),
      },
    ],
    more: false,
  };
}

const search = { as: 'counter-agent', path: '/search' } as const;
const looking = { ...search, path: '/search?q=benh' } as const;
const nothing: Answer = { understood: [{ kind: 'name', value: 'benh' }], files: [], more: false };
const slipped: Answer = { understood: [{ kind: 'slipped', value: '202600000011' }], files: [], more: false };

export const examples: readonly Example[] = [
  { name: 'search-start', ...search, answers: () => ({}) },
  { name: 'search-found', ...looking, answers: (language) => ({ 'applications.find-files': answer(language) }) },
  { name: 'search-nothing', ...looking, answers: () => ({ 'applications.find-files': nothing }) },
  { name: 'search-slipped', ...looking, answers: () => ({ 'applications.find-files': slipped }) },
  { name: 'search-loading', ...looking, answers: () => ({ 'applications.find-files': 'loading' }) },
  {
    name: 'search-no-network',
    ...looking,
    answers: () => ({ 'applications.find-files': 'no-network', 'applications.my-work': 'no-network' }),
  },
];
