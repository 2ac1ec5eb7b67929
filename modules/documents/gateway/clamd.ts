import { connect } from 'node:net';
import { RamedError } from '#platform/errors';

/** What a scanner says of some bytes. `silent`: it could not be asked, which is said of the scanner and not of the bytes. */
export type Verdict = 'clean' | 'infected' | 'silent';

export type Scanner = {
  scan(bytes: Buffer): Promise<Verdict>;
  /** How long to wait before a silent scanner is asked again. */
  readonly againAfterMs: number;
};

export type ScannerSettings = {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
  readonly againAfterMs: number;
};

/** clamd, asked over TCP by its INSTREAM command: chunks, each after its length in four bytes, and a chunk of none at the end. */
export function clamd({ host, port, timeoutMs, againAfterMs }: ScannerSettings): Scanner {
  return {
    againAfterMs,
    scan: (bytes) =>
      new Promise((resolve) => {
        const socket = connect({ host, port });
        let answer = '';
        const settle = (verdict: Verdict) => {
          clearTimeout(timer);
          socket.destroy();
          resolve(verdict);
        };
        const timer = setTimeout(() => settle('silent'), timeoutMs);
        socket.once('error', () => settle('silent'));
        socket.once('close', () => settle(verdictIn(answer)));
        socket.once('connect', () => send(bytes, (part) => socket.write(part)));
        socket.on('data', (part) => {
          answer += part.toString('latin1');
          if (answer.includes('\0') || answer.length > LONGEST_ANSWER) settle(verdictIn(answer));
        });
      }),
  };
}

const CHUNK = 65_536;
const LONGEST_ANSWER = 1_000;

function send(bytes: Buffer, write: (part: Buffer) => void): void {
  write(Buffer.from('zINSTREAM\0', 'latin1'));
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const chunk = bytes.subarray(start, start + CHUNK);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    write(length);
    write(chunk);
  }
  write(Buffer.alloc(4));
}

/** `stream: OK`, `stream: <name> FOUND`, or an error. Half an answer, a web page or silence is no verdict. */
function verdictIn(answer: string): Verdict {
  const [said = '', rest] = answer.split('\0');
  if (rest === undefined) return 'silent';
  if (said === 'stream: OK') return 'clean';
  return /^stream: .+ FOUND$/.test(said) ? 'infected' : 'silent';
}

/** The stand-in on this machine, from the base port of RAMED_PARTNERS_PORT_BASE. */
const STAND_IN_OFFSET = 9;
const DEFAULT_PORT_BASE = 4100;

/**
 * How to reach the scanner: RAMED_PARTNER_SCANNER_URL (`tcp://host:port`; clamd speaks in clear, so this machine or a network of one's own),
 * …_TIMEOUT_MS (10000) and …_AGAIN_MS (30000). Unset, the stand-in of this machine; in production the address must be given. Throws
 * `documents.environment` naming the variable.
 */
export function scannerFromEnv(env: NodeJS.ProcessEnv): ScannerSettings {
  const port = Number(env.RAMED_PARTNERS_PORT_BASE || DEFAULT_PORT_BASE) + STAND_IN_OFFSET;
  const given = env.RAMED_PARTNER_SCANNER_URL || (env.RAMED_MODE === 'production' ? '' : `tcp://127.0.0.1:${port}`);
  const url = URL.parse(given);
  if (url?.protocol !== 'tcp:' || url.hostname === '' || url.port === '')
    throw wrong('RAMED_PARTNER_SCANNER_URL', 'must be tcp://host:port');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port),
    timeoutMs: millisecondsOf('RAMED_PARTNER_SCANNER_TIMEOUT_MS', env, 10_000),
    againAfterMs: millisecondsOf('RAMED_PARTNER_SCANNER_AGAIN_MS', env, 30_000),
  };
}

function millisecondsOf(variable: string, env: NodeJS.ProcessEnv, otherwise: number): number {
  const wait = Number(env[variable] || otherwise);
  if (!Number.isInteger(wait) || wait < 10 || wait > 3_600_000) throw wrong(variable, 'must be 10 to 3600000 milliseconds');
  return wait;
}

function wrong(variable: string, rule: string): RamedError {
  return new RamedError('documents.environment', `${variable} ${rule}.`);
}
