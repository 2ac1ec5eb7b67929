import { isUtf8 } from 'node:buffer';
import type { Declaration } from '#modules/eligibility';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, refuse } from '#platform/refusals';
import type { IntakeRefusal } from '../../model/intake-rules.ts';
import type { BatchFormat, BatchHeader } from './batch.ts';
import { SenderReference } from './batch.ts';
import { ByteWindow } from './byte-window.ts';
import type { Frame } from './frame.ts';
import { type OpenBatch, openBatch } from './open-batch.ts';
import { toRequest } from './record.ts';

/** Where a record stands in its file: `ordinal` counts records from 1, refused ones as well; `line` is its first line, from 1. */
export type RecordPlace = { readonly ordinal: number; readonly line: number; readonly byteOffset: number };

/**
 * What comes out of a batch, in this order: `opened`, then one `record` or `refused` for each request in the file, then `closed`.
 * `fatal` may come at any time and is the last item: the file cannot be read further, what came before it stands.
 */
export type BatchItem =
  | { readonly kind: 'opened'; readonly header: BatchHeader }
  | (RecordPlace & {
      readonly kind: 'record';
      readonly reference: string;
      readonly declaration: Declaration;
      readonly digest: string;
    })
  | (RecordPlace & {
      readonly kind: 'refused';
      readonly reference?: string;
      readonly refusals: readonly [IntakeRefusal, ...IntakeRefusal[]];
    })
  | { readonly kind: 'closed'; readonly records: number }
  | { readonly kind: 'fatal'; readonly line: number; readonly records: number; readonly refusal: IntakeRefusal };

export type ReadBatchOptions = {
  readonly format: BatchFormat | 'auto';
  /** The largest record that is read, in bytes; 256 KiB unless told. */
  readonly limits?: { readonly recordBytes: number };
  /** The first ordinal wanted: the records before it are counted and passed over unread. */
  readonly startAt?: number;
  /** The rules a declaration must keep besides its schema: see `intakeRules`. */
  readonly rules?: (declaration: Declaration) => readonly IntakeRefusal[];
};

/**
 * Reads a `ramed.batch/1` file (XML, NDJSON or CSV) as a stream: each request is accepted or refused on its own, with every reason.
 * Holds one record and one chunk at a time and reads no faster than its items are taken. Throws only when the source does.
 */
export async function* readBatch(source: AsyncIterable<Uint8Array>, options: ReadBatchOptions): AsyncGenerator<BatchItem, void> {
  const window = new ByteWindow(source);
  try {
    const batch = await openBatch(window, options.format, options.limits?.recordBytes ?? largestRecord);
    if (isRefusal(batch)) yield { kind: 'fatal', line: window.place.line, records: 0, refusal: batch };
    else yield* readRecords(batch, window, options);
  } finally {
    await window.close();
  }
}

const largestRecord = 256 * 1024;

async function* readRecords(
  batch: OpenBatch,
  window: ByteWindow,
  { startAt = 1, rules = () => [] }: ReadBatchOptions,
): AsyncGenerator<BatchItem, void> {
  yield { kind: 'opened', header: batch.header };
  for (let ordinal = 1; ; ordinal += 1) {
    const frame = await batch.frames.next();
    const records = ordinal - 1;
    if (frame.found === 'fatal') return yield { kind: 'fatal', line: window.place.line, records, refusal: frame.refusal };
    if (frame.found === 'end') return yield endOf(batch.header, records, window.place.line);
    if (ordinal >= startAt) yield itemOf(frame, ordinal, { read: batch.read, rules });
  }
}

/** A file may end cleanly and yet have lost its tail: only the sender's own count tells. */
function endOf({ count }: BatchHeader, records: number, line: number): BatchItem {
  if (count === undefined || count === records) return { kind: 'closed', records };
  return { kind: 'fatal', line, records, refusal: refuse('count-differs', { facts: { count, records } }) };
}

type RecordFrame = Frame & { readonly found: 'record' };
type Means = Pick<OpenBatch, 'read'> & Required<Pick<ReadBatchOptions, 'rules'>>;

function itemOf(frame: RecordFrame, ordinal: number, { read, rules }: Means): BatchItem {
  const { line, byteOffset } = frame;
  const place = { ordinal, line, byteOffset };
  const refused = (refusals: readonly [IntakeRefusal, ...IntakeRefusal[]], reference = referenceIn(frame.bytes)): BatchItem => ({
    kind: 'refused',
    ...place,
    ...(reference === undefined ? {} : { reference }),
    refusals,
  });
  if (frame.fault !== undefined) return refused([refuse(frame.fault)]);
  if (!isUtf8(frame.bytes)) return refused([refuse('invalid-utf8')]);
  const { values, refusal } = read(frame.bytes.toString(), line);
  if (refusal !== undefined) return refused([refusal]);
  const request = toRequest(values);
  if ('refusals' in request) return refused(request.refusals, request.reference);
  const [first, ...others] = rules(request.declaration);
  if (first !== undefined) return refused([first, ...others], request.reference);
  return { kind: 'record', ...place, ...request, digest: digestOf(request.declaration) };
}

/** The reference of a record that cannot be read, when it can be told at all: so that its sender finds it. */
function referenceIn(bytes: Buffer): string | undefined {
  const found = /\breference"?\s*[=:]\s*["']([^"']{1,64})["']/.exec(bytes.toString('latin1', 0, 1024))?.[1];
  return SenderReference.safeParse(found).data;
}
