/** What two agents made of one answer: what stood before, what the other one wrote, what this one wants. */
export type Conflict = {
  readonly place: string;
  readonly base?: unknown;
  readonly theirs?: unknown;
  readonly yours?: unknown;
  readonly at?: string;
};

export type Choice =
  | { readonly take: 'mine' }
  | { readonly take: 'theirs' }
  | { readonly take: 'other'; readonly value: unknown };

type Change = { readonly place: string; readonly from?: unknown; readonly to?: unknown };
type Correction = { readonly application: string; readonly changes: readonly Change[]; readonly reason: string };

/** The conflicts that a refusal tells, or none when it tells of something else. */
export function conflictsOf(
  refusal: { refused: string; facts?: Readonly<Record<string, unknown>> } | undefined,
): readonly Conflict[] {
  if (refusal?.refused !== 'changed-meanwhile' || typeof refusal.facts?.conflicts !== 'string') return [];
  const told = JSON.parse(refusal.facts.conflicts) as readonly Conflict[];
  return Array.isArray(told) ? told : [];
}

/**
 * The correction as the agent wants it now: each answer in conflict begins from what the other wrote, those left as theirs are no longer changed, all
 * others stay as they were. Undefined when nothing is left to correct.
 */
export function resolved(
  correction: Correction,
  conflicts: readonly Conflict[],
  choiceOf: (place: string) => Choice,
): Correction | undefined {
  const changes = correction.changes.flatMap((change): Change[] => {
    const conflict = conflicts.find(({ place }) => place === change.place);
    if (conflict === undefined) return [change];
    const choice = choiceOf(change.place);
    if (choice.take === 'theirs') return [];
    const to = choice.take === 'mine' ? change.to : choice.value;
    return [
      {
        place: change.place,
        ...(conflict.theirs === undefined ? {} : { from: conflict.theirs }),
        ...(to === undefined ? {} : { to }),
      },
    ];
  });
  return changes.length === 0 ? undefined : { ...correction, changes };
}
