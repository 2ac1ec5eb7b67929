import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type PartnerAddress, partnerAddress } from '#modules/exchange';
import type { MakerFault } from '../model/maker.ts';
import { type Acknowledgement, readAcknowledgement } from './acknowledgement.ts';

export type Delivered = { readonly reference: string; readonly file: string } | { readonly fault: MakerFault };

export type Answer =
  | Acknowledgement
  | { readonly fault: MakerFault }
  | { readonly readyAfterMs: number }
  /** The maker does not know the batch (any more). */
  | { readonly isUnknown: true };

/** The way to the maker of cards. Neither throws for what the maker or the network may do. */
export type MakerClient = {
  /** Sends the file of a batch as it is written. The same file sent again is for the maker the same batch. */
  readonly deliver: (batch: string, file: AsyncIterable<string>) => Promise<Delivered>;
  /** What became of the cards, once they are made. */
  readonly fetchAcknowledgement: (batch: string, file: string) => Promise<Answer>;
};

/** Where the stand-in of the maker listens, from the base port. */
const STAND_IN = 8;

export function makerFromEnv(env: NodeJS.ProcessEnv): PartnerAddress {
  return partnerAddress('maker', STAND_IN, env);
}

/** A file goes for as long as it takes; a maker that takes none of it for so long is silent. */
const DELIVERY_MS = 10 * 60_000;
/** An acknowledgement of the largest batch is far below. */
const LONGEST_ANSWER = 4_000_000;
const READY_BY_DEFAULT_MS = 15 * 60_000;

export function makerClient(maker: PartnerAddress): MakerClient {
  const call = (path: string, init: RequestInit & { timeoutMs: number; duplex?: 'half' }) =>
    fetch(`${maker.baseUrl.replace(/\/$/, '')}${path}`, {
      ...init,
      headers: { 'content-type': 'text/csv; charset=utf-8', authorization: `Bearer ${maker.key}` },
      // A redirection would carry the agreement key to whoever it names.
      redirect: 'manual',
      signal: AbortSignal.timeout(init.timeoutMs),
    });

  async function deliver(batch: string, file: AsyncIterable<string>): Promise<Delivered> {
    const digest = createHash('sha256');
    const body = Readable.toWeb(Readable.from(digesting(file, digest))) as unknown as NonNullable<RequestInit['body']>;
    try {
      const init = { method: 'PUT', body, duplex: 'half' as const, timeoutMs: DELIVERY_MS };
      const response = await call(`/v1/batches?batch=${encodeURIComponent(batch)}`, init);
      const said = await readAnswer(response);
      if (response.status === 409) return { fault: 'other-file' };
      if (!response.ok) return { fault: response.status >= 500 || response.status === 429 ? 'silent' : 'refused' };
      return readReceipt(said, digest.digest('hex'));
    } catch {
      return { fault: 'silent' };
    }
  }

  async function fetchAcknowledgement(batch: string, file: string): Promise<Answer> {
    try {
      const init = { method: 'GET', timeoutMs: maker.timeoutMs };
      const response = await call(`/v1/acknowledgements?batch=${encodeURIComponent(batch)}`, init);
      const said = await readAnswer(response);
      if (response.status === 202) return { readyAfterMs: askedWait(response) };
      if (response.status === 404) return { isUnknown: true };
      if (response.status !== 200) return { fault: response.status >= 500 || response.status === 429 ? 'silent' : 'refused' };
      return said === undefined ? { fault: 'unreadable' } : readAcknowledgement(said, { batch, file, key: maker.key });
    } catch {
      return { fault: 'silent' };
    }
  }

  return { deliver, fetchAcknowledgement };
}

async function* digesting(file: AsyncIterable<string>, digest: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const text of file) {
    const bytes = Buffer.from(text, 'utf8');
    digest.update(bytes);
    yield bytes;
  }
}

/** Of a longer answer no more than the longest is ever held. */
async function readAnswer(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The maker says which bytes it took: others than were sent are not the batch. */
function readReceipt(said: string | undefined, sent: string): Delivered {
  try {
    const { reference, file } = JSON.parse(said ?? '') as { reference?: unknown; file?: unknown };
    if (typeof reference !== 'string' || !/^[\w./-]{1,60}$/.test(reference)) return { fault: 'unreadable' };
    return file === sent ? { reference, file: sent } : { fault: 'other-file' };
  } catch {
    return { fault: 'unreadable' };
  }
}

function askedWait(response: Response): number {
  const asked = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000;
  return asked > 0 ? asked : READY_BY_DEFAULT_MS;
}
