import { z } from 'zod';
import { findDeclared } from '#modules/applications';
import { listEverStated } from '#modules/registry';
import { findCommune } from '#modules/territory';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { normaliseTyped } from '#platform/numbers';
import { type Refusal, refuse } from '#platform/refusals';
import { type CorrectionFault, correctedWords, correctionFaults, faultOfWriting, StatedCorrection } from '../model/correction.ts';
import { bringsSomebody, canBeAbout, effectOf, isCoveredElsewhere, lifeEventKinds } from '../model/life-event.ts';
import { type NewcomerFault, newcomerFaults } from '../model/newcomer.ts';
import { type StatedChange, StatedNewcomer } from '../model/stated-change.ts';
import { knownNewcomer } from '../queries/known-newcomer.ts';
import { listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import { findLifeEventForUpdate, insertLifeEvent } from '../store/life-events.ts';
import type { LifeEventRow, RegistrationRow } from '../store/tables.ts';
import { checkCard, checkCorrection, findWords } from './check-correction.ts';
import { checkNewcomer } from './check-newcomer.ts';
import { lockFamily } from './of-family.ts';

const Reported = z.object({
  /** Chosen by whoever reports, so that a report sent twice is one. */
  event: z.uuid(),
  registration: z.string().max(40),
  kind: z.enum(lifeEventKinds),
  happenedOn: z.iso.date(),
  /** The member it is about. */
  person: z.uuid().optional(),
  newcomer: StatedNewcomer.optional(),
  /** The commune that the family moved to. */
  commune: z.string().max(20).optional(),
  /** Of a member, what was written wrong, as it should be. */
  correction: StatedCorrection.optional(),
  /** The number of the paper that proves it. */
  proof: z.string().trim().min(1).max(80),
});
type Reported = z.output<typeof Reported>;
/** A report as it is sent. */
export type LifeEventReport = z.input<typeof Reported>;

/**
 * Reports what happened in a family that has rights, with its proof. Nothing changes by it: a person decides. Refuses days that cannot be true; a member
 * who is none of the family's or to whom this cannot happen; a newcomer who is of the family already, or whom the register knows otherwise by that
 * card; a move to where it lives; a correction that changes nothing, cannot be true or is of somebody else; and a report that lacks whom or where it is about. The same report sent again, under whatever key, is the same event.
 */
export const reportLifeEvent = defineAction({
  name: 'entitlements.report-life-event',
  summary: 'Report a birth, a death, a marriage or another change in a family, with its proof',
  permission: 'entitlements:report-event',
  input: Reported,
  output: z.object({ event: z.string(), state: z.literal('reported') }),
  refusals: [
    ...(['registration-unknown', 'event-known', 'event-to-come', 'event-too-early'] as const),
    ...(['person-unknown', 'person-unfit', 'newcomer-missing', 'commune-unknown'] as const),
    ...(['event-without-effect', 'move-declared', 'register-differs'] as const),
    'card-of-another',
    ...newcomerFaults,
    ...correctionFaults,
  ],
  async run(context, told) {
    // A mistake was made on no day that anybody knows: it is of the day on which it is told.
    const input = effectOf(told.kind).corrects ? { ...told, happenedOn: context.today.toString() } : told;
    const found = await lockFamily(context, input.registration);
    if (!found) return refuse('registration-unknown', { place: 'registration' });
    const before = await findLifeEventForUpdate(context.tx, input.event);
    if (before)
      return isSame(before, { ...input, registration: found.family.number })
        ? { event: before.id, state: 'reported' as const }
        : refuse('event-known', { place: 'event' });
    if (input.happenedOn > context.today.toString()) return refuse('event-to-come', { place: 'happenedOn' });
    const { family } = found;
    const stated = await statedOf(context, input, family);
    const refusal = await refusalOf(context, family, { ...input, stated });
    if (refusal) return refusal;
    await insertLifeEvent(context.tx, {
      ...{ id: input.event, registration_number: family.number, kind: input.kind, person_id: input.person ?? null },
      ...{ happened_on: input.happenedOn, stated },
      ...{ proof_kind: effectOf(input.kind).proof, proof_number: input.proof },
      ...{ reported_by: reporterOf(context.actor.id), reporter: context.actor.id, reported_at: context.now.toString() },
      ...{ state: 'reported', settled_at: null, settled_by: null, reason: null, territory: family.territory },
      with_event: null,
    });
    context.journal({
      subject: `registration:${family.number}`,
      territory: family.territory,
      after: digestOf({ event: input.event, kind: input.kind, person: input.person ?? null, on: input.happenedOn }),
    });
    context.emit('entitlements.life-event-reported', { event: input.event, registrations: [family.number] });
    if (bringsSomebody(input.kind))
      context.emit('entitlements.newcomer-to-ask', { event: input.event, turn: context.now.toString() });
    return { event: input.event, state: 'reported' as const };
  },
});

function isSame(before: LifeEventRow, { registration, kind, person, happenedOn, proof }: Reported): boolean {
  const told = [before.registration_number, before.kind, before.person_id, before.proof_number];
  const isOfDay = before.happened_on === happenedOn || effectOf(kind).corrects === true;
  return isOfDay && told.join() === [registration, kind, person ?? null, proof].join();
}

type Fault =
  | NewcomerFault
  | CorrectionFault
  | 'card-of-another'
  | ('newcomer-missing' | 'commune-unknown' | 'event-without-effect' | 'move-declared' | 'register-differs')
  | ('person-unknown' | 'person-unfit' | 'event-too-early');
type Held = Reported & { readonly stated: StatedChange };

function refusalOf(context: DeedContext, family: RegistrationRow, input: Held): Promise<Refusal<Fault> | undefined> {
  const { about } = effectOf(input.kind);
  if (about === 'newcomer') return refusalOfNewcomer(context, family, input);
  return about === 'family' ? refusalOfMove(context, family, input) : refusalOfMember(context, family, input);
}

async function refusalOfNewcomer(context: DeedContext, family: RegistrationRow, { kind, happenedOn: on, stated }: Held) {
  const { newcomer } = stated;
  if (!newcomer) return refuse('newcomer-missing', { place: 'newcomer' });
  const fault = await checkNewcomer(context, family, { kind, on, newcomer });
  // A family is not told what the register knows of a card: it would be asked until it answers. Whoever decides is.
  if (fault || reporterOf(context.actor.id) === 'family') return fault;
  const [field] = (await knownNewcomer(context, family.number, newcomer)).differs;
  return field && refuse('register-differs', { place: `newcomer.${field}`, facts: { field } });
}

/** Where the family lived before its request is what the request declared. */
async function refusalOfMove(context: DeedContext, family: RegistrationRow, { commune, happenedOn }: Held) {
  if (!findCommune(commune ?? '')) return refuse('commune-unknown', { place: 'commune' });
  if (commune === family.territory) return refuse('event-without-effect', { place: 'commune' });
  const declared = await findDeclared(context, family.request_id);
  return declared && happenedOn < declared.filed_on ? refuse('move-declared', { place: 'happenedOn' }) : undefined;
}

async function refusalOfMember(context: DeedContext, family: RegistrationRow, input: Held) {
  const { kind, person, happenedOn } = input;
  const members = await listPresentMembersForUpdate(context.tx, [family.number]);
  const own = members.filter(({ person_id }) => person_id === person);
  if (own.length === 0) return refuse('person-unknown', { place: 'person' });
  const { returns = false, corrects } = effectOf(kind);
  if (corrects) return refusalOfCorrection(context, family, input);
  if (!own.some(({ entitled_by }) => canBeAbout(kind, entitled_by)) || (returns && !isCoveredElsewhere(own)))
    return refuse('person-unfit', { place: 'person' });
  // Of a member who never had a part it would be an error of the declaration, and nothing to end.
  return own.every(({ from_day }) => happenedOn < from_day) ? refuse('event-too-early', { place: 'happenedOn' }) : undefined;
}

async function refusalOfCorrection(context: DeedContext, family: RegistrationRow, { person = '', correction, stated }: Held) {
  const { corrected } = stated;
  if (!correction || !corrected) return refuse('correction-missing', { place: 'correction' });
  const unread = faultOfWriting({ said: withCard(correction), words: corrected.now });
  const fault = unread ?? (await checkCorrection(context, family, { person, corrected }));
  // As of a newcomer, a family is not told whose card a number is.
  if (fault || reporterOf(context.actor.id) === 'family') return fault;
  return checkCard(context, person, corrected);
}

function withCard(said: StatedCorrection): StatedCorrection {
  return said.cnie === undefined ? said : { ...said, cnie: normaliseTyped(said.cnie) };
}

async function statedOf(context: DeedContext, reported: Reported, family: RegistrationRow): Promise<StatedChange> {
  const { tx } = context;
  const { kind, person, newcomer, commune, happenedOn, correction } = reported;
  const { about, returns, corrects } = effectOf(kind);
  if (corrects) {
    const was = await findWords(context, family, person);
    return was && correction ? { corrected: { was, now: correctedWords(was, withCard(correction)) } } : {};
  }
  if (about === 'family') return { commune, movedFrom: family.territory };
  if (returns) {
    const known = (await listEverStated(tx, [family.request_id])).find(({ personId }) => personId === person);
    return known ? { newcomer: { names: known.names, sex: known.sex, birthDate: known.birthDate, cnie: known.cnie } } : {};
  }
  if (about !== 'newcomer' || !newcomer) return {};
  const cnie = newcomer.cnie ? normaliseTyped(newcomer.cnie) : undefined;
  return { newcomer: { ...newcomer, cnie, ...(kind === 'birth' ? { birthDate: happenedOn } : {}) } };
}

function reporterOf(actor: string): 'family' | 'counter' | 'register' {
  if (actor.startsWith('citizen:')) return 'family';
  return actor.startsWith('agent:') ? 'counter' : 'register';
}
