import { expect, test } from 'vitest';
import { languageCodes, translator } from '#platform/i18n';
import { aSigningKey, cardClaims, day, keysOf, receiptClaims } from '../testing/credentials.ts';
import { issueCredential, verifyCredential } from './credential.ts';
import type { CredentialClaims } from './credential-claims.ts';
import { REVOCATION_REASONS } from './revocations.ts';
import { credentialDetails, verdictMessage } from './verdict-message.ts';

const key = aSigningKey();
const verdictOf = (claims: CredentialClaims, on: string) =>
  verifyCredential(issueCredential(claims, key).text, { publicKeys: keysOf(key), on: day(on) });

test.each(languageCodes)('every verdict and detail has words in %s', (language) => {
  const say = translator(language);
  for (const claims of [cardClaims(), receiptClaims()]) {
    for (const on of ['2020-01-01', '2026-04-02', '2040-01-01']) {
      const { key: name, facts } = verdictMessage(verdictOf(claims, on));
      expect(say(name, facts)).not.toBe('');
    }
    for (const reason of REVOCATION_REASONS) {
      const revocation = { credential: 'C26000417', since: day('2027-01-10'), reason };
      const { key: name, facts } = verdictMessage({ verdict: 'revoked', claims, keyId: key.id, revocation });
      expect(say(name, facts)).toContain('2027');
    }
    for (const { label } of credentialDetails(claims)) expect(say(label.key)).not.toBe('');
  }
});

test('a receipt that is valid says that it opens emergencies only', () => {
  const { key: name, facts } = verdictMessage(verdictOf(receiptClaims(), '2026-02-01'));
  expect(translator('fr')(name, facts)).toBe('Récépissé valable jusqu’au 3 mars 2026, pour les urgences seulement.');
});
