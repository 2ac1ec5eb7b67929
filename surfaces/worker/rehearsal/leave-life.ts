import { filesOfBatch, recentBatches } from '#modules/applications';
import {
  askRenewal,
  closeRight,
  decideLifeEvent,
  familyOverTime,
  type LifeEventReport,
  reportLifeEvent,
  undoLifeEvent,
} from '#modules/entitlements';
import { today } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import { SAMPLE_SENDER } from '../../samples.ts';
import { act, actorFor, type Rehearsing } from './hold-sittings.ts';

/** So many files are looked through for families that are registered. */
const MOST_READ = 2_000;

type Family = NonNullable<Awaited<ReturnType<typeof familyOf>>>;
type Life = { readonly hand: Rehearsing; readonly family: Family };
type Story = (life: Life) => Promise<unknown>;

/** What happens in as many families of the sample, one each, the last of it first. */
const stories: readonly Story[] = [
  ({ hand, family }) => report(hand, family, { kind: 'birth', newcomer: newborn }),
  ({ hand, family }) => report(hand, family, { kind: 'marriage', newcomer: coveredSpouse }),
  ({ hand, family }) => report(hand, family, { kind: 'move', commune: neighbourOf(family.territory) }),
  decidedDeath,
  undoneDeparture,
  askedAgain,
  askedAgain,
];

const newborn = {
  names: { fr: { given: 'Ilyas', family: 'Nouveau' }, ar: { given: 'إلياس', family: 'الجديد' } },
  sex: 'M' as const,
  birthDate: '2026-01-01',
};
/** The insurers' stand-in tells that an article 114 body covers whoever bears this card: partners/magic.ts. */
const coveredSpouse = {
  names: { fr: { given: 'Salma', family: 'Idrissi' }, ar: { given: 'سلمى', family: 'الإدريسي' } },
  sex: 'F' as const,
  birthDate: '1996-05-12',
  cnie: 'ZY940086',
};

/**
 * Lets life go on in some families of the sample, once: a birth, a marriage with somebody covered elsewhere and a move wait for an officer; a death
 * was accepted, a departure accepted and undone; two families gave their rights up and ask for them again. Every deed is the cast's, at its posts.
 * Returns how many families; nothing when it was done before, or where the sample has too few of them.
 */
export async function leaveLife(house: House): Promise<number | undefined> {
  const hand: Rehearsing = { desk: house.desk, clock: house.clock, actor: systemActor('start') };
  const families = await registeredFamilies(hand);
  if (families.length < stories.length || families.some(({ events }) => events.length > 0)) return undefined;
  for (const [place, story] of stories.entries()) {
    const family = families[place];
    if (family) await story({ hand, family });
  }
  return stories.length;
}

/** The last registered poor families of the sample: the first are those that a newcomer is shown. */
async function registeredFamilies(hand: Rehearsing): Promise<Family[]> {
  const { batches } = expectDone(await hand.desk.ask(recentBatches, { limit: 100 }, hand), recentBatches.name);
  const sample = batches.find(({ rehearsal, sender }) => rehearsal && sender === SAMPLE_SENDER);
  if (!sample) return [];
  const { files } = expectDone(
    await hand.desk.ask(filesOfBatch, { batch: sample.id, limit: MOST_READ }, hand),
    filesOfBatch.name,
  );
  const poor = files.filter(({ state, outcome }) => state === 'registered' && outcome === 'poor').map(({ id }) => id);
  const found = await Promise.all(poor.slice(-2 * stories.length).map((request) => familyOf(hand, request)));
  return found.filter((family) => family !== undefined && family.members.length > 1).slice(-stories.length) as Family[];
}

async function familyOf(hand: Rehearsing, application: string) {
  return expectDone(await hand.desk.ask(familyOverTime, { application }, hand), familyOverTime.name).family;
}

type Told = Pick<LifeEventReport, 'kind' | 'newcomer' | 'commune' | 'person'>;

/** A family tells its counter what happened to it, with the number of the paper it shows. */
async function report(hand: Rehearsing, { registration, territory }: Family, what: Told): Promise<string> {
  const counter = await actorFor(hand, 'counter-agent', territory);
  const event = newId();
  const happenedOn = today(hand.clock).toString();
  await act(hand, counter, reportLifeEvent, { event, registration, happenedOn, proof: `118/${happenedOn.slice(0, 4)}`, ...what });
  return event;
}

async function decidedDeath({ hand, family }: Life): Promise<void> {
  await accept(hand, await report(hand, family, { kind: 'death', ...lastOf(family) }));
}

async function undoneDeparture({ hand, family }: Life): Promise<void> {
  const event = await report(hand, family, { kind: 'departure', ...lastOf(family) });
  const officer = await accept(hand, event);
  await act(hand, officer, undoLifeEvent, { event, reason: 'La personne est revenue avant son départ.' });
}

async function accept(hand: Rehearsing, event: string) {
  const officer = await actorFor(hand, 'registration-officer', '');
  await act(hand, officer, decideLifeEvent, { event, decision: 'accepted', reason: 'Le papier a été montré au guichet.' });
  return officer;
}

/** A family gives its rights up and comes back: it need not wait for the last months of them. */
async function askedAgain({ hand, family: { registration, territory } }: Life): Promise<void> {
  const officer = await actorFor(hand, 'registration-officer', '');
  await act(hand, officer, closeRight, {
    registration,
    reason: 'family-asked',
    note: 'La famille pensait être couverte ailleurs.',
  });
  const counter = await actorFor(hand, 'counter-agent', territory);
  await act(hand, counter, askRenewal, { request: newId(), registration, declaredOnHonour: true });
}

function lastOf({ members }: Family): Pick<Told, 'person'> {
  const last = members.at(-1);
  return last ? { person: last.person } : {};
}

/** The town of the province, or, from there, the commune beside it. */
function neighbourOf(territory: string): string {
  const town = '05.081.01.01';
  return territory === town ? '05.081.01.03' : town;
}
