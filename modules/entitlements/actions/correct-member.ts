import { lawAt } from '#law';
import { beFoundBy, correctUnderWay } from '#modules/applications';
import { listEverStated, restateMember } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import { agedBy } from '../model/corrected-birth.ts';
import { type Corrected, type CorrectionFault, isStillSo, laidOver } from '../model/correction.ts';
import { declaredAs, type MemberWords } from '../model/stated-change.ts';
import { insertBeneficiaries, listPresentMembersForUpdate, listRunningParts, supersedeMembers } from '../store/beneficiaries.ts';
import { listLifeEventsOf } from '../store/life-events.ts';
import { listRenewalsOf, listRequestsOf } from '../store/renewal-requests.ts';
import type { BeneficiaryRow, LifeEventRow, RegistrationRow } from '../store/tables.ts';
import { checkCard, checkCorrection, findWords } from './check-correction.ts';

type Fault = CorrectionFault | 'person-unknown' | 'card-of-another' | 'correction-stale' | 'event-waits';

/** Why a correction cannot be accepted as it was told: what it is about has changed since, the card is somebody's, another report of that person waits. */
export async function refusalOfCorrection(
  context: DeedContext,
  family: RegistrationRow,
  event: LifeEventRow,
): Promise<Refusal<Fault> | undefined> {
  const { person, corrected } = correctionIn(event);
  const today = await findWords(context, family, person);
  if (!today) return refuse('person-unknown', { place: 'event' });
  if (!isStillSo(today, corrected)) return refuse('correction-stale', { place: 'event' });
  const words = { was: today, now: laidOver(today, corrected) };
  const fault =
    (await checkCorrection(context, family, { person, corrected: words })) ?? (await checkCard(context, person, words));
  if (fault) return fault;
  // Under another card it is another person of the register: what was told of the first one would be about nobody.
  const waiting =
    words.now.cnie !== today.cnie &&
    (await listLifeEventsOf(context.tx, family.number)).find(
      ({ id, state, person_id }) => id !== event.id && state === 'reported' && person_id === person,
    );
  return waiting ? refuse('event-waits', { place: 'event', facts: { kind: waiting.kind } }) : undefined;
}

/**
 * Puts a member's words right, part of the deed that accepts it: in whatever request of the family states it today, and in its periods, which an age ends
 * by its birth date and which are those of another person of the register under another national card. What was believed stays readable.
 */
export async function correctMember(context: DeedContext, family: RegistrationRow, event: LifeEventRow): Promise<boolean> {
  const { person, corrected } = correctionIn(event);
  const today = await findWords(context, family, person);
  if (!today) return false;
  const words = laidOver(today, corrected);
  const becomes = await restate(context, family, { person, was: today, words, event: event.id });
  if (becomes === undefined) return false;
  const own = (await listPresentMembersForUpdate(context.tx, [family.number])).filter(({ person_id }) => person_id === person);
  const law = lawAt(context.today.toString()).household;
  const isReborn = words.birthDate !== today.birthDate;
  if (!isReborn && becomes === person) return true;
  const ages = { dependent: law.childAge.value, studying: law.studentAge.value };
  const parts = isReborn ? agedBy(own, words.birthDate, ages) : own;
  await replaceParts(context, own, { parts, becomes, event: event.id });
  return true;
}

/** The same of a correction that is undone: the words that it changed are what they were. False where they have changed since. */
export async function uncorrectMember(
  context: DeedContext,
  family: RegistrationRow,
  event: LifeEventRow,
  now: string,
): Promise<boolean> {
  const { person, corrected } = correctionIn(event);
  const back = { was: corrected.now, now: corrected.was };
  const today = await findWords(context, family, now);
  if (!today || !isStillSo(today, back)) return false;
  return (
    (await restate(context, family, { person: now, was: today, words: laidOver(today, back), as: person, event: event.id })) !==
    undefined
  );
}

/** The other families that have the person whom a member was taken for: whose card was typed wrong here may be theirs, and they are told of with this one. */
export async function familiesBeside({ tx, today }: DeedContext, event: LifeEventRow): Promise<string[]> {
  if (!event.stated.corrected || event.person_id === null) return [];
  const parts = await listRunningParts(tx, [event.person_id], today.toString());
  return parts.flatMap(({ registration }) => (registration === event.registration_number ? [] : [registration]));
}

type Restated = {
  readonly person: string;
  readonly was: MemberWords;
  readonly words: MemberWords;
  readonly event: string;
  readonly as?: string;
};

/** A renewal that is on its way says it as the family did: what it rests on is put right with the rest. Every receipt of the family is found by what is right. */
async function restate(context: DeedContext, family: RegistrationRow, restated: Restated): Promise<string | undefined> {
  const { person, was, words, as, event } = restated;
  const { tx } = context;
  const relation = (await listEverStated(tx, [family.request_id])).find(({ personId }) => personId === person)?.relation ?? '';
  const renewals = await listRenewalsOf(tx, [family.number]);
  const underWay = renewals.filter(({ begun_on }) => begun_on === null).map(({ request_id }) => request_id);
  const becomes = await restateMember(context, {
    ...{ request: family.request_id, others: underWay, territory: family.territory, statedOn: context.today.toString() },
    ...{ person, words },
    ...(as === undefined ? {} : { as }),
  });
  // Before its cards are those of its registered request: a card that is new in a request must stand in no other.
  await correctUnderWay(context, {
    requests: underWay,
    was: declaredAs(was),
    now: declaredAs(words),
    reason: `life-event ${event}`,
  });
  const requests = (await listRequestsOf(tx, family.number)).map(({ request }) => request);
  await beFoundBy(context, { requests: [...new Set(requests)], underWay, relation, was, now: words });
  return becomes;
}

type Replacing = { readonly parts: readonly BeneficiaryRow[]; readonly becomes: string; readonly event: string };

async function replaceParts(
  { tx, now, today }: DeedContext,
  own: readonly BeneficiaryRow[],
  { parts, becomes, event }: Replacing,
): Promise<void> {
  await supersedeMembers(
    tx,
    own.map(({ id }) => id),
    now.toString(),
  );
  const before = new Map(own.map((row) => [row.id, row]));
  await insertBeneficiaries(
    tx,
    parts.map((part) => ({
      ...part,
      ...(part.to_day === before.get(part.id)?.to_day
        ? {}
        : { noted: isPast(part, today.toString()) ? ('ended' as const) : null }),
      ...{ id: newId(), person_id: becomes, known_from: now.toString(), known_to: null, event_id: event },
    })),
  );
}

function isPast({ to_day }: BeneficiaryRow, today: string): boolean {
  return to_day !== null && to_day < today;
}

function correctionIn({ id, person_id: person, stated: { corrected } }: LifeEventRow): { person: string; corrected: Corrected } {
  if (!corrected || person === null) throw new Error(`life event ${id} corrects nobody`);
  return { person, corrected };
}
