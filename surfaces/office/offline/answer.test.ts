import { describe, expect, test } from 'vitest';
import { type Answer, readAnswer } from './answer.ts';
import type { Item } from './item.ts';

const item: Item = {
  id: '019a0000-0000-7000-8000-000000000001',
  seq: 1,
  author: { agent: 'a', post: 'p' },
  madeAt: '2026-11-28T08:00:00Z',
  label: 'Dossier',
  file: 'application:1',
  waitsFor: [],
  work: { does: 'deed', deed: 'applications.complete', input: { application: '1' } },
};
const digest = 'd'.repeat(64);

const receipt = {
  'content-type': 'application/json; charset=utf-8',
  'ramed-receipt-key': item.id,
  'ramed-receipt-digest': digest,
  'ramed-receipt-at': '2026-11-28T08:01:00Z',
};

function answer(
  status: number,
  text: string | Error,
  headers: Record<string, string> = receipt,
  more: Partial<Answer> = {},
): Answer {
  return {
    status,
    ...more,
    headers: { get: (name) => headers[name] ?? null },
    text: async () => {
      if (text instanceof Error) throw text;
      return text;
    },
  };
}

const read = (given: Answer) => readAnswer(given, item, digest);

test('only our receipt for this very deed makes it arrived', async () => {
  expect(await read(answer(200, '{"number":"1"}'))).toEqual({
    is: 'arrived',
    receipt: { key: item.id, digest, receivedAt: '2026-11-28T08:01:00Z' },
    output: { number: '1' },
  });
});

describe('everything else keeps the item', () => {
  const html = { 'content-type': 'text/html' };
  test.each([
    ['a page of a captive portal', answer(200, '<html>Welcome</html>', html), 'not-our-server', 'item'],
    ['a page with our headers', answer(200, '<html></html>', { ...receipt, ...html }), 'not-our-server', 'item'],
    ['half a JSON', answer(200, '{"numb'), 'half-answer', 'item'],
    ['an answer cut off', answer(200, new TypeError('terminated')), 'half-answer', 'item'],
    ['no receipt', answer(200, '{"number":"1"}', { 'content-type': 'application/json' }), 'wrong-receipt', 'item'],
    ['the receipt of another', answer(200, '{}', { ...receipt, 'ramed-receipt-key': 'other' }), 'wrong-receipt', 'item'],
    ['a receipt of other bytes', answer(200, '{}', { ...receipt, 'ramed-receipt-digest': 'e' }), 'other-bytes-arrived', 'item'],
    ['a failure of the server', answer(500, '{"error":"internal"}'), 'server-fails', 'item'],
    ['a gateway without a server', answer(502, 'bad gateway', html), 'server-fails', 'item'],
    ['a redirect to a sign-in', answer(302, ''), 'not-our-server', 'line'],
    ['a redirect as a browser hides it', answer(0, '', {}, { type: 'opaqueredirect' }), 'not-our-server', 'line'],
    ['a page after a redirect', answer(200, '{}', receipt, { redirected: true }), 'not-our-server', 'line'],
    ['nobody signed in', answer(401, '{"refused":"signed-out"}'), 'sign-in', 'session'],
    ['somebody else signed in', answer(401, '{"refused":"other-author"}'), 'other-author', 'session'],
    ['a 401 of a proxy', answer(401, 'who are you?', html), 'not-our-server', 'item'],
    ['a refusal that is not ours', answer(422, '{"refused":"open-request"}', html), 'wrong-receipt', 'item'],
    ['a 404 of ours without a reason', answer(404, '{"error":"x"}'), 'wrong-receipt', 'item'],
    ['a file that has not arrived', answer(404, '{"refused":"file-not-found"}'), 'file-not-arrived', 'item'],
  ] as const)('%s', async (_title, given, code, whose) => {
    expect(await read(given)).toMatchObject({ is: 'kept', whose, trouble: { code } });
  });

  test('a busy server, for as long as it says', async () => {
    const busy = answer(429, '{}', { 'retry-after': '7' });
    expect(await read(busy)).toEqual({ is: 'kept', whose: 'line', trouble: { code: 'server-busy' }, pauseSeconds: 7 });
    expect(await read(answer(503, '', {}))).toEqual({ is: 'kept', whose: 'line', trouble: { code: 'server-busy' } });
  });
});

test('a refusal of ours is told with its facts', async () => {
  const refusal = { refused: 'open-request', facts: { number: '1' } };
  expect(await read(answer(422, JSON.stringify(refusal)))).toEqual({ is: 'refused', refusal });
});

test('a key that served another deed sets the item aside: nobody guesses which of both is right', async () => {
  expect(await read(answer(422, '{"refused":"key-reused"}'))).toEqual({
    is: 'set-aside',
    trouble: { code: 'key-of-another' },
  });
});
