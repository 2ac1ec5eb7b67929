import type { Outcome, ReasonCode } from '#modules/commissions';
import type { Refusal } from '#platform/refusals';
import type { Entry, State } from '../../offline/index.ts';
import type { Opinion } from './room.ts';

/** A ruling as this computer sends it: the identifier is its own, so that it can be undone before it has arrived. */
export type MadeRuling = {
  readonly id: string;
  readonly application: string;
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
  readonly remark?: string;
  readonly opinions?: readonly Opinion[];
  readonly enquiry?: { readonly question: string; readonly points: readonly string[]; readonly dueOn: string };
  readonly ruledAt: string;
};
export type Move = { readonly member: string; readonly moved: 'arrived' | 'left'; readonly at: string };

/** What is done in a sitting, as the outbox keeps it and as the room shows it before the server has it. */
export type LocalWork =
  | { readonly does: 'rule'; readonly rulings: readonly MadeRuling[]; readonly batch?: number }
  | { readonly does: 'undo'; readonly ruling: string }
  | { readonly does: 'move'; readonly moves: readonly Move[] }
  | { readonly does: 'recuse'; readonly application: string; readonly member: string };

/** making: pressed, not yet sealed on this computer · kept: on it, not known to have arrived · arrived: at the server since the room was last asked · refused: told in words. */
export type LocalDeed = {
  readonly key: string;
  readonly work: LocalWork;
  readonly state: 'making' | 'kept' | 'arrived' | 'refused';
  readonly refusal?: Refusal;
  /** The item of the outbox that holds it, when it is known. */
  readonly item?: string;
};

export const deedOf = {
  rule: 'commissions.record-decisions',
  undo: 'commissions.undo-decision',
  move: 'commissions.note-presence',
  recuse: 'commissions.declare-conflict',
} as const;

type Input = {
  readonly rulings?: readonly MadeRuling[];
  readonly batch?: { readonly number: number };
  readonly ruling?: string;
  readonly moves?: readonly Move[];
  readonly application?: string;
  readonly member?: string;
};

/**
 * What the outbox tells of a sitting, in the order in which it was done: all there is after the power was cut. `arrived`: also what the server has
 * acknowledged, for when the room itself was kept before that.
 */
export function deedsInOutbox(
  entries: readonly Entry[],
  sitting: string,
  { arrived = false }: { readonly arrived?: boolean } = {},
): readonly LocalDeed[] {
  return entries.flatMap((entry) => {
    const { item, standing } = entry;
    if (item.file !== `sitting:${sitting}` || item.work.does !== 'deed') return [];
    if (standing.state === 'acknowledged') return arrived ? arrivedDeed(entry) : [];
    if (item.work.input === null || !fates[standing.state]) return [];
    const work = workOf(item.work.deed, item.work.input as Input);
    if (work === undefined) return [];
    const { refusal } = standing;
    return [{ key: keyOf(work), work, item: item.id, state: fates[standing.state] ?? 'kept', ...(refusal ? { refusal } : {}) }];
  });
}

const fates: Partial<Record<State, LocalDeed['state']>> = {
  waiting: 'kept',
  sent: 'kept',
  refused: 'refused',
  quarantined: 'refused',
};

type Recorded = Pick<MadeRuling, 'id' | 'application' | 'outcome' | 'reason'>;

/** Of what has arrived nothing is left here but what the server said of it. */
function arrivedDeed({ item, standing: { output } }: Entry): readonly LocalDeed[] {
  if (item.work.does !== 'deed' || typeof output !== 'object' || output === null) return [];
  const said = output as { readonly rulings?: readonly Recorded[]; readonly ruling?: string };
  const rulings = said.rulings?.map((ruling) => ({ ...ruling, ruledAt: item.madeAt }));
  const work = workOf(item.work.deed, { ...(rulings ? { rulings } : {}), ...(said.ruling ? { ruling: said.ruling } : {}) });
  return work === undefined ? [] : [{ key: keyOf(work), work, item: item.id, state: 'arrived' }];
}

function workOf(deed: string, input: Input): LocalWork | undefined {
  const { rulings, batch, ruling, moves, application, member } = input;
  if (deed === deedOf.rule && rulings) return { does: 'rule', rulings, ...(batch ? { batch: batch.number } : {}) };
  if (deed === deedOf.undo && ruling) return { does: 'undo', ruling };
  if (deed === deedOf.move && moves) return { does: 'move', moves };
  if (deed === deedOf.recuse && application && member) return { does: 'recuse', application, member };
  return undefined;
}

/** One name for the same deed in the outbox and in the window that did it. */
export function keyOf(work: LocalWork): string {
  switch (work.does) {
    case 'rule':
      return `rule ${work.rulings.map(({ id }) => id).join(' ')}`;
    case 'undo':
      return `undo ${work.ruling}`;
    case 'move':
      return `move ${work.moves.map(({ member, at }) => `${member} ${at}`).join(' ')}`;
    case 'recuse':
      return `recuse ${work.application} ${work.member}`;
  }
}

/** Each deed once, in its order: what this window knows of it goes before what the outbox says, which may be of a moment ago. */
export function joined(inOutbox: readonly LocalDeed[], here: readonly LocalDeed[]): readonly LocalDeed[] {
  const known = new Map(here.map((deed) => [deed.key, deed]));
  const older = inOutbox.map((deed) => {
    const own = known.get(deed.key);
    return own === undefined ? deed : own.state === 'kept' || own.state === 'making' ? { ...own, ...deed } : own;
  });
  const before = new Set(inOutbox.map(({ key }) => key));
  return [...older, ...here.filter(({ key }) => !before.has(key))];
}
