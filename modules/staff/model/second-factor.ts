import type { Permission } from '#platform/permissions';
import { permissionsOf, type Role } from './roles.ts';

/**
 * Of whom a code is asked beside the password: of every agent; of those who decide or read the nation; or only of those who have enrolled,
 * which is for development and training.
 */
export type SecondFactorPolicy = 'everyone' | 'deciding' | 'enrolled';

/** What binds a family or the scheme, or opens the doors of others. */
const deciding: readonly Permission[] = [
  'commissions:record',
  'commissions:validate',
  'commissions:examine-appeal',
  'entitlements:register',
  'cards:revoke',
  'complaints:answer',
  'applications:receive-batch',
  'staff:administer',
];

/** Whether nobody may act at this post with a password alone. */
export function needsSecondFactor(
  policy: SecondFactorPolicy,
  post: { readonly role: Role; readonly territory: string },
): boolean {
  if (policy !== 'deciding') return policy === 'everyone';
  const may = permissionsOf(post.role);
  return post.territory === '' || deciding.some((permission) => may.has(permission));
}

/** How many codes an agent keeps on paper for the day the telephone is lost. */
export const RECOVERY_CODES = 8;
/** Letters and figures that are not taken for one another when they are copied from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `xxxxx-xxxxx`: fifty bits each, out of ten random bytes. */
export function toRecoveryCode(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 10), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** A recovery code as it was made, however it was typed; undefined for anything else. */
export function readRecoveryCode(typed: string): string | undefined {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '');
  return /^[a-z2-9]{10}$/.test(letters) ? `${letters.slice(0, 5)}-${letters.slice(5)}` : undefined;
}
