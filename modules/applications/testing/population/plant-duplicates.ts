import type { Declaration, Member } from '#modules/eligibility';
import { communesOfProvince, findCommune } from '#modules/territory';
import { toDay } from './calendar.ts';
import { planOf } from './plans.ts';
import type { Filed, Others, Planting } from './plant.ts';
import type { Random } from './random.ts';
import { transliterationVariants } from './transliterations.ts';
import type { Disguise } from './truth.ts';

/** Files for a family that has filed before, under another look; the first of all households has nobody to copy and files for itself. */
export function plantDuplicate({ declaration, reference, index, random, others }: Planting): Omit<Filed, 'reference'> {
  const earlier = earlierHousehold(index, random, others);
  if (earlier === undefined) return { declaration, truths: [] };
  const { copy, disguises } = disguised(others.declarationOf(earlier), random);
  const of = others.referenceOf(earlier);
  const expected = disguises.includes('card-numbers-left-out') ? 'seen-as-a-likely-duplicate' : 'refused-at-intake';
  return { declaration: copy, truths: [{ kind: 'duplicate', reference, of, disguises, expected }] };
}

/** One of the last few thousand that files truly: a copy of a copy would be nobody's duplicate in particular. */
function earlierHousehold(index: number, random: Random, { seed, errors }: Others): number | undefined {
  const start = index - random.between(1, Math.min(5000, Math.max(1, index - 1)));
  for (let candidate = start; candidate > 0; candidate--) {
    if (planOf(seed, candidate, errors).plan.kind === 'nothing') return candidate;
  }
  return undefined;
}

type Copy = { readonly copy: Declaration; readonly disguises: readonly Disguise[] };

function disguised(original: Declaration, random: Random): Copy {
  const wanted = dressings.filter(({ share }) => random.chance(share));
  return (wanted.length > 0 ? wanted : dressings.slice(0, 1)).reduce<Copy>(
    ({ copy, disguises }, { disguise, dress }) => {
      const dressed = dress(copy, random);
      return dressed === copy ? { copy, disguises } : { copy: dressed, disguises: [...disguises, disguise] };
    },
    { copy: original, disguises: [] },
  );
}

/** Each gives the same object back when it finds nothing to change. */
const dressings: readonly {
  readonly disguise: Disguise;
  readonly share: number;
  readonly dress: (declaration: Declaration, random: Random) => Declaration;
}[] = [
  { disguise: 'names-respelled', share: 0.8, dress: respelled },
  { disguise: 'day-and-month-swapped', share: 0.3, dress: daysSwapped },
  { disguise: 'other-commune', share: 0.3, dress: moved },
  { disguise: 'card-numbers-left-out', share: 0.5, dress: cardsLeftOut },
];

/** Each name is respelled once, the same way for all who bear it. */
function respelled(declaration: Declaration, random: Random): Declaration {
  const chosen = new Map<string, string>();
  const respell = (name: string, share: number) => {
    const known = chosen.get(name);
    if (known !== undefined) return known;
    const variants = transliterationVariants(name).slice(0, 6);
    const spelling = variants.length > 0 && random.chance(share) ? random.pick(variants) : name;
    chosen.set(name, spelling);
    return spelling;
  };
  const members = declaration.members.map((member): Member => {
    const { fr } = member.names;
    if (fr === undefined) return member;
    return { ...member, names: { ...member.names, fr: { family: respell(fr.family, 0.9), given: respell(fr.given, 0.4) } } };
  });
  const changed = [...chosen].some(([name, spelling]) => name !== spelling);
  return changed ? { ...declaration, members } : declaration;
}

/** Of one adult or child, never so that the head becomes a minor or anybody is born after the deposit. */
function daysSwapped(declaration: Declaration, random: Random): Declaration {
  const swapped = declaration.members
    .map((member) => ({ ...member, birth_date: member.birth_date.replace(/-(\d\d)-(\d\d)$/, '-$2-$1') }))
    .filter((member, place) => isAnotherDay(member, declaration, place));
  if (swapped.length === 0) return declaration;
  const one = random.pick(swapped);
  return { ...declaration, members: declaration.members.map((member) => (member.ref === one.ref ? one : member)) };
}

function isAnotherDay({ birth_date }: Member, { members, filed_on }: Declaration, place: number): boolean {
  const grown = toDay(filed_on) - toDay(birth_date) > 20 * 366;
  const inCalendar = Number(birth_date.slice(5, 7)) <= 12;
  return inCalendar && birth_date !== members[place]?.birth_date && birth_date <= filed_on && (place > 0 || grown);
}

function moved(declaration: Declaration, random: Random): Declaration {
  const from = findCommune(declaration.commune);
  if (from === undefined) return declaration;
  const others = communesOfProvince(from.province).filter(({ code, milieu }) => milieu === from.milieu && code !== from.code);
  return others.length === 0 ? declaration : { ...declaration, commune: random.pick(others).code };
}

function cardsLeftOut(declaration: Declaration): Declaration {
  return { ...declaration, members: declaration.members.map(({ cnie: _leftOut, ...member }) => member) };
}
