import { canonicalJson } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { Temporal } from '#platform/dates';
import { type Minutes, parseMinutes } from '../../model/minutes.ts';
import { digestOfMinutes, proveLines } from '../../model/minutes-proof.ts';
import type { ProofNote } from '../../model/proof.ts';
import type { LawOn } from '../../model/quorum-rule.ts';
import { listStandingDecisions } from '../../store/appeal-decisions.ts';
import { listAppealItems, listAppealsByIds } from '../../store/appeals.ts';
import { listPrintings } from '../../store/printings.ts';
import { listRulings } from '../../store/rulings.ts';
import { listAllSigned } from '../../store/signatures.ts';
import { findSitting, getCommission, listAgenda } from '../../store/sittings.ts';
import type { AgendaRow, CommissionsTables, RulingRow, SignatureRow, SignedPaperRow, SittingRow } from '../../store/tables.ts';
import { type RoomRead, readRoom } from '../read-room.ts';
import { writeMinutes } from '../write-minutes.ts';
import { type RuledAppeal, writeMinutesOfHearing } from '../write-minutes-of-hearing.ts';

/** A sealed sitting: its minutes as they were kept, and as the books, the members and the law of its day make them again. */
export type ReplayedSitting = {
  readonly sitting: SittingRow;
  readonly commission: CommissionsTables['commission'];
  readonly read: RoomRead;
  readonly agenda: readonly AgendaRow[];
  /** Those taken back too. */
  readonly rulings: readonly RulingRow[];
  readonly ruled: readonly RuledAppeal[];
  readonly signed: { readonly signatures: readonly SignatureRow[]; readonly papers: readonly SignedPaperRow[] };
  readonly printings: readonly CommissionsTables['printing'][];
  readonly text: string;
  readonly sealedDigest: string;
  /** Undefined where the text is no minutes any more. */
  readonly kept: Minutes | undefined;
  /** Why something of the minutes cannot be known. */
  readonly note: ProofNote | undefined;
  /** Undefined where the books lack what the minutes were written from. */
  readonly rebuilt: { readonly minutes: Minutes; readonly text: string; readonly digest: string } | undefined;
};

/** Reads a sealed sitting and writes its minutes again; undefined for one that is not sealed, or that the asker does not see. */
export async function readReplayedSitting(tx: Tx, id: string, lawOn: LawOn): Promise<ReplayedSitting | undefined> {
  const sitting = await findSitting(tx, id);
  if (!sitting || sitting.minutes === null || sitting.sealed_at === null) return undefined;
  const books = {
    commission: await getCommission(tx, sitting.commission_id),
    read: await readRoom(tx, sitting, lawOn),
    agenda: await listAgenda(tx, [id]),
    rulings: await listRulings(tx, id),
    ruled: await listRuledAppeals(tx, id),
    signed: await listAllSigned(tx, id),
    printings: await listPrintings(tx, id),
  };
  const kept = readMinutes(sitting.minutes);
  return {
    ...{ sitting, ...books, kept, text: sitting.minutes, sealedDigest: sitting.minutes_digest ?? '' },
    note: kept === undefined ? 'minutes-unreadable' : isFirstForm(sitting.minutes) ? 'first-form' : undefined,
    rebuilt: await rebuild(tx, { sitting, ...books }),
  };
}

/** The minutes where they say all that is proved of them; undefined, with a note, where they do not. */
export function fullMinutes({ kept, note }: ReplayedSitting): Minutes | undefined {
  return note === undefined ? kept : undefined;
}

/** What a letter carries of the line of a file: in the minutes that were kept, and in those written again. */
export function lineDigests({ text, sealedDigest, kept, rebuilt }: ReplayedSitting, file: string) {
  const digestIn = (minutes: string, digest: string) => proveLines(minutes, digest).find((line) => line.file === file)?.digest;
  return {
    kept: kept && digestIn(text, sealedDigest),
    remade: rebuilt && digestIn(rebuilt.text, rebuilt.digest),
  };
}

async function listRuledAppeals(tx: Tx, sitting: string): Promise<RuledAppeal[]> {
  const items = await listAppealItems(tx, sitting);
  if (items.length === 0) return [];
  const ids = items.map((item) => item.appeal_id);
  const appeals = new Map((await listAppealsByIds(tx, ids)).map((appeal) => [appeal.id, appeal]));
  const decisions = new Map((await listStandingDecisions(tx, sitting)).map((one) => [one.appeal_id, one]));
  return items.flatMap(({ appeal_id, position }) => {
    const [appeal, decision] = [appeals.get(appeal_id), decisions.get(appeal_id)];
    return appeal && decision ? [{ appeal, decision, position }] : [];
  });
}

type Books = Pick<ReplayedSitting, 'sitting' | 'commission' | 'read' | 'agenda' | 'rulings' | 'ruled'>;

async function rebuild(tx: Tx, books: Books): Promise<ReplayedSitting['rebuilt']> {
  const standing = books.rulings.filter((row) => row.withdrawn_at === null);
  const rulings = new Map(standing.map((row) => [row.application_id, row]));
  if (books.agenda.some((item) => !rulings.has(item.application_id))) return undefined;
  const writing = { tx, now: Temporal.Instant.from(books.sitting.sealed_at ?? '') };
  const minutes =
    books.commission.kind === 'cpp'
      ? await writeMinutesOfHearing(writing, books)
      : await writeMinutes(writing, { ...books, rulings });
  const text = canonicalJson(minutes);
  return { minutes, text, digest: digestOfMinutes(text) };
}

function readMinutes(text: string): Minutes | undefined {
  try {
    return parseMinutes(text);
  } catch {
    return undefined;
  }
}

function isFirstForm(text: string): boolean {
  return (JSON.parse(text) as { schema?: string }).schema === 'ramed.minutes/1';
}
