import { toDate } from '#platform/dates';
import { type Place, paths } from '../../place.ts';
import { closedRight, suspendedRight } from '../right-standing.examples.ts';
import { renderFamily } from './family.tsx';
import type { FamilyView } from './family.view.ts';

const number = '201504127733';
const id = (last: number) => `019a9c3e-7d1c-7000-8000-00000000000${last}`;

function family({ reader }: Place): FamilyView {
  const named = (fr: readonly [string, string], ar: readonly [string, string]) =>
    reader.language === 'ar' ? { ar: { given: ar[0], family: ar[1] } } : { fr: { given: fr[0], family: fr[1] } };
  const yassine = named(['Yassine', 'Amrani'], ['ياسين', 'العمراني']);
  const event = { on: toDate('2026-11-02'), reportedOn: toDate('2026-11-20') };
  return {
    number,
    token: id(4),
    right: { state: 'open', since: toDate('2026-03-12'), until: toDate('2029-03-11') },
    members: [
      { person: id(1), names: named(['Fatima Zahra', 'Benali'], ['فاطمة الزهراء', 'بنعلي']), isIn: true },
      { person: id(2), names: yassine, isIn: true, until: toDate('2027-06-10'), endsBy: 'child-age' },
      {
        ...{ person: id(3), names: named(['Salma', 'Amrani'], ['سلمى', 'العمراني']), isIn: false },
        ...{ until: toDate('2026-05-10'), endsBy: 'marriage' },
      },
    ],
    events: [
      { ...event, event: id(8), kind: 'studies', names: yassine, state: 'reported' },
      {
        ...{ ...event, event: id(7), kind: 'correction', names: yassine, state: 'accepted' },
        told: [
          { field: 'names.fr.given', word: 'Yassine' },
          { field: 'birthDate', word: toDate('2006-06-11') },
        ],
      },
      {
        ...event,
        event: id(9),
        kind: 'departure',
        names: yassine,
        state: 'refused',
        reason: reader.text('portal.family.no-changes'),
      },
    ],
  };
}

const at = (name: string, more: Partial<FamilyView> | ((place: Place) => Partial<FamilyView>) = {}) => ({
  name,
  path: paths.family(number),
  render: (place: Place) => renderFamily(place, { ...family(place), ...(typeof more === 'function' ? more(place) : more) }),
});

export const familyExamples = [
  at('family'),
  at('family-sent', { isSent: true }),
  at('family-nothing-told', { events: [] }),
  at('family-suspended', (place) => ({ right: suspendedRight(place) })),
  at('family-closed', (place) => ({ right: closedRight(place) })),
  at('family-birth', { kind: 'birth', about: 'newcomer', proofKind: 'birth-certificate' }),
  at('family-marriage-error', {
    ...{ kind: 'marriage', about: 'newcomer', proofKind: 'marriage-act' },
    errors: ['given-missing', 'sex-missing', 'born-wrong', 'on-wrong', 'proof-missing'],
  }),
  at('family-death', { kind: 'death', about: 'member', proofKind: 'death-certificate', errors: ['person-missing'] }),
  at('family-correction', { kind: 'correction', about: 'member', proofKind: 'identity-paper' }),
  at('family-correction-error', {
    ...{ kind: 'correction', about: 'member', proofKind: 'identity-paper' },
    errors: ['person-missing', 'correction-missing', 'born-wrong', 'proof-missing'],
  }),
  at('family-correction-refused', {
    ...{ kind: 'correction', about: 'member', proofKind: 'identity-paper' },
    refusal: { refused: 'wrong-script', place: 'correction.names.ar.given', facts: { script: 'ar' } },
  }),
  at('family-move', { kind: 'move', about: 'family', proofKind: 'residence-certificate', communes: [] }),
];
