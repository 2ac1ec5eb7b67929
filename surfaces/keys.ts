import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSigningKey,
  issueRevocationList,
  parsePem,
  type Revocation,
  type SigningKey,
  toKeySet,
  toPem,
} from '#modules/cards';
import type { Temporal } from '#platform/dates';

/** Where the keys of the house lie. The private one is readable by its owner only and never leaves this folder. */
function keyFiles(dataFolder: string) {
  const folder = join(dataFolder, 'keys');
  return {
    folder,
    signing: join(folder, 'signing-key.pem'),
    published: join(folder, 'public-keys.json'),
    revocations: join(folder, 'revocations.json'),
  };
}

/** The key that signs cards and receipts; made the first time, with the public half published beside it. */
export function openSigningKey(dataFolder: string, now: Temporal.Instant): SigningKey {
  const files = keyFiles(dataFolder);
  if (existsSync(files.signing)) return parsePem(readFileSync(files.signing, 'utf8'));
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  const key = createSigningKey(randomBytes(32));
  replaceFile(files.signing, toPem(key), 0o600);
  replaceFile(files.published, `${JSON.stringify(toKeySet([key], { issuer: 'ANAM', issuedAt: now }), null, 2)}\n`);
  return key;
}

/** Publishes the signed list of cards that are worth nothing any more, for readers without a network. */
export function publishRevocations(
  dataFolder: string,
  revocations: readonly Revocation[],
  now: Temporal.Instant,
  key: SigningKey,
): void {
  replaceFile(keyFiles(dataFolder).revocations, `${JSON.stringify(issueRevocationList(revocations, now, key), null, 2)}\n`);
}

/** A reader sees the old file or the new one, never half of one. */
function replaceFile(path: string, text: string, mode = 0o644): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text, { mode });
  renameSync(unfinished, path);
}
