import { createHash } from 'node:crypto';
import { z } from 'zod';
import { partnerTable } from './agreements.ts';
import { type Call, json } from './http.ts';
import { boundedMemory } from './memory.ts';
import { type Business, parseJson } from './partner-server.ts';
import { toComplaint } from './protocol.ts';
import { type Sent, sentPage } from './sent.ts';

export type SmsCounters = { readonly messages: number; readonly given_again: number };

const TextMessage = z.object({
  to: z.string().regex(/^\+\d{8,15}$/),
  from: z.string().min(1).max(11),
  text: z.string().min(1).max(1_600),
});

/** The magic numbers: what befalls a message is read off the last two figures of the telephone. Every other one has it at once. */
const magicEndings = {
  '91': 'refused',
  '92': 'undeliverable',
  '93': 'slow',
  '94': 'fails-once',
  '95': 'out-of-service',
} as const;

const slowMs = 2_000;
const remembered = 20_000;
const shown = 500;

/** A messenger of text messages. A name given again is the message it was before: it is sent once. */
export function sms({ now }: { now: () => number }): Business<SmsCounters> {
  const taken = boundedMemory<Sent & { readonly reference: string }>(remembered);
  const byReference = boundedMemory<Sent>(remembered);
  const stumbled = boundedMemory<true>(remembered);
  const sent: Sent[] = [];
  const counted = { messages: 0, given_again: 0 };

  async function take(call: Call) {
    const name = call.header('idempotency-key') ?? '';
    const asked = TextMessage.safeParse(parseJson(await call.readBody()));
    if (name === '') return json(400, { error: 'not-as-in-the-manual', place: 'idempotency-key', rule: 'required' });
    if (!asked.success) return json(400, { error: 'not-as-in-the-manual', ...toComplaint(asked.error) });
    const magic = magicEndings[asked.data.to.slice(-2) as keyof typeof magicEndings];
    if (magic === 'refused') return json(422, { error: 'number-not-allocated' });
    if (magic === 'out-of-service') return json(503, { error: 'out-of-service' });
    if (magic === 'fails-once' && stumbled.find(name) === undefined) {
      stumbled.keep(name, true);
      return json(500, { error: 'stumbled' });
    }
    return { ...json(202, { message: keep(name, asked.data) }), ...(magic === 'slow' ? { delayMs: slowMs } : {}) };
  }

  function keep(name: string, { to, text }: z.output<typeof TextMessage>): string {
    const before = taken.find(name);
    if (before) {
      counted.given_again++;
      return before.reference;
    }
    counted.messages++;
    const fate = to.endsWith('92') ? 'undeliverable' : 'delivered';
    const message: Sent = { at: new Date(now()).toISOString(), to, text, fate, name };
    const reference = createHash('sha256').update(`sms|${name}`).digest('hex').slice(0, 20);
    taken.keep(name, { ...message, reference });
    byReference.keep(reference, message);
    sent.push(message);
    if (sent.length > shown) sent.shift();
    return reference;
  }

  async function tell(call: Call) {
    const message = byReference.find(call.query.get('message') ?? '');
    return message ? json(200, { state: message.fate }) : json(404, { error: 'unknown-message' });
  }

  return {
    routes: { [`POST ${partnerTable.sms.path}`]: take, [`GET ${partnerTable.sms.path}`]: tell },
    pages: pagesOf(sent),
    counters: () => ({ ...counted }),
  };
}

function pagesOf(sent: readonly Sent[]) {
  const title = `${partnerTable.sms.title}: what was sent`;
  return {
    'GET /sent': async () => ({ status: 200, type: 'text/html; charset=utf-8', body: sentPage(title, sent) }),
    'GET /sent.json': async () => json(200, { sent }),
  };
}
