import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { createApp } from '../../../surfaces/server/app.ts';
import { expectProperDeed, expectRefused, linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { atTheBranch, bank, dueOf, pay, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { recordPayment } from './record-payment.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** A vulnerable family that owes 480 dirhams, and what the bank would announce of it. */
async function owing() {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  const { notice, amount_centimes } = await dueOf(house, file);
  return { file, announced: { payment: newId<'payment'>(), notice, amountCentimes: amount_centimes, ...atTheBranch } };
}

test('a payment settles its notice, and is written in the book of the family’s province', async () => {
  const { file, announced } = await owing();
  const otherInput = { ...announced, amountCentimes: 100 };
  const { output, lines } = await expectProperDeed(house, recordPayment, { by: bank, input: announced, otherInput });
  expect(output).toMatchObject({ payment: announced.payment, registration: (await registrationOf(house, file)).number });
  expect(lines).toMatchObject([{ book: '05.081', subject: `due:${announced.notice}`, reason: announced.payment }]);
  expect((await dueOf(house, file)).state).toBe('paid');
});

test('a notice typed with spaces and Arabic digits is the same notice', async () => {
  const { announced } = await owing();
  const arabic = [...announced.notice].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
  const typed = `${arabic.slice(0, 4)} ${arabic.slice(4)}`;
  expect(await house.do(bank, recordPayment, { ...announced, notice: typed })).toMatchObject({
    ok: true,
    output: { notice: announced.notice },
  });
});

test('a bank that forgot the hour tells the same payment; one that tells another amount is refused', async () => {
  const { file } = await owing();
  const payment = await pay(house, file);
  const key = `bank:${payment.payment}`;
  await house.do(bank, recordPayment, payment, key);
  const later = { ...payment, paidAt: '2026-11-23T08:00:00Z' };
  expect(await house.do(bank, recordPayment, later, key)).toMatchObject({ ok: true, repeated: true });
  expect(await house.do(bank, recordPayment, later)).toMatchObject({ ok: true, output: { payment: payment.payment } });
  await expectRefused(house, recordPayment, { by: bank, input: { ...payment, amountCentimes: 1 }, as: 'payment-differs' });
});

test.each([
  ['a notice that was never given', (input: Input) => ({ ...input, notice: '260000000007' }), 'notice-unknown'],
  ['a notice with a slip of the finger', (input: Input) => ({ ...input, notice: '1234' }), 'notice-unknown'],
  ['another amount than is owed', (input: Input) => ({ ...input, amountCentimes: 12_000 }), 'amount-differs'],
] as const)('%s is refused', async (_title, change, as) => {
  const { announced } = await owing();
  await expectRefused(house, recordPayment, { by: bank, input: change(announced), as });
});
type Input = Awaited<ReturnType<typeof owing>>['announced'];

test('a notice that is settled takes no second payment', async () => {
  const { file, announced } = await owing();
  await pay(house, file);
  await expectRefused(house, recordPayment, { by: bank, input: announced, as: 'notice-settled' });
});

test('a notice that would open nothing any more is not taken: its right has ended, and nobody pays for nothing', async () => {
  const { file, announced } = await owing();
  const { right } = await registrationOf(house, file);
  const until = async () =>
    (await house.owner.pool.query('select payable_until from contributions.due where notice = $1', [announced.notice])).rows[0];
  expect(await until()).toEqual({ payable_until: right?.to_day });
  await house.owner.pool.query('update contributions.due set payable_until = current_date - 1 where notice = $1', [
    announced.notice,
  ]);
  await expectRefused(house, recordPayment, { by: bank, input: announced, as: 'notice-over' });
  expect((await dueOf(house, file)).state).toBe('notified');
});

test('nobody of the staff records a payment by hand', async () => {
  const { announced } = await owing();
  for (const login of ['zineb.finance', 'hanane.azilal', 'salma.anam'])
    await expectRefused(house, recordPayment, { by: await house.as(login), input: announced, as: 'not-allowed' });
});

test('one payment announced five times at once by the bank is one payment, and each time the same receipt', async () => {
  const { file, announced } = await owing();
  const app = await createApp(house.house);
  const announce = (key: string) =>
    app.inject({
      method: 'POST',
      url: '/gateway/v1/bank/payments',
      headers: { authorization: `Bearer ${key}` },
      payload: {
        payment: announced.payment,
        notice: announced.notice,
        amount_centimes: announced.amountCentimes,
        paid_at: announced.paidAt,
        branch: announced.branch,
      },
    });
  expect((await announce('somebody-else')).statusCode).toBe(401);
  const answers = await Promise.all(Array.from({ length: 5 }, () => announce('development-only-bank')));
  expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  expect(await linesOf(house, `bank:${announced.payment}`)).toHaveLength(1);
  await house.settle();
  expect(await registrationOf(house, file)).toMatchObject({ right: { state: 'open' } });
  await app.close();
});
