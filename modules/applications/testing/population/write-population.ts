import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type BatchFormat, type BatchWriter, batchWriter } from '../../gateway/batch/index.ts';
import type { Filed } from './plant.ts';
import { type PopulationOptions, population } from './population.ts';
import type { TruthKind } from './truth.ts';

export type PopulationFile = PopulationOptions & { readonly format: BatchFormat; readonly file: string };
export type PopulationWritten = {
  readonly households: number;
  readonly persons: number;
  readonly truths: Readonly<Partial<Record<TruthKind, number>>>;
};

/**
 * Writes the population as one batch to `file` and its planted truths, one JSON object a line, to `<file>.truth.ndjson`. Holds no
 * more than two buffers at a time, however many households.
 */
export async function writePopulation({ format, file, ...options }: PopulationFile): Promise<PopulationWritten> {
  const writer = batchWriter(format);
  const batch = bufferedFile(file);
  const truth = bufferedFile(`${file}.truth.ndjson`);
  const truths: Partial<Record<TruthKind, number>> = {};
  let persons = 0;
  batch.add(writer.header(metaOf(options)));
  for (const filed of population(options)) {
    persons += filed.declaration.members.length;
    for (const { kind } of filed.truths) truths[kind] = (truths[kind] ?? 0) + 1;
    batch.add(recordText(filed, writer, format));
    for (const fact of filed.truths) truth.add(`${JSON.stringify(fact)}\n`);
    if (batch.isFull()) await Promise.all([batch.flush(), truth.flush()]);
  }
  batch.add(writer.footer());
  await Promise.all([batch.close(), truth.close()]);
  return { households: options.households, persons, truths };
}

/** The batch is named after everything that decides its content: the same name is the same batch. */
function metaOf({ seed, households, province, commune, filedFrom, filedTo, errors }: PopulationOptions) {
  const reference = [seed, commune ?? province ?? 'country', households, filedFrom, filedTo, errors].join(':');
  // Another seed is another sender: its first family is not the first family of this one.
  return { sender: `population-${hash('sha256', seed).slice(0, 8)}`, reference, created_on: filedTo, count: households };
}

function recordText({ strangeKey, ...record }: Filed, writer: BatchWriter, format: BatchFormat): string {
  const text = writer.record(record);
  return strangeKey === undefined ? text : withStrangeKey[format](text, strangeKey);
}

/** The writers know only the form, so what the form does not know is added to their text. A row of CSV gets a cell too many. */
const withStrangeKey: Readonly<Record<BatchFormat, (text: string, key: NonNullable<Filed['strangeKey']>) => string>> = {
  xml: (text, { name, value }) => text.replace('</declaration>', `<${name}>${value}</${name}></declaration>`),
  ndjson: (text, { name, value }) =>
    text.replace('"declaration":{', `"declaration":{${JSON.stringify(name)}:${JSON.stringify(value)},`),
  csv: (text, { value }) => text.replace(/\r\n$/, `;${value}\r\n`),
};

const fullAt = 65_536;

type BufferedFile = { add(text: string): void; isFull(): boolean; flush(): Promise<void>; close(): Promise<void> };

/** Text goes to the file in large pieces, and whoever flushes waits while the disk does. */
function bufferedFile(path: string): BufferedFile {
  const stream = createWriteStream(path, { encoding: 'utf8' });
  let buffer = '';
  const flush = async () => {
    const text = buffer;
    buffer = '';
    if (!stream.write(text)) await once(stream, 'drain');
  };
  return {
    add: (text) => {
      buffer += text;
    },
    isFull: () => buffer.length >= fullAt,
    flush,
    close: async () => {
      await flush();
      stream.end();
      await finished(stream);
    },
  };
}
