import { z } from 'zod';

const Names = z.object({ fr: z.string(), ar: z.string() });
const Seat = z.enum(['chair', 'titular', 'substitute', 'secretary']);
const Institution = z.enum(['interior', 'health', 'finance', 'entraide_nationale', 'local_authority']);
const Outcome = z.enum(['poor', 'vulnerable', 'refused', 'adjourned', 'enquiry', 'upheld', 'reformed', 'sent_back']);

/** A value of the law as it stood on the day of the sitting, with the day it began and how sure we were of it. */
const stated = <Value extends z.ZodType>(value: Value) => z.object({ value, from: z.string(), status: z.string() });

const Law = z.object({
  institutions: stated(z.array(Institution)),
  quorum: stated(z.int()),
  chair: stated(Institution).optional(),
  combination: stated(z.string()).optional(),
  batch_size: stated(z.int()).optional(),
  batch_reading_seconds: stated(z.int()).optional(),
  overrides_before_second: stated(z.int()).optional(),
});

/** Everyone with a mandate on the day, present or not; nobody who never came has a presence. */
const Member = z.object({
  member: z.string(),
  institution: Institution,
  seat: Seat,
  name: Names,
  presence: z.array(z.object({ moved: z.enum(['arrived', 'left']), at: z.string() })),
});

const Opinion = z.object({ institution: Institution, member: z.string(), outcome: Outcome, words: z.string().nullable() });

/** What the decision rests on, so that it can be made again: digests of the declaration, of the formula and of the score. */
const BasedOn = z.object({ declaration: z.string(), formula: z.string(), formula_digest: z.string(), result: z.string() });

/** What a provincial commission adds: which appeal, what the first decision was and what it becomes, and why, criterion by criterion. */
const AppealLine = z.object({
  number: z.string(),
  first: Outcome,
  becomes: Outcome.nullable(),
  reasons: z.array(z.object({ criterion: z.string(), reason: z.string(), words: z.string().nullable() })),
});

const Decision = z.object({
  position: z.int(),
  /** The number of the request that people read, and its head as on every form. */
  file: z.string(),
  head: Names,
  proposal: z.string().nullable(),
  outcome: Outcome,
  reason: z.string(),
  remark: z.string().nullable(),
  against_score: z.boolean(),
  batch: z.int().nullable(),
  opinions: z.array(Opinion),
  combined_by: z.string().nullable(),
  /** The member who confirmed it as the second person. */
  seconded_by: z.string().nullable(),
  enquiry: z.object({ question: z.string(), points: z.array(z.string()), due_on: z.string() }).nullable(),
  ruled_at: z.string(),
  based_on: BasedOn.nullable(),
  appeal: AppealLine.optional(),
});

/**
 * The minutes as sealed: everything that is ever printed of a sitting, so that its paper is the same whatever changes later. `file` and
 * `member` in the lists point into `decisions` and `members`.
 */
export const Minutes = z.object({
  schema: z.literal('ramed.minutes/2'),
  number: z.string(),
  kind: z.enum(['cpl', 'cpp']),
  territory: z.string(),
  /** The place it is named after: the commune, or the province of a provincial commission. */
  commission: Names,
  held_on: z.string(),
  starts_at: z.string().nullable(),
  place: Names.nullable(),
  opened_at: z.string(),
  sealed_at: z.string(),
  law: Law,
  members: z.array(Member),
  recusals: z.array(
    z.object({
      file: z.string(),
      member: z.string(),
      ground: z.enum(['own-family', 'declared', 'decided-first']),
      words: z.string().nullable(),
    }),
  ),
  written_opinions: z.array(
    z.object({ file: z.string(), institution: Institution, outcome: Outcome, words: z.string(), received_on: z.string() }),
  ),
  decisions: z.array(Decision),
});
export type Minutes = z.output<typeof Minutes>;

type Name = { readonly family: string; readonly given: string };

/** The head of a family as minutes name one, as on every form: in Latin letters the family name first and in capitals. */
export function headOf({ fr, ar }: { readonly fr?: Name | undefined; readonly ar?: Name | undefined } = {}) {
  return { fr: fr ? `${fr.family.toUpperCase()} ${fr.given}` : '', ar: ar ? `${ar.given} ${ar.family}` : '' };
}

/** What a first form of minutes held: who sat for which institution, and the decisions without the names of heads. */
const FirstMinutes = z.object({
  schema: z.literal('ramed.minutes/1'),
  number: z.string(),
  territory: z.string(),
  held_on: z.string(),
  present: z.array(z.object({ institution: Institution, member: z.string() })),
  decisions: z.array(
    Decision.pick({ position: true, file: true, proposal: true, outcome: true, reason: true, remark: true, against_score: true }),
  ),
});

/** Reads sealed minutes of any form there ever was. Throws on a text that is no minutes. */
export function parseMinutes(text: string): Minutes {
  const read: unknown = JSON.parse(text);
  const first = FirstMinutes.safeParse(read);
  return first.success ? fromFirst(first.data) : Minutes.parse(read);
}

/** What the first form did not hold stays empty; nothing is looked up that may have changed since. */
function fromFirst({ present, decisions, ...sealed }: z.output<typeof FirstMinutes>): Minutes {
  const unnamed = { fr: '', ar: '' };
  const unknown = {
    batch: null,
    opinions: [],
    combined_by: null,
    seconded_by: null,
    enquiry: null,
    ruled_at: '',
    based_on: null,
  };
  return {
    ...sealed,
    schema: 'ramed.minutes/2',
    kind: 'cpl',
    commission: unnamed,
    starts_at: null,
    place: null,
    opened_at: '',
    sealed_at: '',
    law: { institutions: { value: [], from: '', status: '' }, quorum: { value: 0, from: '', status: '' } },
    members: present.map(({ institution, member }, index) => ({
      member: String(index),
      institution,
      seat: 'titular',
      name: { fr: member, ar: member },
      presence: [{ moved: 'arrived', at: '' }],
    })),
    recusals: [],
    written_opinions: [],
    decisions: decisions.map((decision) => ({ ...decision, head: unnamed, ...unknown })),
  };
}
