import type { Cnie, Declaration, Member } from '#modules/eligibility';
import type { Magic, MagicEffect } from '../../../../partners/magic.ts';
import { ageOn, toDay } from './calendar.ts';
import { magicCardNumber } from './card-number.ts';
import { magicOf, type Plan } from './plans.ts';
import type { Planting } from './plant.ts';
import type { Random } from './random.ts';
import type { Truth } from './truth.ts';

export type RegisterPlan = Extract<Plan, { kind: 'double-cover' | 'identity-mismatch' }>;

/** Gives one member a card number to which a register answers something else than what was declared. */
export function plantRegisterFact(plan: RegisterPlan, { declaration, reference, index, random }: Planting): Planted {
  const { member, magic } = choose(plan, declaration, random);
  const cnie = magicCardNumber(declaration.commune.slice(0, 2), index, magic.digits) as Cnie;
  const about = { reference, member: member.ref, effect: magic.effect, expected: plan.expected };
  if (plan.kind === 'identity-mismatch') {
    return { declaration: withMember(declaration, { ...member, cnie }), truths: [{ kind: plan.kind, ...about }] };
  }
  const cover = coverOf(magic.effect);
  const open = plan.expected !== 'no-obstacle';
  const declared = open && random.chance(honest);
  const expected = declared ? 'refused-at-intake' : plan.expected;
  const stated = { ...member, cnie, other_cover: declared ? cover : null };
  const found: Truth = { kind: plan.kind, ...about, expected, register: magic.partners[0], declared };
  const path = `members[${member.ref - 1}].other_cover`;
  const lie: Truth = { kind: 'false-declaration', reference, member: member.ref, path, stated: null, really: cover, expected };
  return {
    declaration: { ...withMember(declaration, stated), no_other_cover_declared: !declared },
    truths: open && !declared ? [found, lie] : [found],
  };
}

export type Planted = { readonly declaration: Declaration; readonly truths: readonly Truth[] };

/** One in ten families with another cover says so, and is told at once that it cannot ask. */
const honest = 0.1;

function coverOf(effect: string): NonNullable<Member['other_cover']> {
  return effect.startsWith('cnss')
    ? 'cnss'
    : effect.startsWith('cnops')
      ? 'cnops'
      : effect.startsWith('students')
        ? 'students'
        : 'art114';
}

/** Who the fact is about: of the family of article 116 and with a card number. Where nobody fits, another fact of the same kind is planted. */
function choose(plan: RegisterPlan, { members, filed_on }: Declaration, random: Random): { member: Member; magic: Magic } {
  const filedOn = toDay(filed_on);
  const aged = members.map((member) => ({ member, age: ageOn(filedOn, toDay(member.birth_date)) }));
  const carrying = aged.filter(({ member, age }) => member.cnie !== undefined && isCovered(member, age));
  const wish = wishes[plan.magic.effect];
  const fitting = wish === undefined ? [] : carrying.filter(({ member, age }) => wish.who(member, age));
  if (fitting.length > 0) return { member: random.pick(fitting).member, magic: plan.magic };
  const { member } = random.pick(carrying.filter(({ age }) => age >= 18));
  return { member, magic: wish === undefined ? plan.magic : magicOf(wish.otherwise) };
}

function isCovered({ relation, schooling, disabled }: Member, age: number): boolean {
  if (relation === 'head' || relation === 'spouse') return true;
  return relation === 'child' && (age < 21 || (age < 26 && schooling !== 'none') || disabled === true);
}

type Wish = { readonly who: (member: Member, age: number) => boolean; readonly otherwise: MagicEffect };

/** A student for the students' scheme; nobody who files in person for a death. */
const wishes: Readonly<Partial<Record<MagicEffect, Wish>>> = {
  'cnops-dependant': { who: ({ relation }) => relation === 'spouse', otherwise: 'cnops-open' },
  'students-open': { who: ({ schooling }, age) => age >= 17 && schooling !== 'none', otherwise: 'art114-open' },
  deceased: { who: ({ relation }, age) => relation !== 'head' && age >= 18, otherwise: 'unknown' },
};

function withMember(declaration: Declaration, changed: Member): Declaration {
  return { ...declaration, members: declaration.members.map((member) => (member.ref === changed.ref ? changed : member)) };
}
