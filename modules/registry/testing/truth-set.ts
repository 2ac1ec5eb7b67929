import { type Random, randomOf, type Weighted } from '../../applications/testing/population/random.ts';
import type { HouseholdStatement } from '../index.ts';
import { type Disguise, disguises, type StatedMember } from './disguises.ts';

/** A member of a household, by the request that states it. */
export type MemberRef = `${string}/${number}`;

/** Two members of whom it is known whether they are one person. Invented, like the families. */
export type Truth = {
  readonly kind: 'duplicate' | 'namesake';
  readonly one: MemberRef;
  readonly other: MemberRef;
  readonly disguises: readonly Disguise[];
  /** The family came with them, or they are stated among others. */
  readonly withFamily: boolean;
};

export type Planted = { readonly statement: HouseholdStatement; readonly truths: readonly Truth[] };

export type Planting = {
  readonly seed: string;
  readonly newRequest: () => string;
  /** How many of the households have something planted beside them; what follows is split among the kinds. */
  readonly share: number;
};

/**
 * Families as they are, and beside some of them what makes a register hard to read: the same family entered again at another counter in
 * other words; one of them entered again in another household; a namesake of one of them, born in the same year, who is somebody else. The
 * same seed gives the same set.
 */
export function* plantTruths(families: Iterable<HouseholdStatement>, planting: Planting): Generator<Planted> {
  const random = randomOf(planting.seed, 'duplicates');
  let before: HouseholdStatement | undefined;
  for (const family of families) {
    yield { statement: family, truths: [] };
    if (before && random.chance(planting.share)) yield plant({ of: before, beside: family, random }, planting.newRequest());
    before = family;
  }
}

type Place = {
  /** Whose member is found again. */
  readonly of: HouseholdStatement;
  /** Neighbours: the others of the household in which one member appears. */
  readonly beside: HouseholdStatement;
  readonly random: Random;
};

function plant(place: Place, requestId: string): Planted {
  const kind = place.random.weighted([
    ['family', 45],
    ['member', 35],
    ['namesake', 20],
  ] as const);
  if (kind === 'family') return familyAgain(place, requestId);
  return kind === 'member' ? memberElsewhere(place, requestId) : namesake(place, requestId);
}

/** Without their cards, or they would be known at once; one in eight with a card misread. Some are left out, some have moved. */
function familyAgain({ of, beside, random }: Place, requestId: string): Planted {
  const kept = of.members.filter((member, at) => at === 0 || member.relation === 'spouse' || random.chance(0.85));
  const again = kept.map((member) => ({ of: member, ...disguised(member, beside, random) }));
  const territory = random.chance(0.3) ? beside.territory : of.territory;
  return {
    statement: { ...of, requestId, territory, members: again.map(({ member }) => member) },
    truths: again.map((one) => ({
      kind: 'duplicate',
      one: `${of.requestId}/${one.of.ref}`,
      other: `${requestId}/${one.of.ref}`,
      disguises: one.worn,
      withFamily: true,
    })),
  };
}

/** Married, taken in, back with the parents: a person among new kin, most often in the same commune. */
function memberElsewhere({ of, beside, random }: Place, requestId: string): Planted {
  const person = random.pick(of.members);
  const { member, worn } = disguised(person, beside, random);
  const territory = random.chance(0.75) ? of.territory : beside.territory;
  return {
    statement: { ...beside, requestId, territory, members: [alone(member)] },
    truths: [
      {
        kind: 'duplicate',
        one: `${of.requestId}/${person.ref}`,
        other: `${requestId}/1`,
        disguises: worn,
        withFamily: false,
      },
    ],
  };
}

/** The same names in both scripts, the same sex, the same commune for half of them, born in the same year on another day. */
function namesake({ of, beside, random }: Place, requestId: string): Planted {
  const person = random.pick(of.members);
  const day = `${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(2, 28)).padStart(2, '0')}`;
  const { cnie: _card, ...other } = { ...person, birthDate: `${person.birthDate.slice(0, 4)}-${day}` };
  const members = random.chance(0.5) ? [alone(other)] : [alone(other), ...strangers(beside)];
  return {
    statement: { ...beside, requestId, territory: random.chance(0.5) ? of.territory : beside.territory, members },
    truths: [
      {
        kind: 'namesake',
        one: `${of.requestId}/${person.ref}`,
        other: `${requestId}/1`,
        disguises: [],
        withFamily: false,
      },
    ],
  };
}

function alone(member: StatedMember): StatedMember {
  return { ...member, ref: 1, relation: 'head' };
}

/** Two children of nobody else in the register: given names of the neighbours' under years of birth of their own. */
function strangers({ members }: HouseholdStatement): StatedMember[] {
  return members.slice(0, 2).map(({ cnie: _card, ...member }, at) => ({
    ...member,
    ref: at + 2,
    relation: 'child',
    birthDate: `${2001 + ((Number(member.birthDate.slice(8)) + at * 7) % 19)}-07-1${at}`,
  }));
}

function disguised(member: StatedMember, beside: HouseholdStatement, random: Random) {
  const stranger = random.pick(beside.members);
  const { cnie, ...bare } = member;
  let worn: Disguise[] = [];
  let dressed: StatedMember = cnie && random.chance(0.12) ? { ...bare, cnie: misread(cnie) } : bare;
  for (const disguise of chosen(random)) {
    const changed = disguises[disguise]({ member: dressed, stranger, random });
    if (JSON.stringify(changed) === JSON.stringify(dressed)) continue;
    worn = [...worn, disguise];
    dressed = changed;
  }
  return { member: dressed, worn };
}

/** A name in one way, seldom in two; a date in one way or none; signs as they come. */
function chosen(random: Random): readonly Disguise[] {
  const names = [random.weighted(waysOfNames), ...(random.chance(0.15) ? [random.weighted(waysOfNames)] : [])];
  const signs = random.chance(0.3) ? ('arabic-signs' as const) : undefined;
  return [...names, random.weighted(waysOfDates), signs].filter((disguise) => disguise !== undefined);
}

const waysOfNames: readonly Weighted<Disguise | undefined>[] = [
  [undefined, 25],
  ['respelled', 33],
  ['letter-slip', 10],
  ['arabic-left-out', 8],
  ['latin-left-out', 6],
  ['scripts-disagree', 4],
  ['other-family-name', 4],
  ['other-given-name', 3],
  ['names-exchanged', 3],
  ['part-left-out', 2],
  ['titled', 2],
];
const waysOfDates: readonly Weighted<Disguise | undefined>[] = [
  [undefined, 62],
  ['day-and-month-swapped', 14],
  ['year-alone', 10],
  ['day-slip', 8],
  ['year-slip', 6],
];

/** The last figure one more: a card that nobody of the register holds is most likely, and a slip it stays. */
function misread(card: string): string {
  return card.slice(0, -1) + ((Number(card.slice(-1)) + 1) % 10);
}
