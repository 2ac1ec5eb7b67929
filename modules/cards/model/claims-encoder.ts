import { Encoder } from 'cbor-x';

/** Deterministic CBOR: maps as maps, the shortest lengths, bytes without a tag. */
export const cbor = new Encoder({ mapsAsObjects: false, useRecords: false, variableMapSize: true, tagUint8Array: false });
