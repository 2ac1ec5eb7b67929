import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duesOfRegistrations, recordPayment } from '#modules/contributions';
import { registrationsOfRequests } from '#modules/entitlements';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../testing/families.ts';
import { readPrinted } from '../testing/printed.ts';
import { bank, fileOf, ownHand, register } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';
import { openTestBrowser, type TestBrowser } from '../testing/test-browser.ts';

let served: ServedHouse;
let visitor = 0;
beforeAll(async () => {
  served = await openServedHouse();
});
afterAll(() => served?.close());

const said = ({ body }: { body: string }) => /<main[\s\S]*<\/main>/.exec(body)?.[0].replace(/<[^>]+>/g, ' ') ?? '';

async function following(family = aFamily('vulnerable')): Promise<{ browser: TestBrowser; number: string; file: string }> {
  const [file = ''] = await register(served, family);
  const { number } = await fileOf(served, file);
  const browser = openTestBrowser(served, { visitor: ++visitor });
  const [year = '', month = '', day = ''] = (family.members[0]?.birth_date ?? '').split('-');
  await browser.post('follow', { number, 'birth-day': day, 'birth-month': month, 'birth-year': year });
  return { browser, number, file };
}

async function dueOf(file: string) {
  const { registrations } = expectDone(
    await served.ask(ownHand, registrationsOfRequests, { applications: [file] }),
    'registrations',
  );
  const numbers = registrations.map(({ number }) => number);
  return expectDone(await served.ask(ownHand, duesOfRegistrations, { registrations: numbers }), 'dues').dues[0];
}

describe('the payment notice', () => {
  test('says how much, where, by when and for which year; the paper carries the number; paid, it says when and where', async () => {
    const { browser, number, file } = await following();
    const due = await dueOf(file);
    expect((await browser.get(`follow/${number}`)).body).toContain(`href="/fr/follow/${number}/payment"`);
    const page = await browser.get(`follow/${number}/payment`);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(said(page)).toContain('Al Barid Bank');
    expect(page.body).toContain(`data-copy="${due?.notice}"`);
    const pdf = await browser.get(`follow/${number}/payment.pdf`);
    expect(pdf.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    const printed = await readPrinted(pdf.rawPayload);
    expect(printed.code).toBe(due?.notice);

    const payment = { payment: 'P-18', notice: due?.notice ?? '', amountCentimes: due?.amount_centimes ?? 0 };
    const paid = { ...payment, paidAt: '2026-11-22T09:00:00+01:00', branch: 'Azilal 1' };
    expectDone(await served.do(bank, recordPayment, paid), 'record-payment');
    const settled = await browser.get(`follow/${number}/payment`);
    expect(said(settled)).toContain('Azilal 1');
    expect(said(settled)).toContain('P-18');
    const receipt = await browser.get(`follow/${number}/payment.pdf`);
    expect((await readPrinted(receipt.rawPayload)).text).toContain('P-18');
  });

  test('of a poor family says that there is nothing to pay', async () => {
    const { browser, number } = await following(aFamily('poor'));
    const page = await browser.get(`follow/${number}/payment`);
    expect(said(page)).toContain('rien à payer');
    expect(page.body).not.toContain('payment.pdf');
    expect((await browser.get(`follow/${number}/payment.pdf`)).headers.location).toBe(`/fr/follow/${number}/payment`);
  });

  test('is shown to nobody who has not shown a right to the file', async () => {
    const { number, file } = await following();
    const due = await dueOf(file);
    const stranger = openTestBrowser(served, { visitor: ++visitor });
    for (const path of ['payment', 'payment.pdf']) {
      const { body } = await stranger.get(`follow/${number}/${path}`);
      expect(body).not.toContain(due?.notice ?? 'nothing');
      expect(body).toContain('name="birth-day"');
    }
  });
});
