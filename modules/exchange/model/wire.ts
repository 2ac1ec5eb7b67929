import { z } from 'zod';
import { type AskedSubject, coverSchemes } from './subject.ts';

/** The partners' answers as their manuals state them. Keys we do not know are let through unread; a wrong type or word is refused. */
export const AnswerEnvelope = z.object({
  envelope: z.uuid(),
  acknowledgement: z.string().min(1).max(200),
  answered_at: z.iso.datetime({ offset: true }).refine((text) => !/\.\d{10}/.test(text), 'finer-than-a-nanosecond'),
  source_date: z.iso.date(),
  answers: z.array(z.unknown()),
});

const PersonName = z.object({ family: z.string().min(1).max(200), given: z.string().min(1).max(200) });

export const WireIdentity = z.discriminatedUnion('found', [
  z.object({ ref: z.string(), found: z.literal(false) }),
  z.object({
    ref: z.string(),
    found: z.literal(true),
    names: z
      .object({ fr: PersonName.optional(), ar: PersonName.optional() })
      .refine(({ fr, ar }) => fr !== undefined || ar !== undefined, 'no-name'),
    birth_date: z.iso.date(),
    sex: z.enum(['F', 'M']),
    vital_status: z.enum(['alive', 'deceased']),
    died_on: z.iso.date().optional(),
  }),
]);
export type WireIdentity = z.infer<typeof WireIdentity>;

export const WireCover = z.object({
  ref: z.string(),
  periods: z
    .array(
      z
        .object({
          scheme: z.enum(coverSchemes),
          from: z.iso.date(),
          to: z.iso.date().optional(),
          role: z.enum(['insured', 'dependant']),
        })
        .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], message: 'ends-before-it-begins' }),
    )
    .max(100),
});
export type WireCover = z.infer<typeof WireCover>;

/** The body of a check, as the partners' manual asks for it. */
export function toCheckRequest(envelopeId: string, sentAt: string, subjects: readonly AskedSubject[]) {
  return {
    envelope: envelopeId,
    sent_at: sentAt,
    subjects: subjects.map(({ ref, cnie, names, birthDate, sex }) => ({
      ref,
      cnie,
      names,
      birth_date: birthDate.toString(),
      sex,
    })),
  };
}
