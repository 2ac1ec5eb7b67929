import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
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

/**
 * The key that signs cards and receipts; made the first time. Processes that ask together get the same key. The public half lies beside
 * it, and is published again when its file is gone.
 */
export function openSigningKey(dataFolder: string, now: Temporal.Instant): SigningKey {
  const files = keyFiles(dataFolder);
  if (!existsSync(files.signing)) makeSigningKey(files);
  const key = parsePem(readFileSync(files.signing, 'utf8'));
  if (!existsSync(files.published))
    replaceFile(files.published, `${JSON.stringify(toKeySet([key], { issuer: 'ANAM', issuedAt: now }), null, 2)}\n`);
  return key;
}

/** What seals the codes on printed dossiers. It follows from the signing key, so that every server of the house reads what another printed. */
export function dossierSecret(key: SigningKey): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', toPem(key), '', 'ramed.dossier-code/1', 32));
}

/** What the store of each agent on a counter's computer is opened with, besides the agent's own PIN. */
export function vaultSecret(key: SigningKey): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', toPem(key), '', 'ramed.office-vault/1', 32));
}

/** What the codes of messages are made and digested with; it follows from the signing key likewise. */
export function noticesSecret(key: SigningKey): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', toPem(key), '', 'ramed.notices/1', 32));
}

/** A link is made once only and to a whole file: whoever comes second keeps the key of the first. */
function makeSigningKey({ folder, signing }: { folder: string; signing: string }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${signing}.${process.pid}-${threadId}`;
  writeFileSync(unfinished, toPem(createSigningKey(randomBytes(32))), { mode: 0o600 });
  try {
    linkSync(unfinished, signing);
  } catch (error) {
    if (!existsSync(signing)) throw error;
  } finally {
    rmSync(unfinished);
  }
}

/** The two files that anyone may have, as they lie on disk; undefined while there is none. */
export function readPublished(dataFolder: string, name: 'public-keys' | 'revocations'): string | undefined {
  const files = keyFiles(dataFolder);
  const path = name === 'revocations' ? files.revocations : files.published;
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
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
  const unfinished = `${path}.${process.pid}-${threadId}`;
  writeFileSync(unfinished, text, { mode });
  renameSync(unfinished, path);
}
