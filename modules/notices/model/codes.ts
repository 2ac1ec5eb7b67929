import { createHmac } from 'node:crypto';

/** Makes and digests the codes of messages with a secret of the house, so that a copy of the database opens and stops nothing. */
export type Codes = {
  /** The code that proves an address: figures that follow from the deed that asks for it, so that the same form sent twice sends one code. */
  readonly proofCode: (deed: string, digits: number) => string;
  readonly digestOfProof: (application: string, code: string) => string;
  /** The code that stops the messages about a request: the same in each of them. */
  readonly stopCode: (application: string) => string;
  readonly digestOfStop: (code: string) => string;
  /** For counting without keeping who. */
  readonly digestOfAsked: (what: string) => string;
};

// Without 0, 1, I, L, O and U: read aloud and copied by hand.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const STOP_LENGTH = 9;

export function openCodes(secret: Uint8Array): Codes {
  const seal = (purpose: string, text: string) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  return {
    proofCode: (deed, digits) => String(seal('proof-code', deed).readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, '0'),
    digestOfProof: (application, code) => seal('proof-digest', `${application}\n${code}`).toString('hex'),
    stopCode: (application) =>
      Array.from(seal('stop-code', application).subarray(0, STOP_LENGTH), (byte) => letters[byte % letters.length]).join(''),
    digestOfStop: (code) => seal('stop-digest', code).toString('hex'),
    digestOfAsked: (what) => seal('asked', what).toString('hex'),
  };
}
