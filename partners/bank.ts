import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { partnerTable } from './agreements.ts';
import { type Agency, type AgencyAnswer, type Announcement, announce } from './announcement.ts';
import { type Call, json } from './http.ts';
import { boundedMemory } from './memory.ts';
import { type Business, parseJson } from './partner-server.ts';
import { TellerPayment, toComplaint } from './protocol.ts';

export type BankOptions = Agency & {
  readonly now: () => number;
  /** How long a teller waits before being told that the agency has not acknowledged yet. */
  readonly tellerWaitMs: number;
};

export type BankCounters = { readonly payments: number; readonly pressed_again: number };

type Entry = {
  readonly order: Announcement;
  readonly attempt: number;
  readonly answer: Promise<AgencyAnswer | undefined>;
  refused: boolean;
};

const paymentsRemembered = 200_000;

/**
 * The bank's teller. A notice is paid once: pressing again, even while the first press is under way, gives the first payment's
 * answer. A payment's id is derived from the notice, so that even a bank that forgot announces the same payment, not a second one.
 */
export function bank(options: BankOptions): Business<BankCounters> & { readonly stop: () => void } {
  const entries = boundedMemory<Entry>(paymentsRemembered);
  const counted = { payments: 0, pressed_again: 0 };
  const closing = new AbortController();

  async function pay(call: Call) {
    const asked = TellerPayment.safeParse(parseJson(await call.readBody()));
    if (!asked.success) return json(400, { error: 'not-as-in-the-manual', ...toComplaint(asked.error) });
    const { notice, amount_centimes } = asked.data;
    const before = entries.find(notice);
    if (before === undefined || before.refused) return tell(open(asked.data, before === undefined ? 0 : before.attempt + 1));
    if (before.order.amount_centimes !== amount_centimes) return json(409, { error: 'paid-with-another-amount', notice });
    counted.pressed_again++;
    return tell(before);
  }

  function open(asked: TellerPayment, attempt: number): Entry {
    counted.payments++;
    const order = toOrder(asked, attempt, new Date(options.now()));
    const answer = announce(order, options, closing.signal).catch(() => undefined);
    const entry: Entry = { order, attempt, answer, refused: false };
    answer.then((said) => {
      entry.refused = said?.state === 'refused';
    });
    entries.keep(asked.notice, entry);
    return entry;
  }

  async function tell({ answer, order }: Entry) {
    const said = await Promise.race([answer, wait(options.tellerWaitMs, undefined, { ref: false })]);
    if (said === undefined) return json(202, { state: 'not-yet-acknowledged', ...order });
    return json(said.state === 'accepted' ? 200 : 422, { state: said.state, ...order, agency: said.agency });
  }

  async function show(call: Call) {
    const entry = entries.find(call.query.get('notice') ?? '');
    return entry === undefined ? json(404, { error: 'unknown-notice' }) : tell(entry);
  }

  return {
    routes: { [`POST ${partnerTable.bank.path}`]: pay, [`GET ${partnerTable.bank.path}`]: show },
    counters: () => ({ ...counted }),
    stop: () => closing.abort(),
  };
}

/** Branches write their tellers BRANCH-NUMBER. A notice refused and brought again is another payment, hence the attempt. */
function toOrder({ notice, amount_centimes, teller }: TellerPayment, attempt: number, at: Date): Announcement {
  return {
    payment: toPaymentId(`${notice}|${amount_centimes}|${attempt}`),
    notice,
    amount_centimes,
    paid_at: at.toISOString(),
    branch: teller.split('-')[0] ?? teller,
  };
}

/** A UUID of version 8: its 122 free bits are those of a digest. */
function toPaymentId(text: string): string {
  const hex = createHash('sha256').update(`al-barid-bank|${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
