import { type Refusal, refuse } from '#platform/refusals';
import type { Institution } from './quorum.ts';

export const institutions = [
  'interior',
  'health',
  'finance',
  'entraide_nationale',
  'local_authority',
] as const satisfies readonly Institution[];

/** A seat on a commission. The chair, titular members and substitutes rule for their institution; the secretary writes. */
export const seats = ['chair', 'titular', 'substitute', 'secretary'] as const;
export type Seat = (typeof seats)[number];

export type Seated = { readonly institution: Institution; readonly seat: Seat };
export type Mandate = { readonly held_from: string; readonly held_to: string | null };

/** Whether whoever holds the seat rules, and counts for the quorum. */
export function hasVoice({ seat }: Pick<Seated, 'seat'>): boolean {
  return seat !== 'secretary';
}

/** Whether a mandate is in force on a day. */
export function isInForce(mandate: Mandate, day: string): boolean {
  return mandate.held_from <= day && (mandate.held_to === null || day <= mandate.held_to);
}

/**
 * Whether these can be seated beside those who are: for each institution one principal (the chair or a titular member) and any substitutes; one
 * chair, of the institution that the law says; one secretary.
 */
export function decideSeating(
  seated: readonly Seated[],
  added: readonly Seated[],
  chair: Institution,
): Refusal<'seat-taken' | 'chair-elsewhere'> | undefined {
  const taken = new Set(seated.flatMap(placesOf));
  for (const [index, member] of added.entries()) {
    if (member.seat === 'chair' && member.institution !== chair)
      return refuse('chair-elsewhere', { place: `members[${index}].seat`, facts: { institution: chair } });
    const places = placesOf(member);
    if (places.some((place) => taken.has(place)))
      return refuse('seat-taken', { place: `members[${index}].seat`, facts: { institution: member.institution } });
    for (const place of places) taken.add(place);
  }
  return undefined;
}

/** The places that only one member can have. */
function placesOf({ institution, seat }: Seated): readonly string[] {
  if (seat === 'substitute') return [];
  return seat === 'secretary' ? ['secretary'] : [`principal of ${institution}`];
}

/** A member as the books have one, to tell whether two are the same person. */
export type Person = { readonly name_fr: string; readonly agent_id: string | null; readonly cnie: string | null };

export type MandateRefusal = 'seat-taken' | 'chair-elsewhere' | 'seated-already';

/** Whether one more mandate fits beside those that are, or will be, in force from its first day on: no seat twice, no person twice. */
export function decideMandate(
  held: readonly (Seated & Person)[],
  added: Seated & Person,
  chair: Institution,
): Refusal<MandateRefusal> | undefined {
  if (held.some((member) => isSamePerson(member, added))) return refuse('seated-already', { place: 'nameFr' });
  const refused = decideSeating(held, [added], chair);
  return refused && { ...refused, place: 'seat' };
}

/** By account and by card where both are known; by institution and name where they are not. */
function isSamePerson(one: Seated & Person, other: Seated & Person): boolean {
  if (one.agent_id !== null && other.agent_id !== null) return one.agent_id === other.agent_id;
  if (one.cnie !== null && other.cnie !== null) return one.cnie === other.cnie;
  return one.institution === other.institution && one.name_fr === other.name_fr;
}

/** The account behind an actor of the journal; undefined for the scheme's own hand. */
export function agentOf(actor: string): string | undefined {
  return actor.startsWith('agent:') ? actor.slice('agent:'.length) : undefined;
}
