export { registrationListXsd } from './published-schema.ts';
export {
  type ReadRecord,
  type RecordBlock,
  readRegistrationList,
  type UnreadableRecord,
} from './read-list.ts';
export { type AcknowledgedRecord, acknowledgementWriter } from './write-acknowledgement.ts';
export { registrationListWriter } from './write-list.ts';
