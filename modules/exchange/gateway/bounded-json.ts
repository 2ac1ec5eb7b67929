import { createHash } from 'node:crypto';

export type BoundedJson =
  | { readonly ok: true; readonly value: unknown; readonly bytesDigest: string }
  | { readonly ok: false; readonly detail: 'not-json-type' | 'body-too-long' | 'malformed-json' };

/** Reads a JSON answer of at most `limit` bytes; of a longer one no more than that is ever held. Rejects when the connection breaks. */
export async function readBoundedJson(response: Response, limit: number): Promise<BoundedJson> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) return refuseBody(response, 'not-json-type');
  if (Number(response.headers.get('content-length') ?? 0) > limit) return refuseBody(response, 'body-too-long');
  const bytes = await readAtMost(response, limit);
  if (bytes === undefined) return { ok: false, detail: 'body-too-long' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text), bytesDigest: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    return { ok: false, detail: 'malformed-json' };
  }
}

/** A body nobody reads would keep its connection busy. */
async function refuseBody(response: Response, detail: 'not-json-type' | 'body-too-long'): Promise<BoundedJson> {
  await response.body?.cancel();
  return { ok: false, detail };
}

async function readAtMost(response: Response, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
