import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';

/**
 * One processor is left to whoever is signed in already: hashing takes its turn. At eight in the morning who signs in waits a little longer,
 * and nobody else does.
 */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

/** argon2id with the parameters OWASP recommends (19 MiB, two passes): about 20 ms of a processor. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }));
}

/** Compares with the password of nobody when there is no hash, so that the answer takes as long as for a known login. */
export async function isPassword(known: string | undefined, password: string): Promise<boolean> {
  const compared = known ?? (await strangersHash());
  return inTurn(() => verify(compared, password));
}

let strangers: Promise<string> | undefined;

function strangersHash(): Promise<string> {
  strangers ??= hashPassword(randomBytes(16).toString('hex'));
  return strangers;
}

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else working += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}
