import type { Message } from '#platform/i18n';
import type { CredentialClaims } from './credential-claims.ts';
import type { Verdict } from './credential-text.ts';

/** The verdict in one sentence: "Card valid until 1 April 2029." The same on the page, at the desk and on the command line. */
export function verdictMessage(result: Verdict): Message {
  if (!('claims' in result)) return { key: `cards.verdict.${result.verdict}` };
  const { verdict, claims } = result;
  return {
    key: `cards.verdict.${claims.kind}.${verdict}`,
    facts: {
      from: claims.validFrom,
      until: claims.validUntil,
      ...(verdict === 'revoked' ? { since: result.revocation.since, reason: selectorOf(result.revocation.reason) } : {}),
    },
  };
}

/** What a credential whose signature is good says: each line a label, and a value that is a text or a message. */
export function credentialDetails(
  claims: CredentialClaims,
): readonly { readonly label: Message; readonly value: string | Message }[] {
  const label = (name: string): Message => ({ key: `cards.detail.${name}` });
  const numbers =
    claims.kind === 'card'
      ? [
          { label: label('registration'), value: inFours(claims.registrationNumber) },
          { label: label('serial'), value: claims.cardSerial },
        ]
      : [{ label: label('receipt'), value: inFours(claims.receiptNumber) }];
  return [
    { label: label('name'), value: [claims.names.latin, claims.names.arabic].filter(Boolean).join(' · ') },
    ...numbers,
    {
      label: label('validity'),
      value: { key: 'cards.detail.from-to', facts: { from: claims.validFrom, until: claims.validUntil } },
    },
    { label: label('family'), value: claims.birthYears.join(', ') },
    { label: label('issuer'), value: claims.issuer },
  ];
}

/** The selectors of an ICU message have no hyphen. */
function selectorOf(reason: string): string {
  return reason.replaceAll('-', '_');
}

function inFours(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
