import type { MagicEffect } from './magic.ts';
import type { IdentityAnswer, Subject } from './protocol.ts';

/** What the identity register holds of one subject. Pure: the same question always has the same answer. */
export function answerIdentity(subject: Subject, effect: MagicEffect | undefined): IdentityAnswer {
  return (effect !== undefined && twists[effect]?.(subject)) || asAsked(subject);
}

const twists: { readonly [effect in MagicEffect]?: (subject: Subject) => IdentityAnswer } = {
  'other-spelling': (subject) => ({ ...asAsked(subject), names: respelled(subject.names) }),
  'other-person': (subject) => ({ ...asAsked(subject), names: strangers[subject.sex] }),
  unknown: (subject) => ({ ref: subject.ref, found: false }),
  'other-birth-date': (subject) => ({ ...asAsked(subject), birth_date: aYearEarlier(subject.birth_date) }),
  deceased: (subject) => ({ ...asAsked(subject), vital_status: 'deceased', died_on: latest('2021-03-14', subject.birth_date) }),
};

function asAsked({ ref, names, birth_date, sex }: Subject): IdentityAnswer & { found: true } {
  return { ref, found: true, names, birth_date, sex, vital_status: 'alive' };
}

const strangers = {
  F: { fr: { family: 'ZERWALI', given: 'Tamimount' }, ar: { family: 'الزروالي', given: 'تاميمونت' } },
  M: { fr: { family: 'ZERWALI', given: 'Haddou' }, ar: { family: 'الزروالي', given: 'حدو' } },
} as const satisfies Record<Subject['sex'], Subject['names']>;

/** Latin letters only: the Arabic spelling is the name, the Latin one a transcription of it. */
function respelled(names: Subject['names']): Subject['names'] {
  if (names.fr === undefined) return names;
  return { ...names, fr: { family: respell(names.fr.family), given: respell(names.fr.given) } };
}

/** Ways one Arabic name is written in Latin letters; the first that changes the word is taken. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^el[ -]/iu, 'AL '],
  [/^al[ -]/iu, 'EL '],
  [/ou/iu, 'u'],
  [/ch/iu, 'sh'],
  [/mm/iu, 'm'],
  [/(?<=\p{L})m(?=\p{L})/iu, 'mm'],
  [/i$/iu, 'y'],
  [/e/iu, 'a'],
  [/a$/iu, 'ah'],
  [/$/u, 'e'],
];

function respell(word: string): string {
  const rule = spellings.find(([sounds]) => sounds.test(word));
  const written = rule === undefined ? word : word.replace(rule[0], rule[1]);
  return word === word.toUpperCase() ? written.toUpperCase() : written;
}

function aYearEarlier(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0');
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}
