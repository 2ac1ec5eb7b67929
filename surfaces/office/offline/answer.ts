import type { Json } from '#platform/canonical-json';
import type { Refusal } from '#platform/refusals';
import type { Item, Receipt, Trouble } from './item.ts';

/** What an answer means for an item. `whose`: a trouble of the line stops the round, one of the item lets it be tried again beside others. */
export type Verdict =
  | { readonly is: 'arrived'; readonly receipt: Receipt; readonly output: Json }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'set-aside'; readonly trouble: Trouble }
  | {
      readonly is: 'kept';
      readonly trouble: Trouble;
      readonly whose: 'line' | 'item' | 'session';
      readonly pauseSeconds?: number;
    };

/** What is read of an answer of `fetch`. */
export type Answer = {
  readonly status: number;
  readonly type?: string;
  readonly redirected?: boolean;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
};

/**
 * Reads an answer without trust: a 200 with a page of a captive portal, half a JSON, a receipt for something else or for other bytes all leave the
 * item where it is. Only our own receipt for this very deed makes it arrived or refused.
 */
export async function readAnswer(answer: Answer, item: Item, digest: string): Promise<Verdict> {
  if (isRedirect(answer)) return kept('not-our-server', 'line');
  const text = await readText(answer);
  if (text === undefined) return kept('half-answer', 'item');
  const { status } = answer;
  if (status === 429 || status === 503) return { ...kept('server-busy', 'line'), ...pauseOf(answer) };
  if (status >= 500) return kept('server-fails', 'item', { status });
  const body = parse(text);
  if (body === undefined) return kept(looksLikeJson(answer) ? 'half-answer' : 'not-our-server', 'item', { status });
  if (status === 401) return kept(codeOf(body) === 'other-author' ? 'other-author' : 'sign-in', 'session');
  return readReceipt(answer, { item, digest, body });
}

type Read = { readonly item: Item; readonly digest: string; readonly body: Json };

function readReceipt({ status, headers }: Answer, { item, digest, body }: Read): Verdict {
  const key = headers.get('ramed-receipt-key');
  const receivedAt = headers.get('ramed-receipt-at');
  const arrived = headers.get('ramed-receipt-digest');
  if (key !== item.id || receivedAt === null || arrived === null) return kept('wrong-receipt', 'item', { status });
  if (arrived !== digest) return kept('other-bytes-arrived', 'item');
  if (status >= 200 && status < 300) return { is: 'arrived', receipt: { key, digest, receivedAt }, output: body };
  return readRefusal(body, status);
}

function readRefusal(body: Json, status: number): Verdict {
  const code = codeOf(body);
  if (code === undefined) return kept('wrong-receipt', 'item', { status });
  if (code === 'file-not-found' && status === 404) return kept('file-not-arrived', 'item');
  if (code === 'key-reused') return { is: 'set-aside', trouble: { code: 'key-of-another' } };
  return { is: 'refused', refusal: body as unknown as Refusal };
}

function isRedirect({ status, type, redirected }: Answer): boolean {
  return type === 'opaqueredirect' || redirected === true || (status >= 300 && status < 400);
}

async function readText(answer: Answer): Promise<string | undefined> {
  try {
    return await answer.text();
  } catch {
    return undefined;
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function looksLikeJson({ headers }: Answer): boolean {
  return /\bjson\b/.test(headers.get('content-type') ?? '');
}

function codeOf(body: Json): string | undefined {
  return typeof body === 'object' && body !== null && 'refused' in body && typeof body.refused === 'string'
    ? body.refused
    : undefined;
}

function pauseOf({ headers }: Answer): { pauseSeconds?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { pauseSeconds: Math.min(seconds, 600) } : {};
}

function kept(code: Trouble['code'], whose: 'line' | 'item' | 'session', facts?: Trouble['facts']) {
  return { is: 'kept', whose, trouble: { code, ...(facts ? { facts } : {}) } } as const;
}
