import { Encoder } from 'cbor-x/index-no-eval';

/** The same library in the build that makes no code at run time: the office's policy forbids that. */
export const cbor = new Encoder({ mapsAsObjects: false, useRecords: false, variableMapSize: true, tagUint8Array: false });
