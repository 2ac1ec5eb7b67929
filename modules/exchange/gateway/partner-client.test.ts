import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock';
import { developmentKeys } from '../../../partners/agreements.ts';
import type { RunningPartner } from '../../../partners/partner-server.ts';
import { startPartner } from '../../../partners/start-partner.ts';
import type { RegisterName } from '../model/partners.ts';
import { aCrowd, aSubjectToCheck } from '../testing/subjects.ts';
import { type PartnerClient, type PartnerClientOptions, partnerClient } from './partner-client.ts';

const started: { stop: () => Promise<void> }[] = [];
afterEach(() => Promise.all(started.splice(0).map((one) => one.stop())));

const quick = { attempts: 3, firstRetryMs: 5, longestRetryMs: 20, breakAfter: 100, firstPauseMs: 60, longestPauseMs: 60 };

function clientOf(name: RegisterName, baseUrl: string, over: Partial<PartnerClientOptions> = {}): PartnerClient {
  const surroundings = { clock: systemClock, random: () => 0.5, patience: quick };
  return partnerClient({ name, baseUrl, key: developmentKeys[name], timeoutMs: 1000, ...surroundings, ...over });
}

async function aRegister(name: RegisterName): Promise<RunningPartner> {
  const register = await startPartner(name, { port: 0 });
  started.push(register);
  return register;
}

