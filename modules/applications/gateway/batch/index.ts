export type { BatchFormat, BatchRecord } from './batch.ts';
export { BatchHeader, SenderReference } from './batch.ts';
export { batchXsd } from './published-schema.ts';
export type { BatchItem, ReadBatchOptions, RecordPlace } from './read-batch.ts';
export { readBatch } from './read-batch.ts';
export type { BatchMeta, BatchWriter } from './write-batch.ts';
export { batchWriter, writeBatch } from './write-batch.ts';
