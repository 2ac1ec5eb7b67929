import type { Item } from './item.ts';
import { byId, fileAtServer, LETS_OTHERS_PASS, nextToSend, SET_ASIDE } from './order.ts';
import type { Outbox } from './outbox.ts';
import { DoesNotOpen } from './seal.ts';
import { type LineState, ping, send, type Wire } from './sending.ts';
import type { Bytes } from './world.ts';

/** How a round ended: nothing left to send, or what must change before the next. */
export type RoundEnd =
  | { readonly why: 'all-sent' | 'held'; readonly arrived: number }
  | { readonly why: 'sign-in' | 'other-author'; readonly arrived: number }
  | { readonly why: 'line'; readonly line: LineState; readonly arrived: number; readonly pauseSeconds?: number };

/**
 * Sends what can be sent, one after the other, in the order in which it was done. Trouble of the line ends the round and keeps the order; an item that
 * fails by itself is tried again first next time, until it has failed so often that those of other files pass it by.
 */
export async function sendRound(wire: Wire, outbox: Outbox, isStopped: () => boolean): Promise<RoundEnd> {
  const line = await ping(wire);
  let arrived = 0;
  if (line !== 'open') return { why: 'line', line, arrived };
  const passed = new Set<string>();
  while (!isStopped()) {
    const { entries, damaged } = await outbox.view();
    const item = nextToSend(entries, passed, damaged);
    if (!item) return { why: passed.size > 0 ? 'held' : 'all-sent', arrived };
    const application = fileAtServer(item, byId(entries));
    const outcome = await sendOne({ wire, outbox, application }, item);
    if (outcome === 'settled') arrived += 1;
    else if (outcome === 'passed') passed.add(item.id);
    else return { ...outcome, arrived };
  }
  return { why: 'held', arrived };
}

type Outcome =
  | 'settled'
  | 'passed'
  | (RoundEnd extends infer End ? (End extends { arrived: number } ? Omit<End, 'arrived'> : never) : never);

type Sending = { readonly wire: Wire; readonly outbox: Outbox; readonly application: string | undefined };

async function sendOne({ wire, outbox, application }: Sending, item: Item): Promise<Outcome> {
  await outbox.markSent(item.id);
  const verdict = await send(wire, item, { image: await findImage(outbox, item), application });
  switch (verdict.is) {
    case 'arrived':
      await outbox.acknowledge(item, verdict.receipt, verdict.output);
      return 'settled';
    case 'refused':
      await outbox.refuse(item.id, verdict.refusal);
      return 'settled';
    case 'set-aside':
      await outbox.setAside(item.id, verdict.trouble);
      return 'settled';
    case 'kept': {
      const { failures } = await outbox.keep(item.id, verdict.trouble, verdict.whose === 'item');
      if (verdict.whose === 'session') return { why: verdict.trouble.code === 'other-author' ? 'other-author' : 'sign-in' };
      if (verdict.whose === 'item' && failures >= SET_ASIDE) {
        await outbox.setAside(item.id, { code: 'keeps-failing', facts: { tries: failures, last: verdict.trouble.code } });
        return 'settled';
      }
      if (verdict.whose === 'item' && failures >= LETS_OTHERS_PASS) return 'passed';
      return { why: 'line', line: 'open', ...(verdict.pauseSeconds === undefined ? {} : { pauseSeconds: verdict.pauseSeconds }) };
    }
  }
}

async function findImage(outbox: Outbox, item: Item): Promise<Bytes | undefined> {
  try {
    return await outbox.imageOf(item);
  } catch (error) {
    if (error instanceof DoesNotOpen) return undefined;
    throw error;
  }
}
