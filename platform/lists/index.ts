export { detectListFormat } from './detect-format.ts';
export { readList } from './read-list.ts';
export { type ListFault, type ListFormat, type ListShape, listFormats, type RawRecord } from './shape.ts';
export { type QuoteFault, splitRow } from './split-row.ts';
export { listWriter } from './write-list.ts';
