import type { Declaration } from '#modules/eligibility';
import { type BatchFormat, type BatchItem, type BatchRecord, batchWriter, type ReadBatchOptions, readBatch } from '../index.ts';

export const formats: readonly BatchFormat[] = ['xml', 'ndjson', 'csv'];

export const meta = { sender: 'ANNEXE-HAY-SALAM', reference: 'LOT-7', created_on: '2024-05-02' };

/** A household of two at Assilah that every rule receives. */
export function aDeclaration(changes: Partial<Declaration> = {}): Declaration {
  return { ...(household as unknown as Declaration), ...changes };
}

const household = {
  schema: 'ramed.declaration/1',
  filed_on: '2024-04-21',
  commune: '01.511.01.01',
  milieu: 'urban',
  members: [
    person({ ref: 1, relation: 'head', sex: 'F', birth_date: '1980-03-26', given: ['Fatima', 'فاطمة'], cnie: 'QA1234' }),
    person({ ref: 2, relation: 'child', sex: 'M', birth_date: '2010-02-28', given: ['Idir', 'ⵉⴷⵉⵔ'] }),
  ],
  nuclei: 1,
  dwelling: { kind: 'room', tenure: 'rented', rooms: 2, electricity: true },
  assets: { rainfed_ha: 1.5, cows: 1 },
  resources: { income_year: 12_000 },
  no_other_cover_declared: true,
};

type Person = { ref: number; relation: string; sex: string; birth_date: string; given: readonly [string, string]; cnie?: string };

function person({ given: [fr, ar], ...member }: Person): object {
  return {
    ...member,
    names: { fr: { family: 'Bou"nou', given: fr }, ar: { family: 'بنعلي', given: ar } },
    other_cover: null,
    literate: true,
  };
}

export function aRequest(reference: string, changes: Partial<Declaration> = {}): BatchRecord {
  return { reference, declaration: aDeclaration(changes) };
}

export function textOf(format: BatchFormat, records: readonly BatchRecord[], count?: number): string {
  const writer = batchWriter(format, { members: 9 });
  const header = writer.header(count === undefined ? meta : { ...meta, count });
  return header + records.map((record) => writer.record(record)).join('') + writer.footer();
}

/** Everything a reader makes of a text or of bytes, handed over in pieces of this size. */
export async function readAll(
  text: string | Buffer,
  options: Partial<ReadBatchOptions> & { piece?: number } = {},
): Promise<BatchItem[]> {
  const { piece = 65_536, ...rest } = options;
  return await collect(readBatch(inPieces(Buffer.from(text as string), piece), { format: 'auto', ...rest }));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What a reader made of each request, in one word or rule: `R-1 received`, `R-2 members[0].sex choice`. */
export function verdicts(items: readonly BatchItem[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'record') return [`${item.reference} received`];
    if (item.kind === 'fatal') return [`line ${item.line} fatal ${item.refusal.refused}`];
    if (item.kind !== 'refused') return [];
    const [first] = item.refusals;
    return [[item.reference ?? '?', first.place, first.refused].filter((part) => part !== undefined && part !== '').join(' ')];
  });
}
