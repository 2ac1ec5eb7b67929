import { canonicalJson } from '#platform/canonical-json';
import { type Answer, readAnswer, type Verdict } from './answer.ts';
import type { Item } from './item.ts';
import { sha256, toBytes } from './seal.ts';
import type { Bytes, WebCrypto } from './world.ts';

export type Request = {
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string | Bytes;
  readonly redirect: 'manual';
  readonly cache: 'no-store';
  readonly credentials: 'same-origin';
  readonly signal: AbortSignal;
};

export type Wire = {
  fetch(address: string, request: Request): Promise<Answer>;
  readonly crypto: WebCrypto;
  /** How long a try may last: a page of 250 KB on a poor line takes ten seconds and more. */
  readonly patience: number;
  /** Where the server is; empty in a browser. */
  readonly origin?: string;
};

/** What goes along with an item: the bytes of a page, and what the server calls the file of a page when it was known to it under another name. */
export type Along = { readonly image: Bytes | undefined; readonly application?: string | undefined };

/** Sends one item under its own key and as its own author, and says what the answer means. It never throws: what fails keeps the item. */
export async function send(wire: Wire, item: Item, { image, application }: Along): Promise<Verdict> {
  const { work } = item;
  if (work.does === 'page' && image === undefined) return { is: 'set-aside', trouble: { code: 'image-damaged' } };
  const body = work.does === 'deed' ? canonicalJson(work.input) : (image as Bytes);
  const bytes = typeof body === 'string' ? toBytes(body) : body;
  const digest = await sha256(wire.crypto, bytes);
  if (work.does === 'page' && digest !== work.checksum) return { is: 'set-aside', trouble: { code: 'image-damaged' } };
  const headers = {
    'content-type': work.does === 'deed' ? 'application/json' : 'application/octet-stream',
    'idempotency-key': item.id,
    'ramed-author': `agent:${item.author.agent}/${item.author.post}`,
  };
  const answer = await ask(wire, addressOf(item, application), { method: 'POST', headers, body });
  return 'is' in answer ? answer : readAnswer(answer, item, digest);
}

/** A server that says nothing for so long will take no page of a paper either. */
const PING_PATIENCE = 10_000;

export type LineState = 'open' | 'closed' | 'not-ours';

/** Whether the server itself answers: the browser's own word knows only of the cable. */
export async function ping(wire: Wire): Promise<LineState> {
  const patience = Math.min(wire.patience, PING_PATIENCE);
  const answer = await ask({ ...wire, patience }, '/health/live', { method: 'GET', headers: {} });
  if ('is' in answer) return 'closed';
  try {
    const said = JSON.parse(await answer.text()) as { live?: unknown } | null;
    return answer.status === 200 && said?.live === true ? 'open' : 'not-ours';
  } catch {
    return 'not-ours';
  }
}

function addressOf({ work }: Item, application: string | undefined): string {
  if (work.does === 'deed') return `/api/actions/${work.deed}`;
  return `/api/papers/${encodeURIComponent(application ?? work.application)}/${encodeURIComponent(work.kind)}`;
}

async function ask(
  wire: Wire,
  path: string,
  request: Pick<Request, 'method' | 'headers' | 'body'>,
): Promise<Answer | (Verdict & { is: 'kept' })> {
  try {
    return await wire.fetch(`${wire.origin ?? ''}${path}`, {
      ...request,
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(wire.patience),
    });
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    return { is: 'kept', whose: 'line', trouble: { code: isSlow ? 'too-slow' : 'no-network' } };
  }
}
