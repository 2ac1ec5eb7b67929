import { z } from 'zod';
import { Declaration } from '#modules/eligibility';
import { defineQuery } from '#platform/actions';
import { hasValidCheckDigit, normaliseTyped } from '#platform/numbers';
import { passagesFrom, type State } from '../model/lifecycle.ts';
import { stepNames, stepsOf } from '../model/next-steps.ts';
import {
  findApplication,
  findByCitizenPair,
  findByHeadCard,
  findByNumber,
  findLatestAssessment,
  listPassages,
} from '../store/applications.ts';
import type { ApplicationRow, PassageRow } from '../store/tables.ts';

const Passage = z.object({
  from: z.string().nullable(),
  to: z.string(),
  deed: z.string(),
  at: z.string(),
  actor: z.string(),
  reason: z.string().nullable(),
});

const File = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  state: z.string(),
  since: z.string(),
  territory: z.string(),
  filed_on: z.string(),
  names: Declaration.shape.members.element.shape.names,
  proposal: z.string().nullable(),
  outcome: z.string().nullable(),
  closed_for: z.string().nullable(),
  passages: z.array(Passage),
});

/** What a family may be told of its own file over a counter: not who of the staff touched it, nor what is not decided yet. */
const Followed = File.omit({ proposal: true }).extend({ passages: z.array(Passage.omit({ actor: true, reason: true })) });
export type Followed = z.output<typeof Followed>;

/**
 * A file by what its family knows: the number on the receipt, with the head's birth date. Says nothing at all, and the same nothing,
 * for an unknown number and for a wrong date.
 */
export const followedFile = defineQuery({
  name: 'applications.followed-file',
  summary: 'A request by its number and the birth date of its head: where it stands and what happened to it',
  permission: 'public:follow',
  reach: 'nation',
  input: z.object({ number: z.string().max(40), birthDate: z.iso.date() }),
  output: z.object({ file: Followed.optional() }),
  async run({ tx }, input) {
    const file = await findByCitizenPair(tx, normaliseTyped(input.number), input.birthDate);
    if (!file) return {};
    const told = toFile(file, await listPassages(tx, file.id));
    return { file: { ...told, outcome: isAnnounced(file.state) ? told.outcome : null } };
  },
});

/**
 * Which file the head's national card opens with its birth date, for the portal alone: it then shows the steps and the next action, and
 * nothing else, since both facts stand on a card that others have in hand.
 */
export const fileByCard = defineQuery({
  name: 'applications.file-by-card',
  summary: 'Which request the national card and birth date of its head lead to',
  permission: 'public:follow',
  reach: 'nation',
  internal: true,
  input: z.object({ cnie: z.string().max(40), birthDate: z.iso.date() }),
  output: z.object({ file: z.object({ id: z.string(), territory: z.string() }).optional() }),
  run: async ({ tx }, { cnie, birthDate }) => ({ file: await findByHeadCard(tx, normaliseTyped(cnie), birthDate) }),
});

/** Until the province validates it, a commission may still be asked to think again. */
function isAnnounced(state: State): boolean {
  return state !== 'decided';
}

function toFile(file: ApplicationRow, passages: readonly PassageRow[]): z.input<typeof File> {
  const { id, number, kind, state, since, territory, filed_on, proposal, outcome, closed_for } = file;
  const steps = passages.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    deed: row.deed_name,
    at: row.at,
    actor: row.actor,
    reason: row.reason,
  }));
  return {
    id,
    number,
    kind,
    state,
    since,
    territory,
    filed_on,
    names: file.head_names,
    proposal,
    outcome,
    closed_for,
    passages: steps,
  };
}

/** Which file bears a number, within the asker's jurisdiction: an agent has the receipt in hand, not the identifier. */
export const fileNumbered = defineQuery({
  name: 'applications.file-numbered',
  summary: 'The file that bears a number, within the jurisdiction',
  permission: 'applications:read',
  input: z.object({ number: z.string().max(40) }),
  output: z.object({ file: z.object({ id: z.string(), territory: z.string() }).optional() }),
  noted: ({ file }) => toShown(file),
  async run({ tx }, { number }) {
    const file = await findByNumber(tx, normaliseTyped(number));
    return { file: file && { id: file.id, territory: file.territory } };
  },
});

/** One file whole, for the agents whose jurisdiction it is in: what was declared, where it stands, what may happen next. */
export const oneFile = defineQuery({
  name: 'applications.one-file',
  summary: 'One file whole: what was declared, where it stands, what may happen next',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({
    file: File.extend({ declaration: Declaration, next: z.array(z.string()), steps: z.array(z.enum(stepNames)) }).optional(),
  }),
  noted: ({ file }) => toShown(file),
  async run({ tx, actor }, { application }) {
    const file = await findApplication(tx, application);
    if (!file) return {};
    return {
      file: {
        ...toFile(file, await listPassages(tx, file.id)),
        declaration: file.declaration,
        next: passagesFrom(file.state),
        steps: [...stepsOf(file.state, actor.role)],
      },
    };
  },
});

/** A file that was there to be seen. */
function toShown(file: { readonly id: string; readonly territory: string } | undefined) {
  return file ? [{ subject: `application:${file.id}`, territory: file.territory }] : [];
}

const Assessed = z.object({
  formula: z.string(),
  formula_digest: z.string(),
  input_digest: z.string(),
  result: z.string(),
  result_digest: z.string(),
  assessed_at: z.string(),
});

/** The latest score of a file with its whole explanation, as the bytes that were stored. */
export const assessmentOfFile = defineQuery({
  name: 'applications.assessment-of-file',
  summary: 'The latest score of a file with its explanation, as stored',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ assessment: Assessed.optional() }),
  run: async ({ tx }, { application }) => ({ assessment: await findLatestAssessment(tx, application) }),
});

/** Whether a typed number can be one of ours at all: tells a slip of the finger from a file that is not there. */
export function looksLikeApplicationNumber(typed: string): boolean {
  const number = normaliseTyped(typed);
  return number.length === 12 && hasValidCheckDigit(number);
}
