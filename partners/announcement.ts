import { setTimeout as wait } from 'node:timers/promises';
import { parseJson } from './partner-server.ts';

/** What the bank tells the agency; `payment` is also the idempotency key. */
export type Announcement = {
  readonly payment: string;
  readonly notice: string;
  readonly amount_centimes: number;
  readonly paid_at: string;
  readonly branch: string;
};

export type AgencyAnswer = { readonly state: 'accepted' | 'refused'; readonly agency: unknown };

export type Agency = { readonly gatewayUrl: string; readonly key: string };

const firstRetryMs = 200;
const longestRetryMs = 10_000;
const agencyTimeoutMs = 10_000;

/** Announces a payment until the agency takes it or refuses it for good. Rejects only when `closing` aborts. */
export async function announce(announcement: Announcement, agency: Agency, closing: AbortSignal): Promise<AgencyAnswer> {
  for (let retryMs = firstRetryMs; ; retryMs = Math.min(retryMs * 2, longestRetryMs)) {
    const answer = await announceOnce(announcement, agency, closing);
    if (answer !== undefined) return answer;
    await wait(retryMs, undefined, { signal: closing });
  }
}

async function announceOnce(
  announcement: Announcement,
  { gatewayUrl, key }: Agency,
  closing: AbortSignal,
): Promise<AgencyAnswer | undefined> {
  try {
    const response = await fetch(gatewayUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': announcement.payment },
      body: JSON.stringify(announcement),
      signal: AbortSignal.any([closing, AbortSignal.timeout(agencyTimeoutMs)]),
    });
    const agency = parseJson(await response.text());
    if (response.ok) return agency === undefined ? undefined : { state: 'accepted', agency };
    return isFinal(response.status) ? { state: 'refused', agency } : undefined;
  } catch {
    return undefined;
  }
}

/** A wrong key, a slow or a busy agency says nothing about the payment. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}
