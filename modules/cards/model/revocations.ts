import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Refusal, refuse } from '#platform/refusals';
import { openCose, signCose } from './cose-signing.ts';
import type { PublicKeys, SigningKey } from './signing-keys.ts';

export const REVOCATION_REASONS = ['lost', 'stolen', 'damaged', 'replaced', 'right-closed', 'fraud'] as const;

/** A credential no longer believed from a day on. `credential`: the serial of a card or the number of a receipt. */
export type Revocation = {
  readonly credential: string;
  readonly since: Temporal.PlainDate;
  readonly reason: (typeof REVOCATION_REASONS)[number];
};

/** A list a verifier may trust: who is on it, and as it stood when. */
export type Revocations = { readonly issuedAt: Temporal.Instant; readonly byCredential: ReadonlyMap<string, Revocation> };

/** The published list, `ramed.revocations/1`: readable by people, sealed by the same keys as the credentials. */
export type RevocationList = z.infer<typeof RevocationList>;

export const RevocationList = z.object({
  format: z.literal('ramed.revocations/1'),
  issued_at: z.iso.datetime(),
  revocations: z.array(
    z.object({ credential: z.string().min(1).max(24), since: z.iso.date(), reason: z.enum(REVOCATION_REASONS) }),
  ),
  /** COSE_Sign1 in base64url over the SHA-256 of the rest. */
  seal: z.string().max(400),
});

export type RevocationListRefusal = Refusal<'revocations-unreadable' | 'revocations-forged'>;

export function issueRevocationList(
  revocations: readonly Revocation[],
  issuedAt: Temporal.Instant,
  key: SigningKey,
): RevocationList {
  const list = {
    format: 'ramed.revocations/1' as const,
    issued_at: issuedAt.toString(),
    revocations: revocations
      .map(({ credential, since, reason }) => ({ credential, since: since.toString(), reason }))
      .sort((one, other) => (one.credential < other.credential ? -1 : 1)),
  };
  return { ...list, seal: Buffer.from(signCose(sealedContent(list), key)).toString('base64url') };
}

/** Refuses a list that is not one (`revocations-unreadable`) or that no known key sealed as it stands (`revocations-forged`). */
export function parseRevocationList(json: unknown, keys: PublicKeys): Revocations | RevocationListRefusal {
  const parsed = RevocationList.safeParse(json);
  if (!parsed.success) return refuse('revocations-unreadable', { place: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { seal, ...list } = parsed.data;
  const opened = openCose(Buffer.from(seal, 'base64url'), keys);
  if ('fault' in opened || Buffer.compare(opened.payload, sealedContent(list)) !== 0) return refuse('revocations-forged');
  const revocations = list.revocations.map((entry) => ({ ...entry, since: Temporal.PlainDate.from(entry.since) }));
  return {
    issuedAt: Temporal.Instant.from(list.issued_at),
    byCredential: new Map(revocations.map((revocation) => [revocation.credential, revocation])),
  };
}

/** The format's name stands in front so that a seal can never be taken for a credential, nor the reverse. */
function sealedContent(list: Omit<RevocationList, 'seal'>): Uint8Array {
  const rows = list.revocations.map(({ credential, since, reason }) => [credential, since, reason]);
  const digest = createHash('sha256')
    .update(JSON.stringify([list.issued_at, rows]))
    .digest('hex');
  return Buffer.from(`${list.format} ${digest}`);
}
