import type { Language } from '#platform/i18n';
import type { Example } from '../../testing/example.ts';
import type { Compared, Likely } from './compare.tsx';

type People = readonly (readonly [given: string, family: string, born: string])[];

/** An invented file, its people in the script of the reader. */
function file(
  language: Language,
  { id, number, people, phone }: { id: string; number: string; people: People; phone: string },
): Compared {
  const script = language === 'ar' ? 'ar' : 'fr';
  const members = people.map(([given, family, birth_date], at) => ({
    ...{ ref: at + 1, relation: at === 0 ? ('head' as const) : ('child' as const), sex: 'F' as const, birth_date },
    ...{ names: { [script]: { given, family } }, ...(at === 0 ? { cnie: `IC1234${number.slice(-2)}` } : {}) },
  }));
  return {
    ...{
      id,
      number,
      kind: 'new',
      state: 'filed',
      since: '2026-11-12T09:00:00Z',
      territory: '05.081.01.03',
      filedOn: '2026-11-12',
    },
    ...{ names: members[0]?.names ?? {}, birthDate: members[0]?.birth_date ?? '' },
    declaration: {
      ...{ schema: 'ramed.declaration/1', filed_on: '2026-11-12', commune: '05.081.01.03', milieu: 'urban', members },
    } as unknown as Compared['declaration'],
    contact: { phone, address: null },
  };
}

function likely(language: Language): Likely {
  const isArabic = language === 'ar';
  const oubella = isArabic ? 'أوبلا' : 'Oubella';
  const [fatima, salma, hiba] = isArabic ? ['فاطمة', 'سلمى', 'هبة'] : ['Fatima', 'Salma', 'Hiba'];
  const own = { id: 'a1', number: '202600000123', phone: '+212612345678' };
  const other = { id: 'b2', number: '202600000456', phone: '+212612345678' };
  const twin = file(language, {
    ...other,
    people: [
      [fatima ?? '', oubella, '1984-05-02'],
      [hiba ?? '', oubella, '2015-01-01'],
    ],
  });
  return {
    file: file(language, {
      ...own,
      people: [
        [fatima ?? '', oubella, '1984-05-03'],
        [salma ?? '', oubella, '2012-01-01'],
      ],
    }),
    candidates: [
      {
        ...twin,
        state: 'registered',
        filedOn: '2023-02-03',
        reasons: [{ why: 'phone' }, { why: 'name-and-birth-year', ref: 1 }],
      },
      { ...twin, id: 'c3', number: '202600000789', reasons: [{ why: 'phone' }] },
    ],
    more: false,
  };
}

const compare = { as: 'counter-agent', path: '/compare/a1' } as const;
const two = { ...compare, answers: (language: Language) => ({ 'applications.likely-the-same': likely(language) }) } as const;

export const examples: readonly Example[] = [
  { name: 'compare', ...two },
  { name: 'compare-next', ...two, press: ['j'] },
  { name: 'compare-not-same', ...two, press: ['n'] },
  { name: 'compare-no-reason', ...two, press: ['n', 'Enter'] },
  { name: 'compare-nothing', ...compare, answers: () => ({ 'applications.likely-the-same': { candidates: [], more: false } }) },
  { name: 'compare-loading', ...compare, answers: () => ({ 'applications.likely-the-same': 'loading' }) },
  { name: 'compare-no-network', ...compare, answers: () => ({ 'applications.likely-the-same': 'no-network' }) },
];
