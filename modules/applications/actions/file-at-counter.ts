import { z } from 'zod';
import { lawAt } from '#law';
import type { Declaration } from '#modules/eligibility';
import { type DeedContext, defineAction } from '#platform/actions';
import { toDate } from '#platform/dates';
import { covers } from '#platform/permissions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { adultCards } from '../model/adult-cards.ts';
import { depositDayOf, depositNotes } from '../model/deposit-day.ts';
import { toDeclaration } from '../model/form/index.ts';
import { findApplication } from '../store/applications.ts';
import { type CounterEntryRow, findCounterEntry, insertCounterEntry, insertNotTheSame } from '../store/counter-entries.ts';
import { hasOpenRequest } from '../store/drafts.ts';
import { listKnown, lockFiling } from '../store/intake.ts';
import { brokenAnswers, contactIn, digestOfEntry, Entry } from './counter-entry.ts';
import { type Contact, fileOne } from './file-one.ts';
import { reviewDossier } from './review-dossier.ts';

/** What counters call themselves among the senders of requests. */
const SENDER = 'COUNTER';

/**
 * Files a paper request that an agent typed, by the rules that hold for every request, also hours after it was typed without network. A
 * dossier that its family had sent already is reviewed: its request stays, corrected where the counter saw otherwise. The same identifier
 * again is the same answer, whatever the key. Refused: a wrong answer, a family of another jurisdiction, an open request of a head or a
 * spouse, an identifier that was used for other answers.
 */
export const fileAtCounter = defineAction({
  name: 'applications.file-at-counter',
  summary: 'File a paper request typed at the counter',
  permission: 'applications:enter',
  input: Entry,
  output: z.object({
    /** The request: as the device called it, or the one that the family had sent itself. */
    application: z.string(),
    number: z.string(),
    territory: z.string(),
    receivedAt: z.string(),
    digest: z.string(),
    filedOn: z.iso.date(),
    deposit: z.enum(depositNotes),
  }),
  refusals: ['broken-answers', 'outside-jurisdiction', 'open-request', 'identifier-used', 'not-correctable'],
  async run(context, entry) {
    await lockFiling(context.tx);
    const earlier = await findCounterEntry(context.tx, entry.application);
    if (earlier) return answerAgain(context, earlier, entry);
    if (await findApplication(context.tx, entry.application)) return refuse('identifier-used', { place: 'application' });
    const deposit = depositOf(context, entry);
    const contact = contactIn(context, entry);
    if (isRefusal(contact)) return contact;
    const filed =
      (await reviewDossier(context, entry, contact)) ?? (await fileAnew(context, { entry, contact, day: deposit.day }));
    if ('refused' in filed) return filed;
    const row = entryRow(context, entry, { ...filed, deposit: deposit.note });
    await insertCounterEntry(context.tx, row);
    await keepJudgements(context, entry, filed);
    context.emit('applications.filed-at-counter', { applications: [filed.application] });
    return answerFor(context, row);
  },
});

function depositOf({ today }: DeedContext, { receivedOn }: Entry) {
  const days = lawAt(today.toString()).applications.counterEntryDays.value;
  return depositDayOf(receivedOn === undefined ? undefined : toDate(receivedOn), { today, days });
}

type Filed = { readonly application: string; readonly number: string; readonly territory: string; readonly digest: string };
type Filing = { readonly entry: Entry; readonly contact: Contact; readonly day: DeedContext['today'] };

async function fileAnew(context: DeedContext, { entry, contact, day }: Filing): Promise<Filed | Refusal> {
  const made = toDeclaration({ answers: entry.answers, today: day }, entry.declaredOnHonour);
  if ('problems' in made) return brokenAnswers(made.problems);
  const { declaration } = made;
  if (!covers(context.actor, declaration.commune)) {
    return refuse('outside-jurisdiction', { place: 'commune/commune', facts: { commune: declaration.commune } });
  }
  const open = await openRequestOf(context, declaration);
  if (open) return open;
  return fileOne(context, { id: entry.application, sender: SENDER, reference: entry.application, declaration, contact });
}

/** Tells the number of the other request to who may see it; that there is one elsewhere, to anybody. */
async function openRequestOf({ tx }: DeedContext, { members }: Declaration): Promise<Refusal<'open-request'> | undefined> {
  const cards = adultCards(members);
  const numbers = cards.map(({ cnie }) => cnie);
  if (!(await hasOpenRequest(tx, numbers))) return undefined;
  const known = (await listKnown(tx, SENDER, [], numbers)).find(({ open }) => open);
  const card = cards.find(({ cnie }) => known?.adult_cards.includes(cnie)) ?? cards[0];
  const person = Number(/\d+/.exec(card?.place ?? '')?.[0] ?? 0) + 1;
  const place = person === 1 ? 'birth/cnie' : `identity/${person}/cnie`;
  return refuse('open-request', {
    place,
    facts: known ? { known: 'here', number: known.number } : { known: 'elsewhere', number: '' },
  });
}

function entryRow(
  { actor, now }: DeedContext,
  entry: Entry,
  { application, territory, digest, deposit }: Filed & Pick<CounterEntryRow, 'deposit'>,
): CounterEntryRow {
  return {
    ...{ id: entry.application, application_id: application, territory, origin: entry.origin.kind },
    ...{ input_digest: digestOfEntry(entry), declaration_digest: digest, typed_at: entry.typedAt ?? null },
    ...{ stated_on: entry.receivedOn ?? null, deposit, papers_seen: [...new Set(entry.papersSeen)] },
    ...{ received_at: now.toString({ smallestUnit: 'millisecond' }), received_by: actor.id, post: actor.post ?? null },
  };
}

async function answerAgain(context: DeedContext, earlier: CounterEntryRow, entry: Entry) {
  if (earlier.input_digest !== digestOfEntry(entry)) return refuse('identifier-used', { place: 'application' });
  return answerFor(context, earlier);
}

async function answerFor({ tx }: DeedContext, entry: CounterEntryRow) {
  const file = await findApplication(tx, entry.application_id);
  if (!file) throw new Error('a request that was entered is there');
  return {
    ...{ application: file.id, number: file.number, territory: file.territory, receivedAt: entry.received_at },
    ...{ digest: entry.declaration_digest, filedOn: file.filed_on, deposit: entry.deposit },
  };
}

function keepJudgements(
  { tx, actor, now }: DeedContext,
  { notTheSame }: Entry,
  { application, territory }: Filed,
): Promise<void> {
  const judgements = notTheSame.filter(({ other }) => other !== application);
  return insertNotTheSame(
    tx,
    judgements.map(({ other, reason }) => ({
      ...{ pair: [application, other] as const, territory, reason, noted_at: now.toString(), noted_by: actor.id },
    })),
  );
}
