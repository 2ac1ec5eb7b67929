import { z } from 'zod';
import { listTogetherAt } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { listCardsOf } from '../store/ramed-members.ts';
import { type CoverRow, listCoversOn, listKnowledge, type Whom } from '../store/register.ts';

const Person = z
  .object({ card: z.string().trim().toUpperCase().min(4).max(12).optional(), person: z.uuid().optional() })
  .refine(({ card, person }) => (card === undefined) !== (person === undefined), {
    path: ['card'],
    message: 'a card or a person',
  });

const Cover = z.object({
  organism: z.string(),
  scheme: z.string(),
  heldAs: z.enum(['insured', 'dependant']),
  from: z.string(),
  to: z.string().nullable(),
  /** The moments between which we knew it so; no end while it is what we know. */
  knownSince: z.string(),
  knownUntil: z.string().nullable(),
  standsAt: z.string(),
  list: z.string().nullable(),
});

const subjectOf = ({ card, person }: z.output<typeof Person>) =>
  person === undefined ? `card:${digestOf(card ?? '')}` : `person:${person}`;

/**
 * Who covers somebody on a day, over all schemes, as we knew it at a moment: asked again with the same two times it gives the same answer,
 * whatever has been told since.
 */
export const coverOfPerson = defineQuery({
  name: 'coverage.cover-of-person',
  summary: 'Who covers somebody on a day, as we knew it at a moment',
  permission: 'coverage:read',
  input: z.object({ who: Person, on: z.iso.date(), asKnownOn: z.iso.datetime({ offset: true }).optional() }),
  output: z.object({ covers: z.array(Cover) }),
  noted: ({ covers }, { who }) => [{ subject: subjectOf(who), territory: '', shown: covers.length }],
  async run({ tx, now }, { who, on, asKnownOn }) {
    const known = asKnownOn ?? now.toString();
    return { covers: await toCovers(listCoversOn(tx, await whomOf(tx, who, known), { on, known })) };
  },
});

/** Everything we ever knew of somebody's cover, the latest knowledge first: what was told, when, and until when we held it so. */
export const coverHistory = defineQuery({
  name: 'coverage.cover-history',
  summary: 'Everything we ever knew of somebody’s cover',
  permission: 'coverage:read',
  input: z.object({ who: Person, limit: z.int().min(1).max(1_000).default(200) }),
  output: z.object({ covers: z.array(Cover) }),
  noted: ({ covers }, { who }) => [{ subject: subjectOf(who), territory: '', shown: covers.length }],
  async run({ tx, now }, { who, limit }) {
    return { covers: await toCovers(listKnowledge(tx, await whomOf(tx, who, now.toString()), limit)) };
  },
});

/** A person stated twice is one, as far as that was held at the moment: asked about either, what covers both is told. */
async function whomOf(tx: Tx, { card, person }: z.output<typeof Person>, at: string): Promise<Whom> {
  if (person === undefined) return { cards: [card ?? ''], persons: [] };
  const persons = await listTogetherAt(tx, [person], at);
  return { cards: await listCardsOf(tx, persons), persons };
}

async function toCovers(rows: Promise<readonly CoverRow[]>): Promise<z.output<typeof Cover>[]> {
  return (await rows).map((row) => ({ ...row }));
}
