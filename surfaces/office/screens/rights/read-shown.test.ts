import { expect, test } from 'vitest';
import { issueCredential } from '#modules/cards';
import { withCheckDigit } from '#platform/numbers';
import { aSigningKey, cardClaims, day, receiptClaims } from '../../../../modules/cards/testing/credentials.ts';
import { verifyByLibrary } from '../../client/codes/signature-check.ts';
import { readShown } from './read-shown.ts';

const key = aSigningKey();
const jwk = key.publicKey.export({ format: 'jwk' });
const bytes = new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url'));
const check = async () => async (parts: { keyId: string; toBeSigned: Uint8Array; signature: Uint8Array }) =>
  parts.keyId === key.id ? verifyByLibrary(bytes, parts.toBeSigned, parts.signature) : undefined;
const reading = { check, on: day('2027-01-10') };

test('a number is asked as a family’s and as a receipt’s, however it was typed; a slip of the finger is told at once', async () => {
  const number = withCheckDigit('26100000001');
  const subjects = [
    { by: 'registration', number },
    { by: 'receipt', number },
  ];
  for (const typed of [
    number,
    number.replace(/(.{4})/g, '$1 '),
    number.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''),
  ])
    expect(await readShown(typed, reading)).toEqual({ kind: 'ask', subjects, text: typed });
  expect(await readShown('261000000019', reading)).toEqual({ kind: 'wrong', reason: 'number-wrong' });
  expect(await readShown('ic 000110', reading)).toEqual({ kind: 'card', cnie: 'IC000110' });
});

test('a signed code is judged here by its days, for when there is no network; a forged one never leaves', async () => {
  const { text } = issueCredential(cardClaims(), key);
  expect(await readShown(text, reading)).toEqual({
    ...{ kind: 'ask', subjects: [{ by: 'code', code: text }], text },
    own: { state: 'open', since: '2026-04-02', until: '2029-04-01' },
  });
  expect(await readShown(text, { check, on: day('2029-05-01') })).toMatchObject({ own: { state: 'expired' } });
  expect(await readShown(text, { check, on: day('2026-04-01') })).toMatchObject({ own: { state: 'not-yet' } });
  const receipt = issueCredential(receiptClaims({ validFrom: day('2027-01-01'), validUntil: day('2027-03-01') }), key).text;
  expect(await readShown(receipt, reading)).toMatchObject({ own: { state: 'emergency-only' } });
  const stranger = issueCredential(cardClaims(), aSigningKey(2)).text;
  expect(await readShown(stranger, reading)).toEqual({ kind: 'wrong', reason: 'code-forged' });
  expect(await readShown('RMD1:ABC', reading)).toEqual({ kind: 'wrong', reason: 'code-unreadable' });
});

test('a computer that never reached a server asks it, and believes no code by itself', async () => {
  const { text } = issueCredential(cardClaims(), key);
  expect(await readShown(text, { ...reading, check: async () => undefined })).toEqual({
    ...{ kind: 'ask', subjects: [{ by: 'code', code: text }], text },
  });
});
