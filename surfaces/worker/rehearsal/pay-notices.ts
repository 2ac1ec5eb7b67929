import { duesByNotice } from '#modules/contributions';
import type { Config } from '#platform/config';
import { expectDone, type Job } from '#platform/jobs';
import { dirhams } from '#platform/money';

/**
 * What the seeds tell of collection: the higher the sum, the fewer pay. In a rehearsal families that owe at most this pay at once at the
 * bank, the others' notices wait; the same file always gives the same payments.
 */
const PAID_AT_ONCE = dirhams(360);
const AGAIN_MS = 2_000;

/**
 * Sends families to the bank's teller with their notices; the bank itself tells us of each payment, over the network. A notice does not
 * know the batch of its request, so where a rehearsal runs every small notice is paid, also of a file that an agent brought there by hand.
 */
export function payNotices(config: Config): Job<{ notices: string[] }> {
  return {
    name: 'rehearsal.pay-notices',
    on: 'contributions.notified',
    async handle(context, { notices }) {
      const { dues } = expectDone(await context.desk.ask(duesByNotice, { notices }, context), 'dues-by-notice');
      const due = dues.filter((one) => one.state === 'notified' && one.amount_centimes <= PAID_AT_ONCE);
      const teller = tellerOf(config);
      const answers = await Promise.all(due.map((one) => payAtTeller(teller, one.notice, one.amount_centimes)));
      return answers.every(Boolean) ? undefined : { againAfterMs: AGAIN_MS };
    },
  };
}

/** Where the stand-in of the bank takes payments. */
export function tellerOf(config: Config): string {
  return process.env.RAMED_PARTNER_BANK_URL ?? `http://127.0.0.1:${config.partnersPortBase + 4}`;
}

/** True when the bank has our acknowledgement. A notice pressed twice at the teller is paid once. */
export async function payAtTeller(teller: string, notice: string, amount: number): Promise<boolean> {
  try {
    const response = await fetch(`${teller}/v1/teller/payments`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${process.env.RAMED_PARTNER_BANK_KEY ?? 'development-only-bank'}`,
      },
      body: JSON.stringify({ notice, amount_centimes: amount, teller: 'AZILAL-01' }),
      signal: AbortSignal.timeout(20_000),
    });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
