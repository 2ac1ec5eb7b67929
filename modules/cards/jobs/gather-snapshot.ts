import { createHmac } from 'node:crypto';
import { lawAt } from '#law';
import { outlooksOfReceipts, outlooksOfRegistrations, type RightOutlook } from '#modules/entitlements';
import type { Desk } from '#platform/actions';
import { addDays, type Temporal, toDate } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { entryName, type NumberKind, type SnapshotOutlook } from '../model/snapshot/snapshot-entry.ts';
import { revocationsInOrder } from '../queries/revocations-in-order.ts';
import { openSpoolWriter, type SpoolSum, toSaid } from '../store/snapshot-spool.ts';

/** Everything is asked as it was known at one moment, about one day. */
export type Gathering = {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly on: string;
  readonly at: Temporal.Instant;
};

/** How many are asked for at a time: some megabytes of memory, whatever the size of the nation. */
const PAGE = 5_000;
/** A right that ended is told as ended for a year; afterwards nobody is known by its number without a network. */
const TOLD_AFTER_END_DAYS = 366;
const NO_IDENTIFIER = '00000000-0000-0000-0000-000000000000';

type Add = (kind: NumberKind, number: string, outlook: SnapshotOutlook, birthYears?: readonly number[]) => void;

/** Writes what is to be told of every number of the nation into a spool. */
export async function gatherSnapshot(gathering: Gathering, { folder, key }: { folder: string; key: Buffer }): Promise<SpoolSum> {
  const writer = openSpoolWriter(folder);
  const add: Add = (kind, number, outlook, birthYears = []) => {
    const digest = createHmac('sha256', key).update(entryName(kind, number)).digest();
    writer.add({ digest, said: toSaid(outlook, birthYears) });
  };
  await gatherFamilies(gathering, add);
  await gatherReceipts(gathering, add);
  await gatherRevokedCards(gathering, add);
  return writer.close();
}

async function gatherFamilies({ desk, actor, on, at }: Gathering, add: Add): Promise<void> {
  await everyPage('', async (after) => {
    const page = { on, knownAt: at.toString(), limit: PAGE, after };
    const { families, next } = expectDone(await desk.ask(outlooksOfRegistrations, page, { actor }), 'outlooks-of-registrations');
    for (const { number, outlook, birthYears } of families) {
      const told = toTold(outlook, on);
      if (told) add('registration', number, told, birthYears);
    }
    return next;
  });
}

/** Receipts open emergencies for as long as the commission has to decide: those of earlier days open nothing. */
async function gatherReceipts({ desk, actor, on, at }: Gathering, add: Add): Promise<void> {
  const days = lawAt(on).deadlines.decision.value.late;
  for (let ago = days; ago >= 0; ago -= 1) {
    const filedOn = addDays(toDate(on), -ago).toString();
    await everyPage(NO_IDENTIFIER, async (after) => {
      const page = { on, knownAt: at.toString(), limit: PAGE, filedOn, after };
      const { receipts, next } = expectDone(await desk.ask(outlooksOfReceipts, page, { actor }), 'outlooks-of-receipts');
      for (const { number, outlook } of receipts) {
        const told = toTold(outlook, on);
        if (told) add('receipt', number, told);
      }
      return next;
    });
  }
}

async function gatherRevokedCards({ desk, actor, on, at }: Gathering, add: Add): Promise<void> {
  await everyPage('', async (after) => {
    const page = { validOn: on, knownAt: at.toString(), limit: PAGE, after };
    const { cards, next } = expectDone(await desk.ask(revocationsInOrder, page, { actor }), 'revocations-in-order');
    for (const { serial } of cards) add('card', serial, { state: 'revoked' });
    return next;
  });
}

/** Goes on from where each page says that the next one begins, until one says nothing. */
async function everyPage(first: string, read: (after: string) => Promise<string | undefined>): Promise<void> {
  for (let after: string | undefined = first; after !== undefined; ) after = await read(after);
}

/** As the snapshot tells it; undefined for what it leaves out. */
function toTold({ state, day, becomes }: RightOutlook, on: string): SnapshotOutlook | undefined {
  if (state === 'unknown') return undefined;
  const isOver = state === 'closed' || state === 'expired';
  if (isOver && day !== undefined && day < addDays(toDate(on), -TOLD_AFTER_END_DAYS).toString()) return undefined;
  return { state, day, becomes: becomes === 'unknown' ? undefined : becomes };
}
