import { z } from 'zod';
import type { DeedContext } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { languageCodes } from '#platform/i18n';
import { type Refusal, refuse } from '#platform/refusals';
import { Answers, type Problem, pageCalled, placeAsked, readPage, valueAt } from '../model/form/index.ts';
import { neededKinds } from '../model/needed-papers.ts';
import type { Contact } from './file-one.ts';

/** What a counter sends: the answers as the form has them, and what is not part of a declaration. */
export const Entry = z.object({
  /** Made by the device: a UUIDv7 by which it refers to the file before the number is known. */
  application: z.uuid(),
  answers: Answers,
  contact: z.object({
    language: z.enum(languageCodes),
    phone: z.string().max(40).optional(),
    email: z.string().max(254).optional(),
    address: z.string().trim().max(300).optional(),
    wantsNotices: z.boolean().default(false),
  }),
  papersSeen: z.array(z.enum(neededKinds)).max(neededKinds.length).default([]),
  /** The family signed, on paper, that nobody has another medical cover. */
  declaredOnHonour: z.literal(true),
  /** The day the paper was received, and the clock of the device: both may be wrong, neither refuses a file. */
  receivedOn: z.iso.date().optional(),
  typedAt: z.iso.datetime({ offset: true }).optional(),
  /** Files that looked like this one while it was typed, and are not. */
  notTheSame: z
    .array(z.object({ other: z.uuid(), reason: z.string().trim().min(3).max(500) }))
    .max(20)
    .default([]),
  origin: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('paper') }),
      z.object({ kind: z.literal('dossier'), number: z.string().max(40) }),
    ])
    .default({ kind: 'paper' }),
});
export type Entry = z.output<typeof Entry>;

/** Held to the rules of the form's own page, which writes a telephone in one way. */
export function contactIn({ today }: DeedContext, { answers, contact }: Entry): Contact | Refusal<'broken-answers'> {
  const { phone = '', email = '', address, language, wantsNotices } = contact;
  const page = pageCalled('contact');
  if (!page) throw new Error('the form has a page of contact');
  const typed = { 'contact.phone': phone, 'contact.email': email, 'contact.wants_notices': wantsNotices ? 'yes' : 'no' };
  const read = readPage(page, typed, { answers, today });
  if ('faults' in read) {
    const [fault] = read.faults;
    return refuse('broken-answers', {
      place: `contact/${fault?.key}`,
      facts: { rule: fault?.fault ?? 'format', problems: read.faults.length },
    });
  }
  const text = (key: string) => (valueAt(read.answers, `contact.${key}`) as string | undefined) ?? null;
  return { language, phone: text('phone'), email: text('email'), address: address || null, wants_notices: wantsNotices };
}

export function brokenAnswers(problems: readonly Problem[]): Refusal<'broken-answers'> {
  const [first] = problems;
  if (!first) throw new Error('answers are broken somewhere');
  const { refused: rule, facts } = first.refusal;
  return refuse('broken-answers', { place: placeAsked(first), facts: { ...facts, rule, problems: problems.length } });
}

/** What makes an entry this one: not the clock of the device, nor when it was sent. */
export function digestOfEntry({ answers, contact, origin }: Entry): string {
  return digestOf({ answers, contact, origin } as unknown as Json);
}
