import { z } from 'zod';
import type { Handed } from '../model/lifecycle.ts';
import type { Messenger } from './messenger.ts';

export type SmsSettings = { readonly baseUrl: string; readonly key: string; readonly sender: string; readonly timeoutMs: number };

const Taken = z.object({ message: z.string().min(1).max(200) });
const Refused = z.object({ error: z.string().regex(/^[a-z0-9-]{1,40}$/) });
const Delivery = z.object({ state: z.enum(['accepted', 'delivered', 'undeliverable']) });

/** A wrong key, a slow or a busy messenger says nothing about the message. */
const aboutUs: readonly number[] = [401, 403, 408, 425, 429];

/** Text messages through a messenger's HTTP interface (partners/README.md): given with the message's own name as `Idempotency-Key`. */
export function smsMessenger({ baseUrl, key, sender, timeoutMs }: SmsSettings): Messenger {
  const call = async (path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown } | undefined> => {
    try {
      const headers = { authorization: `Bearer ${key}`, ...init.headers };
      const response = await fetch(`${baseUrl}${path}`, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) });
      return { status: response.status, body: await response.json() };
    } catch {
      return undefined;
    }
  };
  return {
    async hand({ id, address, body }) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': id };
      const answer = await call('/v1/messages', {
        method: 'POST',
        headers,
        body: JSON.stringify({ to: address, from: sender, text: body }),
      });
      return toHanded(answer);
    },
    async delivery(reference) {
      const answer = await call(`/v1/messages?message=${encodeURIComponent(reference)}`);
      const told = answer?.status === 200 ? Delivery.safeParse(answer.body) : undefined;
      if (!told?.success || told.data.state === 'accepted') return 'pending';
      return told.data.state === 'delivered' ? 'delivered' : 'bounced';
    },
  };
}

function toHanded(answer: { status: number; body: unknown } | undefined): Handed {
  if (answer === undefined) return { outcome: 'silent', reason: 'no-answer' };
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    const taken = Taken.safeParse(body);
    return taken.success
      ? { outcome: 'taken', reference: taken.data.message }
      : { outcome: 'silent', reason: 'answer-not-as-agreed' };
  }
  if (status < 400 || status >= 500 || aboutUs.includes(status)) return { outcome: 'silent', reason: `http-${status}` };
  const refused = Refused.safeParse(body);
  return { outcome: 'refused', reason: refused.success ? refused.data.error : `http-${status}` };
}
