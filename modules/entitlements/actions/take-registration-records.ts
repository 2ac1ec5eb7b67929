import { z } from 'zod';
import { lockValidated } from '#modules/applications';
import { listOverlapping } from '#modules/coverage';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import type { ReadRecord, UnreadableRecord } from '../gateway/registration-lists/index.ts';
import { judgeRecord, type RecordVerdict } from '../model/judge-record.ts';
import { factsOfRecords, type KnownRecord } from '../queries/facts-of-records.ts';
import { getRegistrationListForUpdate, insertRecords, type RecordRow } from '../store/registration-lists.ts';
import { registerFamilies } from './register-families.ts';
import { sendBack } from './send-back.ts';

/**
 * Judges the next records of a list: who is ready is registered, who is not as the file says is sent back with a code, who waits for the
 * insurers waits. How far the reading came is committed with them: a reading cut at any moment goes on where it was, and judges nobody twice.
 */
export const takeRegistrationRecords = defineAction({
  name: 'entitlements.take-registration-records',
  summary: 'Judge the next records of a list to register',
  permission: 'system:entitlements',
  input: z.object({
    list: z.uuid(),
    first: z.int(),
    next: z.int(),
    records: z.custom<readonly ReadRecord[]>(Array.isArray),
    unreadable: z.custom<readonly UnreadableRecord[]>(Array.isArray),
  }),
  output: z.object({ registered: z.int(), rejected: z.int() }),
  refusals: ['lines-out-of-order'],
  internal: true,
  // The records follow from the file.
  identity: ({ list, first, next }) => ({ list, first, next }),
  async run(context, { list: id, first, next, records, unreadable }) {
    const list = await getRegistrationListForUpdate(context.tx, id);
    if (list.nextOrdinal !== first) return refuse('lines-out-of-order', { facts: { expected: list.nextOrdinal } });
    const judged = await judge(context, records);
    const ready = readyOf(judged);
    const registered = new Set((await registerFamilies(context, ready)).map(({ application }) => application));
    // A list of an insurer may have come since the control: who is held for it only now is not told to wait.
    const held = await listOverlapping(context.tx, ready);
    await sendBack(
      context,
      toSendBack(judged).map((one) => ({ ...one, note: null, list: id })),
    );
    const rows = [
      ...judged.map((one) => toRow(one, { list: id, province: list.province, registered, held })),
      ...unreadable.map(({ ordinal, line, request, rule, place }) => ({
        ...{ list_id: id, ordinal, line, request_number: request, request_id: null, result: 'unreadable' as const },
        ...{ code: rule, place, territory: list.province },
      })),
    ];
    await insertRecords(context.tx, id, rows, next);
    const told = rows.map(({ ordinal, result, code }) => [ordinal, result, code]);
    context.journal({ subject: `registration-list:${id}`, territory: list.province, after: digestOf({ list: id, told }) });
    return { registered: registered.size, rejected: rows.filter(({ result }) => result === 'rejected').length };
  },
});

type Judged = { readonly record: ReadRecord; readonly known: KnownRecord; readonly verdict: RecordVerdict };

/** Of two records about one family that are judged together, the one that rejects it stands for both: nobody is registered on half a word. */
async function judge(context: DeedContext, records: readonly ReadRecord[]): Promise<readonly Judged[]> {
  const families = records.map(({ family }) => family);
  const today = context.today.toString();
  const looked = await factsOfRecords(context.tx, families, today);
  // What is not held may move between the look and the deed: the files are held first, and looked at then.
  await lockValidated(context.tx, [...new Set(looked.flatMap(({ file }) => file?.id ?? []))]);
  const known = await factsOfRecords(context.tx, families, today);
  const judged = records.map((record, place) => {
    const own = known[place] as KnownRecord;
    return { record, known: own, verdict: judgeRecord(record.family, own.facts) };
  });
  const rejected = new Map(
    judged.filter(({ verdict }) => verdict.result === 'rejected').map(({ record, verdict }) => [record.family.request, verdict]),
  );
  return judged.map((one) => ({ ...one, verdict: rejected.get(one.record.family.request) ?? one.verdict }));
}

function readyOf(judged: readonly Judged[]): string[] {
  return [...new Set(judged.flatMap(({ known, verdict }) => (verdict.result === 'to-register' ? (known.file?.id ?? []) : [])))];
}

/** A family that is registered, or held, stays so whatever a list says of it. */
function toSendBack(judged: readonly Judged[]) {
  const back = new Map(
    judged.flatMap(({ known: { file, facts }, verdict }) =>
      verdict.result === 'rejected' && facts.standing === 'validated' && file
        ? [[file.id, { application: file.id, code: verdict.code, place: verdict.place }] as const]
        : [],
    ),
  );
  return [...back.values()];
}

type Telling = {
  readonly list: string;
  readonly province: string;
  readonly registered: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
};

function toRow({ record, known, verdict }: Judged, telling: Telling): RecordRow {
  const id = known.file?.id ?? null;
  return {
    ...{ list_id: telling.list, ordinal: record.ordinal, line: record.line, request_number: record.family.request },
    ...{ ...becameOf(verdict, id ?? '', telling), request_id: id },
    territory: known.file?.territory ?? telling.province,
  };
}

type Became = Pick<RecordRow, 'result' | 'code' | 'place'>;

function becameOf(verdict: RecordVerdict, id: string, { registered, held }: Telling): Became {
  const { result } = verdict;
  if (result !== 'to-register') return { code: null, place: '', ...verdict, result };
  if (held.has(id)) return { result: 'held', code: 'double-registration', place: '' };
  return { result: registered.has(id) ? 'registered' : 'waiting', code: null, place: '' };
}
