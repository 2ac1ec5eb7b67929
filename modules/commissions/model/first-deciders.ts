/** Who had a hand in a decision: those who sat, and the agents who recorded or validated it. */
export type FirstDeciders = {
  readonly seats: readonly Person[];
  /** As the journal names them: `agent:<id>`. */
  readonly actors: readonly string[];
};

/** A person of a commission, known by an account, by a national card, or by name alone. */
export type Person = {
  readonly agent_id: string | null;
  readonly cnie: string | null;
  readonly name_fr: string;
  readonly name_ar: string;
};

/** Whether a person had a hand in the decision. A name alone counts only where nothing better tells two persons apart. */
export function tookPart(person: Person, { seats, actors }: FirstDeciders): boolean {
  if (person.agent_id !== null && actors.includes(`agent:${person.agent_id}`)) return true;
  return seats.some((seat) => isSame(person, seat));
}

function isSame(one: Person, other: Person): boolean {
  if (one.agent_id !== null && other.agent_id !== null) return one.agent_id === other.agent_id;
  if (one.cnie !== null && other.cnie !== null) return one.cnie === other.cnie;
  return one.name_ar === other.name_ar && one.name_fr === other.name_fr;
}

/** Whether whoever does a deed had a hand in the decision. */
export function actedFirst(actor: string, { seats, actors }: FirstDeciders): boolean {
  return actors.includes(actor) || seats.some(({ agent_id }) => agent_id !== null && actor === `agent:${agent_id}`);
}
