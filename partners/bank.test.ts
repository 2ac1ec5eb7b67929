import { afterEach, describe, expect, test } from 'vitest';
import { developmentKeys } from './agreements.ts';
import { type Call, json, type Listening, listen, type Reply } from './http.ts';
import { parseJson, type RunningPartner } from './partner-server.ts';
import { startPartner } from './start-partner.ts';

type Received = { readonly key: string | undefined; readonly announcement: Record<string, unknown> };

describe('the bank’s teller', () => {
  const started: { stop: () => Promise<void> }[] = [];
  afterEach(() => Promise.all(started.splice(0).map((one) => one.stop())));

  async function anAgency(
    answer: (received: Received, nth: number) => Reply | Promise<Reply>,
  ): Promise<Listening & { received: Received[] }> {
    const received: Received[] = [];
    const listening = await listen(0, async (call: Call) => {
      const announcement = parseJson(await call.readBody()) as Record<string, unknown>;
      const one = { key: call.header('idempotency-key'), announcement };
      received.push(one);
      return call.header('authorization') === `Bearer ${developmentKeys.bank}` ? answer(one, received.length) : json(401, {});
    });
    started.push(listening);
    return { ...listening, received };
  }

  async function aBank(gatewayUrl: string, tellerWaitMs = 5000): Promise<RunningPartner> {
    const now = () => Date.parse('2026-03-02T09:00:00Z');
    const bank = await startPartner('bank', { port: 0, gatewayUrl, tellerWaitMs, now });
    started.push(bank);
    return bank;
  }

  async function pay(bank: RunningPartner, over: Record<string, unknown> = {}) {
    const response = await fetch(`${bank.url}/v1/teller/payments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${developmentKeys.bank}` },
      body: JSON.stringify({ notice: 'N-1', amount_centimes: 24_000, teller: 'AZILAL1-03', ...over }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  test('a paid notice is announced with its payment number and branch, and the teller gets the receipt', async () => {
    const agency = await anAgency(() => json(201, { receipt: 'Q-77' }));
    const { status, body } = await pay(await aBank(agency.url));
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'accepted', agency: { receipt: 'Q-77' } });
    expect(agency.received).toEqual([
      {
        key: body.payment,
        announcement: {
          payment: body.payment,
          notice: 'N-1',
          amount_centimes: 24_000,
          paid_at: '2026-03-02T09:00:00.000Z',
          branch: 'AZILAL1',
        },
      },
    ]);
  });

  test('an agency that fails is told again, with the same payment, until it acknowledges', async () => {
    const agency = await anAgency((_, nth) =>
      nth === 1 ? 'hang-up' : nth === 2 ? json(503, {}) : json(200, { receipt: 'Q-1' }),
    );
    expect((await pay(await aBank(agency.url))).body.state).toBe('accepted');
    expect(agency.received).toHaveLength(3);
    expect(new Set(agency.received.map(({ key }) => key)).size).toBe(1);
  });

  test('pressing twice, at once or later, pays once', async () => {
    const agency = await anAgency(() => json(200, { receipt: 'Q-1' }));
    const bank = await aBank(agency.url);
    const [one, two] = await Promise.all([pay(bank), pay(bank)]);
    const three = await pay(bank);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(agency.received).toHaveLength(1);
    expect(bank.control.read().counters).toMatchObject({ payments: 1, pressed_again: 2 });
  });

  test('a bank that restarted and forgot announces the same payment number', async () => {
    const agency = await anAgency(() => json(200, { receipt: 'Q-1' }));
    const before = await pay(await aBank(agency.url));
    const after = await pay(await aBank(agency.url));
    expect(after.body.payment).toBe(before.body.payment);
  });

  test('a paid notice brought with another amount is turned away', async () => {
    const agency = await anAgency(() => json(200, { receipt: 'Q-1' }));
    const bank = await aBank(agency.url);
    await pay(bank);
    expect((await pay(bank, { amount_centimes: 12_000 })).status).toBe(409);
  });

  test('a refused payment gives the reason, and the notice can be brought again as another payment', async () => {
    const agency = await anAgency((_, nth) =>
      nth === 1 ? json(422, { refused: 'amount-differs' }) : json(200, { receipt: 'Q-2' }),
    );
    const bank = await aBank(agency.url);
    const refused = await pay(bank, { amount_centimes: 12_000 });
    expect(refused).toMatchObject({ status: 422, body: { state: 'refused', agency: { refused: 'amount-differs' } } });
    expect((await pay(bank)).body.state).toBe('accepted');
    expect(new Set(agency.received.map(({ key }) => key)).size).toBe(2);
  });

  test('a teller does not wait for ever: the payment is acknowledged later', async () => {
    let open = false;
    const agency = await anAgency(() => (open ? json(200, { receipt: 'Q-9' }) : json(503, {})));
    const bank = await aBank(agency.url, 50);
    expect(await pay(bank)).toMatchObject({ status: 202, body: { state: 'not-yet-acknowledged' } });
    open = true;
    await expect.poll(async () => (await pay(bank)).body.state, { timeout: 5000 }).toBe('accepted');
    const headers = { authorization: `Bearer ${developmentKeys.bank}` };
    const shown = await fetch(`${bank.url}/v1/teller/payments?notice=N-1`, { headers });
    expect(await shown.json()).toMatchObject({ agency: { receipt: 'Q-9' } });
  });

  test('an amount that is not a whole number of centimes is refused', async () => {
    expect((await pay(await aBank('http://127.0.0.1:9/'), { amount_centimes: 120.5 })).body.place).toBe('amount_centimes');
  });
});
