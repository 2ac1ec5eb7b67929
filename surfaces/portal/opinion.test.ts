import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveOpinion, opinionsOfPages } from '#modules/complaints';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { expectProperDeed } from '../testing/deeds.ts';
import { ownHand } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';
import { openTestBrowser } from '../testing/test-browser.ts';

let served: ServedHouse;
let visitor = 0;
beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());

const aBrowser = () => openTestBrowser(served, { visitor: ++visitor });
const ever = { from: '2000-01-01', to: '2100-12-31' };

async function told(page: string) {
  const { pages } = expectDone(await served.ask(ownHand, opinionsOfPages, ever), 'opinions');
  return pages.find((one) => one.page === page);
}

describe('whether a page helped', () => {
  test('is told with one press, then in words for whoever wants, and counted once', async () => {
    const browser = aBrowser();
    expect((await browser.get('guide/pay')).body).toContain('action="/fr/guide/pay/opinion"');
    const sent = await browser.post('guide/pay/opinion', { helpful: 'no' });
    const address = String(sent.headers.location);
    const thanks = await browser.get(address);
    const opinion = /name="opinion" value="([^"]+)"/.exec(thanks.body)?.[1] ?? '';
    await browser.post('guide/pay/opinion', { helpful: 'no', opinion, words: ' Où est la poste ? ' });
    await browser.post('guide/pay/opinion', { helpful: 'no', opinion, words: 'Où est la poste la plus proche ?' });
    expect(await told('pay')).toEqual({
      page: 'pay',
      language: 'fr',
      helpful: 0,
      unhelpful: 1,
      words: ['Où est la poste la plus proche ?'],
    });
  });

  test('words too long come back as they were, and the answer stays', async () => {
    const browser = aBrowser();
    const long = 'a'.repeat(501);
    const sent = await browser.post('guide/price/opinion', { helpful: 'yes', words: long });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain(long);
  });

  test('is taken neither from another site, nor without an answer, nor for a page that is not there, nor without end', async () => {
    const browser = aBrowser();
    await browser.post('guide/renew/opinion', { helpful: 'yes' }, { 'sec-fetch-site': 'cross-site' });
    expect((await browser.post('guide/renew/opinion', {})).headers.location).toBe('/fr/guide/renew');
    expect((await browser.post('guide/none/opinion', { helpful: 'yes' })).statusCode).toBe(404);
    expect(await told('renew')).toBeUndefined();
    for (let n = 0; n < 20; n += 1) await browser.post('guide/renew/opinion', { helpful: 'yes' });
    expect((await browser.post('guide/renew/opinion', { helpful: 'yes' })).statusCode).toBe(429);
  });
});

test('an opinion is a proper deed of anybody’s: journaled, and once is once', async () => {
  const input = { opinion: newId(), page: 'lost-card', language: 'ar' as const, isHelpful: true };
  const { lines } = await expectProperDeed(served, giveOpinion, {
    by: { id: 'public', permissions: new Set(['complaints:give-opinion'] as const), scopes: [] },
    input,
    otherInput: { ...input, isHelpful: false },
  });
  expect(lines).toMatchObject([{ subject: `opinion:${input.opinion}`, territory: '' }]);
  expect(await told('lost-card')).toMatchObject({ helpful: 1, unhelpful: 0, language: 'ar' });
});
