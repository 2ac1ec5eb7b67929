import type { Browser, CDPSession, Page } from 'playwright-core';
import { screens } from './browser.ts';

/** A line as villages have it, "2G": 250 kbit a second, and 800 ms until an answer begins. */
const badLine = { bytesPerSecond: 250_000 / 8, latencySeconds: 0.8 } as const;

/** One request as it went over the line, headers included. `depth`: how many answers had to be read before it could be asked. */
type Transfer = { readonly address: string; readonly bytes: number; readonly depth: 0 | 1 | 2 };

/** One wait of the reader: a document (or the answer that sends on to it) and what the browser fetched for it. */
export type Wait = { readonly address: string; readonly requests: number; readonly bytes: number; readonly seconds: number };

export type SlowLine = {
  readonly page: Page;
  /** Every wait so far, in order. */
  waits(): readonly Wait[];
  /** All of them together. */
  sum(): { readonly requests: number; readonly bytes: number; readonly seconds: number; readonly pages: number };
  close(): Promise<void>;
};

/**
 * A telephone without script that nobody has used before, and a meter on its line. The waits are computed from what really travelled, which takes
 * no time; `isThrottled` makes the browser really wait, to prove the computation (`slow-line.test.ts`).
 */
export async function openSlowLine(browser: Browser, { isThrottled = false } = {}): Promise<SlowLine> {
  const context = await browser.newContext({ viewport: screens.phone, javaScriptEnabled: false });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (isThrottled) await throttle(devtools);
  const visits = recordVisits(devtools);
  const waits = () => visits.map(toWait);
  return {
    page,
    waits,
    sum() {
      const all = waits();
      const add = (part: 'requests' | 'bytes' | 'seconds') => all.reduce((total, wait) => total + wait[part], 0);
      return { requests: add('requests'), bytes: add('bytes'), seconds: add('seconds'), pages: all.length };
    },
    close: () => context.close(),
  };
}

function throttle(devtools: CDPSession): Promise<unknown> {
  return devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: badLine.latencySeconds * 1_000,
    downloadThroughput: badLine.bytesPerSecond,
    uploadThroughput: badLine.bytesPerSecond,
  });
}

/** What the browser takes from its own store travels nowhere; an answer that sends on elsewhere is a transfer of its own. */
function recordVisits(devtools: CDPSession): Transfer[][] {
  const visits: Transfer[][] = [];
  const under = new Map<string, { visit: Transfer[]; address: string; depth: Transfer['depth'] }>();
  const stored = new Set<string>();
  devtools.on('Network.requestWillBeSent', ({ requestId, type, request, redirectResponse }) => {
    const isDocument = type === 'Document';
    const before = under.get(requestId);
    if (redirectResponse && before)
      before.visit.push({ address: before.address, bytes: redirectResponse.encodedDataLength, depth: 0 });
    if (isDocument && !redirectResponse) visits.push([]);
    const visit = visits.at(-1);
    if (visit) under.set(requestId, { visit, address: request.url, depth: isDocument ? 0 : type === 'Font' ? 2 : 1 });
  });
  devtools.on('Network.requestServedFromCache', ({ requestId }) => stored.add(requestId));
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache) stored.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = under.get(requestId);
    if (found && !stored.has(requestId)) found.visit.push({ ...found, bytes: encodedDataLength });
  });
  return visits;
}

/** Documents follow one another; what a page asks for comes together, after it: one more answer to begin, and all its bytes. */
function toWait(transfers: readonly Transfer[]): Wait {
  const bytes = transfers.reduce((sum, transfer) => sum + transfer.bytes, 0);
  const documents = transfers.filter(({ depth }) => depth === 0);
  const beginnings = documents.length + new Set(transfers.filter(({ depth }) => depth > 0).map(({ depth }) => depth)).size;
  return {
    address: documents.at(-1)?.address ?? '',
    requests: transfers.length,
    bytes,
    seconds: beginnings * badLine.latencySeconds + bytes / badLine.bytesPerSecond,
  };
}
