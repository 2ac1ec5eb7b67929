import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { filesOfBatch, oneFile, readBatch } from '#modules/applications';
import {
  agendaOfSitting,
  asProposed,
  conveneSitting,
  freezeAgenda,
  institutions,
  membersOfCommission,
  noteSignedPaper,
  type Outcome,
  openSitting,
  type ReasonCode,
  recordDecisions,
  sealSitting,
  seatCommission,
  sittingInFull,
  sittingsByState,
  validateSittings,
} from '#modules/commissions';
import { duesOfRegistrations, recordPayment } from '#modules/contributions';
import type { Declaration } from '#modules/eligibility';
import { registrationsOfRequests } from '#modules/entitlements';
import { today } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { receiveBatchFile } from '../gateway/batch-files.ts';
import { aFileOf } from './families.ts';
import type { TestHouse } from './test-house.ts';

/** The scheme's own hand, for what nobody does by a form; and the bank's gateway. */
export const ownHand = systemActor('test');
export const bank: Actor = { id: 'partner:bank', permissions: new Set(['contributions:record-payment']), scopes: ['*'] };

/** Members of the five institutions whom nobody knows, for a commission that has none. */
const strangers = institutions.map((institution) => ({
  institution,
  seat: institution === 'interior' ? ('chair' as const) : ('titular' as const),
  nameFr: `Membre ${institution}`,
  nameAr: `عضو ${institution}`,
}));

// The road from a form to a card, by the deeds that bring families along it in life, each done by the post that does it.

/** Delivers a file of requests; nobody has read it yet. Gives the batch. */
export async function deliver(test: TestHouse, text: string): Promise<string> {
  const by = { actor: await test.as('karim.exchange'), rehearsal: false };
  const received = await receiveBatchFile(test.house, Readable.from([Buffer.from(text)]), by);
  if (isRefusal(received)) throw new Error(`not received: ${received.refused}`);
  return received.batch;
}

/** Filed requests, in the order given; nobody has been asked about them yet. */
export async function fileRequests(test: TestHouse, ...declarations: readonly Declaration[]): Promise<string[]> {
  const text = aFileOf(declarations);
  const batch = await deliver(test, text);
  const records = [];
  for await (const item of readBatch(Readable.from([Buffer.from(text)]), { format: 'ndjson' })) {
    if (item.kind === 'record') records.push(item);
  }
  const taken = { batch, firstOrdinal: 1, nextOrdinal: records.length + 1, records, refused: [] };
  expectDone(await test.do(ownHand, deedNamed(test, 'applications.take-records'), taken), 'take-records');
  expectDone(await test.do(ownHand, deedNamed(test, 'applications.end-batch'), { batch }), 'end-batch');
  return filesIn(test, batch);
}

/** Filed, then all that goes by itself: checked and scored, unless a partner or a difference stands in the way. */
export async function checkRequests(test: TestHouse, ...declarations: readonly Declaration[]): Promise<string[]> {
  const batch = await deliver(test, aFileOf(declarations));
  await test.settle();
  return filesIn(test, batch);
}

/** A sitting of the files' commune that has them on its agenda. */
export async function schedule(test: TestHouse, files: readonly string[]): Promise<string> {
  const secretary = await test.as('training.secretary');
  const { territory } = await fileOf(test, files[0] ?? '');
  const heldOn = today(test.house.clock).toString();
  const { sitting } = expectDone(await test.do(secretary, conveneSitting, { territory, heldOn }), 'convene-sitting');
  expectDone(await test.do(secretary, freezeAgenda, { sitting, applications: [...files] }), 'freeze-agenda');
  return sitting;
}

/** Everyone who rules on the commission of a commune, by their mandates; seated first where nobody is. */
export async function everyMember(test: TestHouse, territory: string): Promise<string[]> {
  const { members } = expectDone(await test.ask(ownHand, membersOfCommission, { territory }), 'members-of-commission');
  const ruling = members.filter((member) => member.seat !== 'secretary');
  if (ruling.length > 0) return ruling.map((member) => member.id);
  const seating = { commission: { kind: 'cpl' as const, territory }, members: strangers };
  return expectDone(await test.do(await test.as('training.province'), seatCommission, seating), 'seat-commission').members;
}

/** The commission of a sitting comes in, every institution of it, and the sitting is open. */
export async function openRoom(test: TestHouse, sitting: string): Promise<void> {
  const secretary = await test.as('training.secretary');
  const { territory } = await sittingOf(test, sitting);
  const present = await everyMember(test, territory);
  expectDone(await test.do(secretary, openSitting, { sitting, present }), 'open-sitting');
}

async function sittingOf(test: TestHouse, sitting: string): Promise<{ territory: string }> {
  const states = ['convened', 'agenda_frozen', 'open', 'sealed', 'validated'] as const;
  const asked = { states: [...states], limit: 500 };
  const { sittings } = expectDone(await test.ask(ownHand, sittingsByState, asked), 'sittings-by-state');
  const found = sittings.find((one) => one.id === sitting);
  if (!found) throw new Error(`there is no sitting ${sitting}`);
  return found;
}

