import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { useSpeech } from '../../client/words.tsx';
import type { ComparedRow } from '../../components/comparison.tsx';
import { nameIn } from '../../components/naming.tsx';
import type { Compared } from './compare.tsx';

/** The words of two files line by line, in the order in which one recognises a family. */
export function useComparedRows(file: Compared, other: Compared): readonly ComparedRow[] {
  const { text, language } = useSpeech();
  const day = (date: string) => formatDate(language, toDate(date), 'short');
  const sides = [sideOf(file), sideOf(other)] as const;
  const row = (key: string, of: (side: Side) => string): ComparedRow => ({
    ...{ key, label: text(`office.compare.row.${key}`), here: of(sides[0]), there: of(sides[1]) },
  });
  return [
    row('state', ({ state }) => text(`office.search.state.${state}`)),
    row('filed', ({ filedOn }) => day(filedOn)),
    row('name-ar', ({ head }) => nameIn(head?.names ?? {}, 'ar')),
    row('name-fr', ({ head }) => nameIn(head?.names ?? {}, 'fr')),
    row('birth-date', ({ head }) => (head ? day(head.birth_date) : '')),
    row('card', ({ head }) => head?.cnie ?? ''),
    row('phone', ({ contact }) => contact.phone ?? ''),
    row('address', ({ contact }) => contact.address ?? ''),
    row('people', ({ others }) =>
      others.map(({ names, birth_date }) => `${shortName(names)} ${birth_date.slice(0, 4)}`).join(', '),
    ),
  ];
}

type Side = ReturnType<typeof sideOf>;

function sideOf({ declaration: { members }, ...file }: Compared) {
  const [head, ...others] = members;
  return { ...file, head, others };
}

function shortName(names: Compared['names']): string {
  return names.ar?.given ?? names.fr?.given ?? '';
}
