import { setTimeout as wait } from 'node:timers/promises';
import { type Call, json, type Listening, listen, type Reply } from './http.ts';
import { Switches } from './protocol.ts';
import { type Fate, switchboard } from './switches.ts';

/** What one stand-in knows to do, without the house around it: agreement key, switches and counters. */
export type Business<Counted> = {
  readonly routes: { readonly [methodAndPath: string]: (call: Call) => Promise<Reply & { readonly delayMs?: number }> };
  /** For developers, without a key: struck by no bad day, and counted nowhere. */
  readonly pages?: { readonly [methodAndPath: string]: () => Promise<Reply> };
  readonly counters: () => Counted;
};

export type RunningPartner<Counted = Record<string, number>> = {
  readonly url: string;
  readonly control: { readonly switch: (wanted: Switches) => void; readonly read: () => ControlReading<Counted> };
  readonly stop: () => Promise<void>;
};

export type ControlReading<Counted> = {
  readonly switches: Switches;
  readonly counters: { readonly requests: number; readonly struck: number; readonly refused: number } & Counted;
};

type House = { readonly key: string; readonly port: number; readonly now: () => number };

/** Serves a stand-in's business behind its agreement key, its control switches and the count of what it was asked. */
export async function servePartner<Counted>(house: House, business: Business<Counted>): Promise<RunningPartner<Counted>> {
  const switches = switchboard(house.now);
  const seen = { requests: 0, struck: 0, refused: 0 };
  const control = {
    switch: (wanted: Switches) => switches.set(wanted),
    read: () => ({ switches: switches.read(), counters: { ...seen, ...business.counters() } }),
  };

  async function handle(call: Call): Promise<Reply> {
    if (call.path === '/control') return operate(call, control);
    const page = business.pages?.[`${call.method} ${call.path}`];
    if (page) return page();
    seen.requests++;
    const fate = switches.draw();
    if (fate.mode !== 'up') seen.struck++;
    const reply = await befall(fate, () => admit(call));
    if (reply !== 'hang-up' && reply.status >= 400 && reply.status < 500) seen.refused++;
    return reply;
  }

  async function admit(call: Call): Promise<Reply> {
    if (call.header('authorization') !== `Bearer ${house.key}`) return json(401, { error: 'unknown-agreement-key' });
    const route = business.routes[`${call.method} ${call.path}`];
    if (route === undefined) return json(404, { error: 'unknown-address' });
    const reply = await route(call);
    if (reply.delayMs !== undefined) await wait(reply.delayMs);
    return reply;
  }

  const listening: Listening = await listen(house.port, handle);
  return { ...listening, control };
}

/** A struck request has been dealt with all the same wherever its answer exists: that is how acknowledgements get lost. */
async function befall(fate: Fate, admit: () => Promise<Reply>): Promise<Reply> {
  if (fate.mode === 'down') return 'hang-up';
  const reply = fate.mode === 'error' ? { ...json(503, { error: 'out-of-service' }), retryAfter: 1 } : await admit();
  if (fate.delayMs > 0) await wait(fate.delayMs);
  if (reply === 'hang-up') return reply;
  if (fate.mode === 'nonsense')
    return { status: 200, type: 'text/html; charset=utf-8', body: '<html><body>Maintenance</body></html>' };
  if (fate.mode === 'half') return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
  return reply;
}

async function operate<Counted>(call: Call, control: RunningPartner<Counted>['control']): Promise<Reply> {
  if (call.method !== 'POST') return json(200, control.read());
  const wanted = Switches.safeParse(parseJson(await call.readBody()));
  if (!wanted.success) return json(400, { error: 'unknown-switch' });
  control.switch(wanted.data);
  return json(200, control.read());
}

/** The value, or undefined for what is not JSON: every schema then refuses it. */
export function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
