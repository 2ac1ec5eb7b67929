import { aboutWhom, type LifeEventKind, type LifeEventReport } from '#modules/entitlements';
import type { PlainDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import { isId } from '#platform/ids';
import { type FamilyError, nameFields, type TypedChange } from '../pages/family/family.view.ts';
import { fieldOf } from './answers.ts';
import { readBirth } from './find-form.ts';

type Change = Omit<LifeEventReport, 'event' | 'kind' | 'registration'>;

/** What was typed, as typed, and the change it means or everything that is wrong with it. */
export type ReadChange = { readonly typed: TypedChange; readonly change?: Change; readonly errors?: readonly FamilyError[] };
type Reading = { readonly kind: LifeEventKind; readonly language: Language; readonly today: PlainDate };

export function readChange(body: unknown, { kind, language, today }: Reading): ReadChange {
  const typed = typedIn(body);
  if (kind === 'correction') return readCorrection(typed, today);
  const about = aboutWhom(kind);
  const on = readBirth(typed.on, today);
  const born = kind === 'birth' ? on : readBirth(typed.born, today);
  const isNewcomer = about === 'newcomer';
  const errors: FamilyError[] = [
    ...(isNewcomer && typed.given === '' ? (['given-missing'] as const) : []),
    ...(isNewcomer && typed.family === '' ? (['family-missing'] as const) : []),
    ...(isNewcomer && typed.sex === '' ? (['sex-missing'] as const) : []),
    ...(isNewcomer && kind !== 'birth' && typeof born === 'string' ? (['born-wrong'] as const) : []),
    ...(about === 'member' && !isId(typed.person) ? (['person-missing'] as const) : []),
    ...(about === 'family' && typed.commune === '' ? (['commune-missing'] as const) : []),
    ...(typeof on === 'string' ? (['on-wrong'] as const) : []),
    ...(typed.proof === '' ? (['proof-missing'] as const) : []),
  ];
  if (errors.length > 0 || typeof on === 'string') return { typed, errors };
  const own = { happenedOn: on.toString(), proof: typed.proof };
  if (about === 'family') return { typed, change: { ...own, commune: typed.commune } };
  if (about === 'member') return { typed, change: { ...own, person: typed.person } };
  const name = { given: typed.given, family: typed.family };
  const names = language === 'ar' ? { ar: name } : { fr: name };
  const card = typed.card === '' ? {} : { cnie: typed.card };
  return {
    typed,
    change: { ...own, newcomer: { names, sex: typed.sex === 'M' ? 'M' : 'F', birthDate: born.toString(), ...card } },
  };
}

/** Of a correction what stays empty is right; it is of the day on which it is told. */
function readCorrection(typed: TypedChange, today: PlainDate): ReadChange {
  const { right, sex, card, proof, person } = typed;
  const isBornTyped = Object.values(typed.born).some((part) => part !== '');
  const born = isBornTyped ? readBirth(typed.born, today) : undefined;
  const isEmpty = !isBornTyped && sex === '' && card === '' && Object.values(right).every((name) => name === '');
  const errors: FamilyError[] = [
    ...(isId(person) ? [] : (['person-missing'] as const)),
    ...(isEmpty ? (['correction-missing'] as const) : []),
    ...(typeof born === 'string' ? (['born-wrong'] as const) : []),
    ...(proof === '' ? (['proof-missing'] as const) : []),
  ];
  if (errors.length > 0) return { typed, errors };
  const correction = {
    names: { fr: inScript(right, 'fr'), ar: inScript(right, 'ar') },
    ...(sex === '' ? {} : { sex }),
    ...(born === undefined ? {} : { birthDate: born.toString() }),
    ...(card === '' ? {} : { cnie: card }),
  };
  return { typed, change: { happenedOn: today.toString(), person, proof, correction } };
}

function inScript(right: TypedChange['right'], script: 'fr' | 'ar') {
  const { [`given-${script}` as const]: given, [`family-${script}` as const]: family } = right;
  return { ...(given === '' ? {} : { given }), ...(family === '' ? {} : { family }) };
}

const LONGEST = 80;
const sexes = ['F', 'M'] as const;

function typedIn(body: unknown): TypedChange {
  const field = (name: string) => fieldOf(body, name).trim().slice(0, LONGEST);
  const date = (name: string) => ({ day: field(`${name}-day`), month: field(`${name}-month`), year: field(`${name}-year`) });
  return {
    ...{
      person: field('person'),
      given: field('given'),
      family: field('family'),
      sex: sexes.find((one) => one === field('sex')) ?? '',
    },
    ...{ card: field('card').slice(0, 20), commune: field('commune').slice(0, 20), proof: field('proof') },
    ...{ on: date('on'), born: date('born') },
    right: Object.fromEntries(nameFields.map((name) => [name, field(name)])) as TypedChange['right'],
  };
}
