export { coverListXsd } from './published-schema.ts';
export { type LineBlock, type ListItem, type ReadCover, type RefusedLine, readList } from './read-list.ts';
export { type ListWriter, listWriter } from './write-list.ts';
