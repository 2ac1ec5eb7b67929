import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import type { Shown } from '#platform/audit';
import { digestOf } from '#platform/canonical-json';
import { toDate } from '#platform/dates';
import { type Actor, territoryOf } from '#platform/permissions';
import { AskedRight, type CodeReader, rightFields, wantedOf } from '../model/asked-right.ts';
import { answerStates, nextSteps } from '../model/right-answer.ts';
import { answerAll } from './answer-all.ts';

const ScriptName = z.object({ family: z.string(), given: z.string() });
const Person = z.object({
  ref: z.int(),
  names: z.object({ fr: ScriptName.optional(), ar: ScriptName.optional() }),
  birthYear: z.int(),
  sex: z.enum(['F', 'M']),
  /** Whose national card was asked. */
  isAsked: z.boolean(),
});

const Answer = z.object({
  state: z.enum(answerStates),
  since: z.string().optional(),
  until: z.string().optional(),
  emergenciesUntil: z.string().optional(),
  reason: z.string().optional(),
  next: z.enum(nextSteps).optional(),
  category: z.enum(['poor', 'vulnerable']).optional(),
  registration: z.string().optional(),
  /** The serial of the card whose code was asked: revoked or not is for the cards to say. */
  card: z.string().optional(),
  due: z.object({ notice: z.string(), amountCentimes: z.int() }).optional(),
  persons: z.array(Person).optional(),
  /** The file that the answer is about; absent when there is none. Not for whoever asks from outside. */
  about: z.object({ subject: z.string(), territory: z.string() }).optional(),
});

const Asked = z.object({
  subjects: z.array(AskedRight).min(1).max(1_000),
  /** The day asked about; today unless it is said. */
  on: z.iso.date().optional(),
  /** As it was known at this moment; now unless it is said. */
  knownAt: z.iso.datetime({ offset: true }).optional(),
  /** What is wanted beside the state; everything unless it is said. */
  fields: z.array(z.enum(rightFields)).default([...rightFields]),
});

/**
 * Whether somebody has rights on a day, as it was known at a moment: one answer for each who is asked, in their order. Whoever asks must know the
 * number, the card with the birth date, or hold the signed code; every answer is noted with what it said.
 */
export const rightOf = (readCode: CodeReader) =>
  defineQuery({
    name: 'entitlements.right-of',
    summary: 'Whether somebody has rights on a day, as it was known at a moment, with the next step',
    permission: 'entitlements:ask-right',
    reach: 'nation',
    input: Asked,
    output: z.object({ on: z.string(), knownAt: z.string(), answers: z.array(Answer) }),
    noted: ({ answers }, { subjects, fields }, actor) =>
      answers.map((answer, place) => toShown(answer, { asked: subjects[place], fields, actor })),
    async run({ tx, now, today }, { subjects, on, knownAt, fields }) {
      const day = on ?? today.toString();
      const known = knownAt === undefined ? now : Temporal.Instant.from(knownAt);
      const isPast = Temporal.Instant.compare(known, now) < 0;
      const wanted = subjects.map((subject) => wantedOf(subject, readCode, toDate(day)));
      const answers = await answerAll(tx, wanted, {
        day,
        now: now.toString(),
        knownAt: isPast ? known.toString() : undefined,
        fields,
      });
      return { on: day, knownAt: (isPast ? known : now).toString(), answers };
    },
  });

export type RightQuestion = ReturnType<typeof rightOf>;

type Noting = { readonly asked: AskedRight | undefined; readonly fields: readonly string[]; readonly actor: Actor };

/** Under the family's file; of nobody, under a digest of what was asked, so that the journal tells nobody's card. */
function toShown({ about, state }: z.output<typeof Answer>, { asked, fields, actor }: Noting): Shown {
  const told = fields.length === 0 ? state : `${state}:${fields.join(',')}`;
  if (about) return { ...about, told };
  return { subject: `search:${digestOf(asked ?? null)}`, territory: territoryOf(actor), shown: 0, told };
}
