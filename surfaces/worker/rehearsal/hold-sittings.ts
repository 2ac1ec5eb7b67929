import type { z } from 'zod';
import { lawAt } from '#law';
import { filesReady } from '#modules/applications';
import {
  agendaOfSitting,
  asProposed,
  conveneSitting,
  freezeAgenda,
  institutions,
  membersOfCommission,
  openSitting,
  recordDecisions,
  sealSitting,
  seatCommission,
  sittingsByState,
  validateRehearsed,
} from '#modules/commissions';
import { actorOf, holderOfRole, type Role } from '#modules/staff';
import type { Action } from '#platform/actions';
import { dayOf } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import type { Actor } from '#platform/permissions';

/** Scored files gather for a moment, so that a sitting takes many at once as in life. */
const GATHER_MS = 400;
const FILES_AT_ONCE = 1_000;
/** Commissions of different communes sit at the same time. */
const ROOMS = 3;

/** Calls the cast's next sittings soon after files of a rehearsed batch are scored; one call at a time is enough. */
export const signalSittings: Job<{ applications: string[] }> = {
  name: 'rehearsal.signal-sittings',
  on: 'applications.scored',
  async handle(context) {
    await context.enqueue(holdSittings.name, null, { afterMs: GATHER_MS, key: holdSittings.name });
    return undefined;
  },
};

/**
 * Holds sittings for the scored files of rehearsed batches, commune by commune, following the score, and touches no sitting but those it
 * gave an agenda itself. What an interrupted call left half done is finished first: each step starts from what is stored, never from memory.
 */
export const holdSittings: Job<null> = {
  name: 'rehearsal.hold-sittings',
  queue: 'rehearsal',
  async handle(context) {
    await finishStarted(context);
    const { files } = expectDone(
      await context.desk.ask(filesReady, { rehearsal: true, limit: FILES_AT_ONCE }, context),
      'files-ready',
    );
    const capacity = lawAt(dayOf(context.clock.now()).toString()).commissions.capacity.value;
    const agendas = [...Map.groupBy(files, (file) => file.territory)].flatMap(([territory, ready]) =>
      piecesOf(ready, capacity).map((piece) => ({ territory, files: piece.map((file) => file.id) })),
    );
    const sit = async () => {
      for (let next = agendas.shift(); next; next = agendas.shift()) await holdOne(context, next.territory, next.files);
    };
    await Promise.all(Array.from({ length: ROOMS }, sit));
    await validateSealed(context);
    return files.length === FILES_AT_ONCE ? { againAfterMs: 0 } : undefined;
  },
};

function piecesOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, piece) => items.slice(piece * size, (piece + 1) * size));
}

/** Who acts, with what; a job of the worker, or the command that takes one request along. */
export type Rehearsing = Pick<JobContext, 'desk' | 'actor' | 'clock'>;

/** Calls a commission of the cast for these files of its commune, lets it follow the score, and has its minutes sealed. */
export async function holdOne(context: Rehearsing, territory: string, agenda: readonly string[]): Promise<void> {
  const secretary = await actorFor(context, 'commission-secretary', territory);
  const heldOn = dayOf(context.clock.now()).toString();
  const { sitting } = expectDone(await context.desk.do(conveneSitting, { territory, heldOn }, by(secretary)), 'convene-sitting');
  expectDone(
    await context.desk.do(freezeAgenda, { sitting, applications: agenda, rehearsal: true }, by(secretary)),
    'freeze-agenda',
  );
  await sitAndSeal(context, { sitting, territory, secretary });
}

type Sitting = { readonly sitting: string; readonly territory: string; readonly secretary: Actor };

async function sitAndSeal(context: Rehearsing, started: Sitting): Promise<void> {
  const present = await membersPresent(context, started.territory);
  expectDone(await context.desk.do(openSitting, { sitting: started.sitting, present }, by(started.secretary)), 'open-sitting');
  await decideAndSeal(context, started);
}

