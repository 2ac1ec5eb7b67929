import type { Random } from '../../applications/testing/population/random.ts';
import { transliterationVariants } from '../../applications/testing/population/transliterations.ts';
import type { HouseholdStatement } from '../index.ts';

export type StatedMember = HouseholdStatement['members'][number];

/** What happens to a person's words between two counters. Each gives the same member back when it finds nothing to change. */
export const disguises = {
  respelled: ({ random, member }) => inLatin(member, (name) => respelling(name, random)),
  'letter-slip': ({ random, member }) => inLatin(member, (name) => slip(name, random)),
  'arabic-left-out': ({ member }) => (member.names.fr ? { ...member, names: { fr: member.names.fr } } : member),
  'latin-left-out': ({ member }) => (member.names.ar ? { ...member, names: { ar: member.names.ar } } : member),
  'scripts-disagree': ({ member, stranger }) => otherGivenName(member, stranger),
  'other-family-name': ({ member, stranger }) => otherName(member, stranger, 'family'),
  'other-given-name': ({ member, stranger }) => otherName(member, stranger, 'given'),
  'names-exchanged': ({ member: { names, ...member } }) => ({ ...member, names: { ...names, ...exchanged(names.fr) } }),
  'part-left-out': ({ member }) => partLeftOut(member),
  titled: ({ member }) => withTitle(member),
  'arabic-signs': ({ member }) => withoutSigns(member),
  'day-and-month-swapped': ({ member }) => born(member, member.birthDate.replace(/-(0\d|1[0-2])-(0\d|1[0-2])$/, '-$2-$1')),
  'year-alone': ({ member }) => born(member, `${member.birthDate.slice(0, 4)}-01-01`),
  'day-slip': ({ member, random }) =>
    born(member, `${member.birthDate.slice(0, 8)}${String(random.between(1, 28)).padStart(2, '0')}`),
  'year-slip': ({ member, random }) => {
    const year = Number(member.birthDate.slice(0, 4)) + (random.chance(0.5) ? -1 : 1);
    return born(member, `${year}${member.birthDate.slice(4).replace('02-29', '02-28')}`);
  },
} as const satisfies Readonly<Record<string, Dressing>>;

export type Disguise = keyof typeof disguises;

export type Dressing = (asked: Asked) => StatedMember;
export type Asked = { readonly member: StatedMember; readonly stranger: StatedMember; readonly random: Random };

function inLatin(member: StatedMember, change: (name: string) => string): StatedMember {
  const { fr } = member.names;
  if (!fr) return member;
  return { ...member, names: { ...member.names, fr: { family: change(fr.family), given: change(fr.given) } } };
}

function respelling(name: string, random: Random): string {
  const variants = transliterationVariants(name).slice(0, 6);
  return variants.length > 0 ? random.pick(variants) : name;
}

/** A letter lost, doubled or another, never the first. */
function slip(name: string, random: Random): string {
  if (name.length < 5) return name;
  const place = random.between(1, name.length - 2);
  const letter = name[place] ?? '';
  if (!/\p{Ll}/u.test(letter)) return name;
  const put = random.pick(['', `${letter}${letter}`, letter === 'b' ? 'd' : 'b']);
  return name.slice(0, place) + put + name.slice(place + 1);
}

/** The Latin given name is somebody else's, the Arabic one is right. */
function otherGivenName(member: StatedMember, stranger: StatedMember): StatedMember {
  const { fr, ar } = member.names;
  const given = stranger.names.fr?.given;
  return fr && ar && given ? { ...member, names: { ar, fr: { ...fr, given } } } : member;
}

/** Known at one counter by a name, in both scripts, that the other counter never heard. */
function otherName(member: StatedMember, { names }: StatedMember, part: 'family' | 'given'): StatedMember {
  const { fr, ar } = member.names;
  return {
    ...member,
    names: {
      ...(fr ? { fr: { ...fr, [part]: names.fr?.[part] ?? fr[part] } } : {}),
      ...(ar ? { ar: { ...ar, [part]: names.ar?.[part] ?? ar[part] } } : {}),
    },
  };
}

function exchanged(fr: StatedMember['names']['fr']) {
  return fr ? { fr: { family: fr.given, given: fr.family } } : {};
}

function partLeftOut(member: StatedMember): StatedMember {
  const { fr } = member.names;
  const [first = ''] = fr?.given.split(' ') ?? [];
  return fr && first !== fr.given ? { ...member, names: { ...member.names, fr: { ...fr, given: first } } } : member;
}

function withTitle(member: StatedMember): StatedMember {
  const { fr } = member.names;
  if (!fr) return member;
  const title = member.sex === 'F' ? 'Lalla' : 'Moulay';
  return { ...member, names: { ...member.names, fr: { ...fr, given: `${title} ${fr.given}` } } };
}

/** As a hurried hand types it: no hamza, no two dots. */
function withoutSigns(member: StatedMember): StatedMember {
  const { ar } = member.names;
  if (!ar) return member;
  const plain = (name: string) => name.replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه').replace(/ى/g, 'ي');
  return { ...member, names: { ...member.names, ar: { family: plain(ar.family), given: plain(ar.given) } } };
}

function born(member: StatedMember, birthDate: string): StatedMember {
  return { ...member, birthDate };
}