/** The commission sits, decides every file of the agenda as the score proposes, seals its minutes, and everyone who came signs them. */
export async function sit(test: TestHouse, sitting: string): Promise<void> {
  const secretary = await test.as('training.secretary');
  await openRoom(test, sitting);
  const { files } = expectDone(await test.ask(secretary, agendaOfSitting, { sitting }), 'agenda');
  const rulings = files.map((file) => aRuling(file.application, asProposed(file.proposal)));
  expectDone(await test.do(secretary, recordDecisions, { sitting, rulings }), 'record-decisions');
  expectDone(await test.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  await signOnPaper(test, sitting);
}

/** Everyone who came to a sealed sitting signs its minutes by hand; the secretary keeps the scan. */
export async function signOnPaper(test: TestHouse, sitting: string): Promise<void> {
  const secretary = await test.as('training.secretary');
  const told = expectDone(await test.ask(secretary, sittingInFull, { sitting }), 'sitting-in-full');
  const members = (told.members ?? []).filter(({ presence }) => presence !== 'absent').map(({ id }) => id);
  const signed = { sitting, digest: told.sitting?.minutesDigest ?? '', members, page: aScan() };
  expectDone(await test.do(secretary, noteSignedPaper, signed), 'note-signed-paper');
}

/** A scan as the server hands it to a deed once it has looked at it. */
export function aScan(over: { scan?: 'clean' | 'to-be-scanned'; checksum?: string } = {}) {
  const checksum = randomBytes(32).toString('hex');
  return {
    page: newId(),
    checksum,
    mediaType: 'image/jpeg' as const,
    bytes: 300_000,
    sheets: 1,
    scan: 'clean' as const,
    ...over,
  };
}

/** What a screen sends of one file that was ruled on just now. */
export function aRuling(application: string, outcome: Outcome = 'poor', reason: ReasonCode = 'as-scored') {
  return { id: newId(), application, outcome, reason, ruledAt: new Date().toISOString() };
}

/** From the form to the validated decision, all in one commune. */
export async function admit(test: TestHouse, ...declarations: readonly Declaration[]): Promise<string[]> {
  const files = await checkRequests(test, ...declarations);
  const sitting = await schedule(test, files);
  await sit(test, sitting);
  expectDone(await test.do(await test.as('training.province'), validateSittings, { sittings: [sitting] }), 'validate-sittings');
  return files;
}

/** Admitted, then all that goes by itself: controlled and registered, with a card for those who need not pay. */
export async function register(test: TestHouse, ...declarations: readonly Declaration[]): Promise<string[]> {
  const files = await admit(test, ...declarations);
  await test.settle();
  return files;
}

/** The bank announces that the family of a file has paid what it owes. Gives the payment as announced. */
export async function pay(test: TestHouse, file: string) {
  const due = await dueOf(test, file);
  const payment = { payment: newId(), notice: due.notice, amountCentimes: due.amount_centimes, ...atTheBranch };
  expectDone(await test.do(bank, recordPayment, payment), 'record-payment');
  return payment;
}

export const atTheBranch = { paidAt: '2026-11-22T10:00:00Z', branch: 'AZILAL' };

export async function fileOf(test: TestHouse, application: string) {
  const { file } = expectDone(await test.ask(ownHand, oneFile, { application }), 'one-file');
  if (!file) throw new Error(`there is no file ${application}`);
  return file;
}

export async function registrationOf(test: TestHouse, application: string) {
  const { registrations } = expectDone(
    await test.ask(ownHand, registrationsOfRequests, { applications: [application] }),
    'registrations',
  );
  const [found] = registrations;
  if (!found) throw new Error(`file ${application} is not registered`);
  return found;
}

export async function dueOf(test: TestHouse, application: string) {
  const { number } = await registrationOf(test, application);
  const { dues } = expectDone(await test.ask(ownHand, duesOfRegistrations, { registrations: [number] }), 'dues');
  const [due] = dues;
  if (!due) throw new Error(`registration ${number} owes nothing`);
  return due;
}

/** A deed by its name, when its module does it itself and keeps it behind its front door. */
export function deedNamed(test: TestHouse, name: string) {
  const found = test.house.actions.find((action) => action.name === name);
  if (!found) throw new Error(`no deed is called ${name}`);
  return found;
}

/** Files by the order of their requests in the batch. */
export async function filesIn(test: TestHouse, batch: string): Promise<string[]> {
  const { files } = expectDone(await test.ask(ownHand, filesOfBatch, { batch }), 'files-of-batch');
  return files.sort((one, other) => one.number.localeCompare(other.number)).map((file) => file.id);
}

/** Lets the worker go on, over the pauses that silent partners are left in peace, until something is so. */
export async function settleUntil(test: TestHouse, isSo: () => Promise<boolean>, seconds = 20): Promise<void> {
  const last = Date.now() + seconds * 1_000;
  for (;;) {
    await test.settle();
    if (await isSo()) return;
    if (Date.now() > last) throw new Error(`not so after ${seconds} s`);
    await wait(200);
  }
}
