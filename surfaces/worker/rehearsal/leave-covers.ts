import { Readable } from 'node:stream';
import { filesOfBatch, oneFile, recentBatches } from '#modules/applications';
import { answerCase, confirmCase, coverCases, examineCase, listWriter, recentLists, undoSettlement } from '#modules/coverage';
import type { Declaration } from '#modules/eligibility';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { receiveListFile } from '../../gateway/cover-list-files.ts';
import type { House } from '../../house.ts';
import { SAMPLE_SENDER } from '../../samples.ts';
import { act, actorFor, type Rehearsing } from './hold-sittings.ts';

/** An invented company whose own insurance tells of some families of the sample. */
const ORGANISM = 'mutuelle-tadla';
const MOST_READ = 2_000;

type Family = { readonly id: string; readonly territory: string; readonly members: Declaration['members'] };
type Case = { readonly hand: Rehearsing; readonly family: Family; readonly id: string };
type Story = { readonly by: 'card' | 'names'; readonly goes: (one: Case) => Promise<unknown> };

/** How far the cast takes the double registration of as many families. */
const stories: readonly Story[] = [
  { by: 'card', goes: async () => undefined },
  { by: 'names', goes: async () => undefined },
  { by: 'card', goes: contest },
  { by: 'card', goes: settle },
  { by: 'card', goes: takeBack },
];

export type LeavingCovers = {
  /** Lets the worker go on for a moment. */
  readonly pause: () => Promise<unknown>;
  /** So many pauses, and what is not found by then is left as it is. */
  readonly patience: number;
};

/**
 * Has an invented insurer tell of some registered families of the sample, once, and takes what is found as far as the cast goes: one suspected by
 * card and one by names, one that a family contests, one settled, one whose settlement was taken back. Returns how many cases; nothing when it was
 * done before, or where the sample has too few families.
 */
export async function leaveCovers(house: House, leaving: LeavingCovers): Promise<number | undefined> {
  const hand: Rehearsing = { desk: house.desk, clock: house.clock, actor: systemActor('start') };
  const { lists } = expectDone(await hand.desk.ask(recentLists, { limit: 200 }, hand), recentLists.name);
  if (lists.some(({ organism }) => organism === ORGANISM)) return undefined;
  const families = await chooseFamilies(hand);
  if (families.length < stories.length) return undefined;
  await tell(house, families);
  const cases = await awaitCases(hand, families, leaving);
  for (const [place, { goes }] of stories.entries()) {
    const [family, id] = [families[place], cases.get(families[place]?.id ?? '')];
    if (family && id !== undefined) await goes({ hand, family, id });
  }
  return cases.size;
}

/** Poor families of the sample beyond those that a newcomer is shown first, each with a card and a child who has none. */
async function chooseFamilies(hand: Rehearsing): Promise<Family[]> {
  const { batches } = expectDone(await hand.desk.ask(recentBatches, { limit: 100 }, hand), recentBatches.name);
  const sample = batches.find(({ rehearsal, sender }) => rehearsal && sender === SAMPLE_SENDER);
  if (!sample) return [];
  const asked = { batch: sample.id, limit: MOST_READ };
  const { files } = expectDone(await hand.desk.ask(filesOfBatch, asked, hand), filesOfBatch.name);
  const poor = files.filter(({ state, outcome }) => state === 'registered' && outcome === 'poor');
  const families: Family[] = [];
  for (const { id } of poor.slice(Math.min(20, Math.max(0, poor.length - stories.length)))) {
    if (families.length === stories.length) break;
    const { file } = expectDone(await hand.desk.ask(oneFile, { application: id }, hand), oneFile.name);
    const members = file?.declaration?.members ?? [];
    if (file && members[0]?.cnie !== undefined && childOf(members)) families.push({ id, territory: file.territory, members });
  }
  return families;
}

/** A child of the family without a card, by a name in Latin letters. */
function childOf(members: Family['members']) {
  return members.find(({ relation, cnie, names }) => relation === 'child' && cnie === undefined && names.fr !== undefined);
}

async function tell(house: House, families: readonly Family[]): Promise<void> {
  const day = today(house.clock);
  const from = addDays(day, -60).toString();
  const lines = families.map(({ members }, place) => {
    const told = { member: `T-${place + 1}`, from };
    const child = childOf(members);
    if (stories[place]?.by === 'card' || !child)
      return { ...told, held_as: 'insured', card: members[0]?.cnie, birth_date: members[0]?.birth_date };
    const { family = '', given = '' } = child.names.fr ?? {};
    const named = { family: plain(family), given: plain(given), sex: child.sex };
    return { ...told, held_as: 'dependant', birth_date: child.birth_date, ...named };
  });
  const writer = listWriter('csv');
  const meta = { organism: ORGANISM, scheme: 'art114', kind: 'full', reference: `${ORGANISM}-1`, count: lines.length } as const;
  const text = [writer.header({ ...meta, stands_on: day.toString() }), ...lines.map((line) => writer.line(line))].join('');
  const actor = { id: 'partner:insurers', permissions: new Set(['coverage:send-lists'] as const), scopes: ['*'] };
  const received = await receiveListFile(house, Readable.from([Buffer.from(text)]), { partner: 'insurers', actor });
  if (isRefusal(received)) throw new Error(`the list of ${ORGANISM} was refused: ${received.refused}`);
}

/** As a card's machine-readable lines write a name. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z '-]/g, '')
    .toUpperCase();
}

/** The cases of these families, once the worker has read the list and compared its names. */
async function awaitCases(hand: Rehearsing, families: readonly Family[], { pause, patience }: LeavingCovers) {
  const officer = await actorFor(hand, 'registration-officer', '');
  const ids = new Set(families.map(({ id }) => id));
  for (let paused = 0; ; paused += 1) {
    const { cases } = expectDone(await hand.desk.ask(coverCases, {}, { actor: officer }), coverCases.name);
    const found = new Map(cases.flatMap((one) => (ids.has(one.application) ? [[one.application, one.id] as const] : [])));
    if (found.size === families.length || paused === patience) return found;
    await pause();
  }
}

async function examine({ hand, id }: Case): Promise<void> {
  await act(hand, await actorFor(hand, 'registration-officer', ''), examineCase, { case: id });
}

async function answer({ hand, family, id }: Case, said: { answer: 'accepts' | 'contests'; words?: string }): Promise<void> {
  const counter = await actorFor(hand, 'counter-agent', family.territory);
  await act(hand, counter, answerCase, { application: family.id, case: id, ...said });
}

async function contest(one: Case): Promise<void> {
  await examine(one);
  await answer(one, { answer: 'contests', words: 'J’ai quitté cette entreprise au printemps.' });
}

async function settle(one: Case): Promise<void> {
  await examine(one);
  await answer(one, { answer: 'accepts' });
  const from = today(one.hand.clock).toString();
  const officer = await actorFor(one.hand, 'registration-officer', '');
  await act(one.hand, officer, confirmCase, { case: one.id, from, reason: 'family-accepts' });
}

async function takeBack(one: Case): Promise<void> {
  await settle(one);
  const officer = await actorFor(one.hand, 'registration-officer', '');
  const words = 'La famille a apporté une attestation de radiation.';
  await act(one.hand, officer, undoSettlement, { case: one.id, words });
}