/** A partner that is no register of ours, for what the stand-ins never do. */
async function aStranger(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  started.push({
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function counters(register: RunningPartner): Record<string, number> {
  return register.control.read().counters;
}

describe('asking a partner on a good day', () => {
  test('identities come back in our terms, acknowledged and with the digest of the bytes', async () => {
    const dgsn = await aRegister('dgsn');
    const subjects = [
      aSubjectToCheck(),
      aSubjectToCheck({ ref: 'r-2', cnie: 'AB123492' }),
      aSubjectToCheck({ ref: 'r-3', cnie: 'AB123494' }),
    ];
    const result = await clientOf('dgsn', dgsn.url).checkIdentities(randomUUID(), subjects);
    if (!result.ok) throw new Error(result.detail);
    expect(result.answers.map((answer) => answer.found && answer.vitalStatus)).toEqual(['alive', false, 'deceased']);
    expect(result).toMatchObject({ unanswered: [], sendings: 1 });
    expect(result.acknowledgement).toMatch(/^DGSN-/);
    expect(result.bytesDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the same envelope twice gets the same bytes and is counted once', async () => {
    const cnss = await aRegister('cnss');
    const client = clientOf('cnss', cnss.url);
    const envelope = randomUUID();
    const [first, second] = [
      await client.checkCover(envelope, [aSubjectToCheck()]),
      await client.checkCover(envelope, [aSubjectToCheck()]),
    ];
    expect(first).toEqual(second);
    expect(counters(cnss)).toMatchObject({ envelopes: 1, repeated_envelopes: 1, subjects_asked: 1, subjects_asked_again: 0 });
  });

  test('a subject left out or answered in nonsense is reported, the others are kept', async () => {
    const cnss = await aRegister('cnss');
    const subjects = ['AB123474', 'AB123473', 'AB123481'].map((cnie, i) => aSubjectToCheck({ ref: `r-${i}`, cnie }));
    const result = await clientOf('cnss', cnss.url).checkCover(randomUUID(), subjects);
    expect(result).toMatchObject({
      ok: true,
      answers: [{ ref: 'r-2', periods: [{ scheme: 'cnss', role: 'insured' }] }],
      unanswered: [
        { ref: 'r-1', reason: 'malformed', place: 'answers[0].periods' },
        { ref: 'r-0', reason: 'missing' },
      ],
    });
  });

  test('1,000 subjects are asked and understood well within a second', async () => {
    const client = clientOf('cnss', (await aRegister('cnss')).url);
    const took: number[] = [];
    for (let i = 0; i < 5; i++) {
      const before = performance.now();
      expect(await client.checkCover(randomUUID(), aCrowd(1000))).toMatchObject({ ok: true, unanswered: [] });
      took.push(performance.now() - before);
    }
    expect(Math.min(...took)).toBeLessThan(500);
  });

  test('an envelope nobody could answer is a fault of ours, not the partner’s', async () => {
    const client = clientOf('cnss', 'http://127.0.0.1:9');
    for (const subjects of [[], [aSubjectToCheck(), aSubjectToCheck()], aCrowd(1001)]) {
      await expect(client.checkCover(randomUUID(), subjects)).rejects.toThrow('1 to 1000 subjects');
    }
  });
});

describe('asking a partner on a bad day', () => {
  test.each([
    ['down', 'unreachable', 'UND_ERR_SOCKET'],
    ['error', 'unreachable', 'HTTP 503'],
    ['nonsense', 'nonsense', 'not-json-type'],
    ['half', 'nonsense', 'malformed-json'],
  ] as const)('a partner that is %s is asked three times, then left for later', async (mode, failure, detail) => {
    const cnss = await aRegister('cnss');
    cnss.control.switch({ mode });
    const result = await clientOf('cnss', cnss.url).checkCover(randomUUID(), [aSubjectToCheck()]);
    expect(result).toMatchObject({ ok: false, failure, detail, sendings: 3 });
    expect(counters(cnss).requests).toBe(3);
  });

  test('a partner too slow is timed out, and what it answered to nobody is not asked twice', async () => {
    const cnss = await aRegister('cnss');
    cnss.control.switch({ mode: 'slow', latency_ms: 400 });
    const envelope = randomUUID();
    expect(await clientOf('cnss', cnss.url, { timeoutMs: 60 }).checkCover(envelope, [aSubjectToCheck()])).toMatchObject({
      ok: false,
      failure: 'timed-out',
      sendings: 3,
    });
    cnss.control.switch({ mode: 'up' });
    expect(await clientOf('cnss', cnss.url).checkCover(envelope, [aSubjectToCheck()])).toMatchObject({ ok: true });
    expect(counters(cnss)).toMatchObject({ envelopes: 1, subjects_asked: 1, subjects_asked_again: 0 });
  });

  test('a partner that fails once is asked again at once, without anyone noticing', async () => {
    const cnss = await aRegister('cnss');
    const result = await clientOf('cnss', cnss.url).checkCover(randomUUID(), [aSubjectToCheck({ cnie: 'AB123472' })]);
    expect(result).toMatchObject({ ok: true, sendings: 2 });
  });

  test('a partner nobody can reach is unreachable', async () => {
    const cnss = await aRegister('cnss');
    await cnss.stop();
    const result = await clientOf('cnss', cnss.url).checkCover(randomUUID(), [aSubjectToCheck()]);
    expect(result).toMatchObject({ failure: 'unreachable', detail: 'ECONNREFUSED' });
  });

  test('a wrong key is a refusal: asked once, and people must mend it', async () => {
    const cnss = await aRegister('cnss');
    const result = await clientOf('cnss', cnss.url, { key: 'old' }).checkCover(randomUUID(), [aSubjectToCheck()]);
    expect(result).toEqual({ ok: false, failure: 'refused', detail: 'HTTP 401', sendings: 1, retryAfterMs: 900_000 });
  });

  test('a redirection is not followed: the key would go with it', async () => {
    const elsewhere = await aRegister('cnss');
    const url = await aStranger((_, response) => response.writeHead(307, { location: elsewhere.url }).end());
    expect(await clientOf('cnss', url).checkCover(randomUUID(), [aSubjectToCheck()])).toMatchObject({
      failure: 'nonsense',
      detail: 'HTTP 307',
    });
    expect(counters(elsewhere).requests).toBe(0);
  });

  test('a busy partner says itself when to come back', async () => {
    const url = await aStranger((_, response) => response.writeHead(429, { 'retry-after': '7' }).end());
    expect(await clientOf('cnss', url).checkCover(randomUUID(), [aSubjectToCheck()])).toMatchObject({
      failure: 'unreachable',
      retryAfterMs: 7000,
    });
  });

  test.each([
    ['announced', true],
    ['unannounced', false],
  ])('50 MB, %s, are not read', async (_, announced) => {
    let written = 0;
    const url = await aStranger(async (request, response) => {
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json', ...(announced ? { 'content-length': 50_000_000 } : {}) });
      const megabyte = Buffer.alloc(1_000_000, ' ');
      for (let i = 0; i < 50 && !response.destroyed; i++) {
        written++;
        if (!response.write(megabyte)) await new Promise<void>((go) => response.once('drain', go).once('close', go));
      }
      response.end();
    });
    const client = clientOf('cnss', url, { patience: { ...quick, attempts: 1 } });
    expect(await client.checkCover(randomUUID(), [aSubjectToCheck()])).toMatchObject({
      failure: 'nonsense',
      detail: 'body-too-long',
    });
    expect(written).toBeLessThan(25);
  });
});

describe('the circuit of a partner', () => {
  const brittle = { ...quick, attempts: 1, breakAfter: 3, firstPauseMs: 800, longestPauseMs: 800 };
  const afterThePause = () => new Promise((later) => setTimeout(later, 650));

  test('opens after failures in a row, says for how long, and closes when the partner is back', async () => {
    const cnss = await aRegister('cnss');
    const client = clientOf('cnss', cnss.url, { patience: brittle });
    const ask = () => client.checkCover(randomUUID(), [aSubjectToCheck()]);
    cnss.control.switch({ mode: 'down' });
    for (let i = 0; i < 3; i++) expect(await ask()).toMatchObject({ failure: 'unreachable' });
    expect(client.circuit()).toBe('open');
    const spared = await ask();
    expect(spared).toMatchObject({ ok: false, failure: 'circuit-open', sendings: 0 });
    expect(!spared.ok && spared.retryAfterMs).toBeLessThanOrEqual(600);
    expect(counters(cnss).requests).toBe(3);
    cnss.control.switch({ mode: 'up' });
    await afterThePause();
    expect(await ask()).toMatchObject({ ok: true });
    expect(client.circuit()).toBe('closed');
  });

  test('stays open when the trial fails', async () => {
    const client = clientOf('cnss', 'http://127.0.0.1:9', { patience: brittle });
    const ask = () => client.checkCover(randomUUID(), [aSubjectToCheck()]);
    for (let i = 0; i < 3; i++) await ask();
    await afterThePause();
    expect(await ask()).toMatchObject({ ok: false, sendings: 1 });
    expect(await ask()).toMatchObject({ failure: 'circuit-open', sendings: 0 });
  });

  test('one partner’s bad day does not touch another', async () => {
    const [cnss, cnops] = [await aRegister('cnss'), await aRegister('cnops')];
    cnss.control.switch({ mode: 'down' });
    const failing = clientOf('cnss', cnss.url, { patience: brittle });
    for (let i = 0; i < 4; i++) await failing.checkCover(randomUUID(), [aSubjectToCheck()]);
    expect(await clientOf('cnops', cnops.url, { patience: brittle }).checkCover(randomUUID(), [aSubjectToCheck()])).toMatchObject(
      { ok: true },
    );
  });

  test('a partner down for a while: every envelope is answered in the end, none asked twice', async () => {
    const cnss = await aRegister('cnss');
    const client = clientOf('cnss', cnss.url, { patience: brittle });
    cnss.control.switch({ mode: 'half', failure_rate: 0.5, seed: 3, for_ms: 300 });
    const answered = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const [envelope, subjects] = [randomUUID(), [aSubjectToCheck({ ref: `file-${i}` })]];
        for (;;) {
          const result = await client.checkCover(envelope, subjects);
          if (result.ok) return result.answers.length;
          await new Promise((later) => setTimeout(later, result.retryAfterMs));
        }
      }),
    );
    expect(answered).toEqual(Array(20).fill(1));
    expect(counters(cnss)).toMatchObject({ envelopes: 20, subjects_asked: 20, subjects_asked_again: 0 });
    expect(counters(cnss).struck).toBeGreaterThan(0);
  });
});