async function decideAndSeal(context: Rehearsing, { sitting, secretary }: Sitting): Promise<void> {
  const { files } = expectDone(await context.desk.ask(agendaOfSitting, { sitting }, { actor: secretary }), 'agenda-of-sitting');
  const ruledAt = context.clock.now().toString();
  const rulings = files
    .filter((file) => !file.decided)
    .map((file) => ({
      id: newId(),
      application: file.application,
      outcome: asProposed(file.proposal),
      reason: 'as-scored',
      ruledAt,
    }));
  if (rulings.length > 0)
    expectDone(await context.desk.do(recordDecisions, { sitting, rulings }, by(secretary)), 'record-decisions');
  expectDone(await context.desk.do(sealSitting, { sitting }, by(secretary)), 'seal-sitting');
}

/**
 * A sitting of the cast that was interrupted goes on from its state. One called just before the interruption has no agenda, holds no file
 * and stays empty: its files are called anew. One whose day has passed before it opened cannot sit any more, here as in an office.
 */
export async function finishStarted(context: Rehearsing): Promise<void> {
  const today = dayOf(context.clock.now()).toString();
  for (const { id: sitting, territory, state, held_on } of await sittingsOfCast(context, ['agenda_frozen', 'open'])) {
    const secretary = await actorFor(context, 'commission-secretary', territory);
    if (state === 'agenda_frozen' && held_on === today) await sitAndSeal(context, { sitting, territory, secretary });
    if (state === 'open') await decideAndSeal(context, { sitting, territory, secretary });
  }
}

/** The province validates every sitting of the cast that is sealed. Nobody of the cast signs, so its officer is lent what no post may do. */
export async function validateSealed(context: Rehearsing): Promise<void> {
  const sittings = await sittingsOfCast(context, ['sealed']);
  for (const [, ofProvince] of Map.groupBy(sittings, (sitting) => sitting.territory.slice(0, 6))) {
    const officer = await actorFor(context, 'provincial-officer', ofProvince[0]?.territory ?? '');
    const lent: Actor = { ...officer, permissions: new Set(['system:commissions']) };
    const validated = { sittings: ofProvince.map((sitting) => sitting.id) };
    expectDone(await context.desk.do(validateRehearsed, validated, by(lent)), 'validate-rehearsed');
  }
}

async function sittingsOfCast(context: Rehearsing, states: readonly ('agenda_frozen' | 'open' | 'sealed')[]) {
  const asked = { states: [...states], rehearsal: true, limit: 500 };
  return expectDone(await context.desk.ask(sittingsByState, asked, context), 'sittings-by-state').sittings;
}

/** Whoever of the cast holds a role for a territory, the nearest first. */
export async function actorFor(context: Rehearsing, role: Role, territory: string): Promise<Actor> {
  const { holder } = expectDone(await context.desk.ask(holderOfRole, { role, territory }, context), 'holder-of-role');
  if (!holder) throw new Error(`nobody of the cast is ${role} for ${territory}`);
  const { agent: agentId, post: postId, acting_for: holderId = agentId } = holder;
  return actorOf({ agentId, postId, role, territory: holder.territory, holderId });
}

/** Who rules on the commission of a commune; where nobody was named yet, the province names a member for each institution. */
async function membersPresent(context: Rehearsing, territory: string): Promise<string[]> {
  const { members } = expectDone(await context.desk.ask(membersOfCommission, { territory }, context), 'members-of-commission');
  const ruling = members.filter((member) => member.seat !== 'secretary');
  if (ruling.length > 0) return ruling.map((member) => member.id);
  const officer = await actorFor(context, 'provincial-officer', territory);
  const seating = { commission: { kind: 'cpl', territory }, members: rehearsed };
  return expectDone(await context.desk.do(seatCommission, seating, by(officer)), 'seat-commission').members;
}

const rehearsed = institutions.map((institution) => ({
  institution,
  seat: institution === 'interior' ? 'chair' : 'titular',
  nameFr: `${institution} (répétition)`,
  nameAr: `${institution} (تدريب)`,
}));

/** Does a deed at a post of the cast. Each step starts from what is stored, so none needs the key of an earlier one. */
export async function act<I extends z.ZodType, O extends z.ZodType>(
  { desk }: Pick<Rehearsing, 'desk'>,
  actor: Actor,
  action: Action<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return expectDone(await desk.do(action, input, by(actor)), action.name);
}

function by(actor: Actor) {
  return { actor, key: newId() };
}
