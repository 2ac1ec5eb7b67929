import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningPartner } from './partner-server.ts';
import { startPartner } from './start-partner.ts';
import { switchboard } from './switches.ts';
import { aSubject, ask } from './testing/questions.ts';

describe('the control switches of a stand-in', () => {
  let cnss: RunningPartner;
  beforeAll(async () => {
    cnss = await startPartner('cnss', { port: 0 });
  });
  afterAll(() => cnss.stop());
  beforeEach(() => cnss.control.switch({ mode: 'up' }));

  test('down: the connection is destroyed', async () => {
    cnss.control.switch({ mode: 'down' });
    await expect(ask('cnss', cnss, [aSubject()])).rejects.toThrow('fetch failed');
  });

  test('slow: the answer waits as long as asked', async () => {
    cnss.control.switch({ mode: 'slow', latency_ms: 80 });
    const before = performance.now();
    expect((await ask('cnss', cnss, [aSubject()])).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(75);
  });

  test('nonsense: a web page where an answer should be', async () => {
    cnss.control.switch({ mode: 'nonsense' });
    const response = await ask('cnss', cnss, [aSubject()]);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('half: an answer cut in the middle, of a question that was counted', async () => {
    const before = cnss.control.read().counters as Record<string, number>;
    cnss.control.switch({ mode: 'half' });
    const text = await (await ask('cnss', cnss, [aSubject()])).text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect((cnss.control.read().counters as Record<string, number>).envelopes).toBe((before.envelopes ?? 0) + 1);
  });

  test('error: out of service, and when to come back', async () => {
    cnss.control.switch({ mode: 'error' });
    const response = await ask('cnss', cnss, [aSubject()]);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  });

  test('the switches are turned and read over the wire, even while down', async () => {
    const turn = (body: unknown) => fetch(`${cnss.url}/control`, { method: 'POST', body: JSON.stringify(body) });
    await turn({ mode: 'down', for_ms: 60_000 });
    expect((await turn({ mode: 'asleep' })).status).toBe(400);
    const reading = (await (await fetch(`${cnss.url}/control`)).json()) as {
      switches: unknown;
      counters: Record<string, number>;
    };
    expect(reading.switches).toMatchObject({ mode: 'down', for_ms: 60_000 });
    expect(Object.keys(reading.counters)).toEqual(
      expect.arrayContaining([
        'requests',
        'struck',
        'refused',
        'envelopes',
        'repeated_envelopes',
        'subjects_asked',
        'subjects_asked_again',
      ]),
    );
  });
});

test('a mode set for a while ends by itself', () => {
  let time = 0;
  const switches = switchboard(() => time);
  switches.set({ mode: 'down', for_ms: 100 });
  expect(switches.draw().mode).toBe('down');
  time = 100;
  expect(switches.draw().mode).toBe('up');
});

test('the same seed strikes the same requests, in the share asked for', () => {
  const drawn = (seed: number) => {
    const switches = switchboard(() => 0);
    switches.set({ mode: 'error', failure_rate: 0.3, seed });
    return Array.from({ length: 1000 }, () => switches.draw().mode);
  };
  expect(drawn(7)).toEqual(drawn(7));
  expect(drawn(7)).not.toEqual(drawn(8));
  const struck = drawn(7).filter((mode) => mode === 'error').length;
  expect(struck).toBeGreaterThan(250);
  expect(struck).toBeLessThan(350);
});
