import { z } from 'zod';
import { recordEnvelope } from '#modules/exchange';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { hasValidCheckDigit, normaliseTyped } from '#platform/numbers';
import { refuse } from '#platform/refusals';
import { canBePaid, isOver } from '../model/due.ts';
import { type DueRow, findDueForUpdate, findPayment, insertPayment, type PaymentRow, settleDue } from '../store/dues.ts';

const Payment = z.object({
  payment: z.string().min(1).max(64),
  notice: z.string().max(32),
  amountCentimes: z.int().positive(),
  paidAt: z.iso.datetime({ offset: true }),
  branch: z.string().min(1).max(80),
});

/**
 * Records a payment that the bank announces and settles its notice: the family's rights open at once. The same payment announced twice is
 * one payment; a notice paid already, another amount, an unknown notice or one that would open nothing any more is refused with the reason the
 * teller reads.
 */
export const recordPayment = defineAction({
  name: 'contributions.record-payment',
  summary: 'Record a payment announced by the bank and settle its notice',
  permission: 'contributions:record-payment',
  input: Payment,
  output: z.object({ payment: z.string(), notice: z.string(), registration: z.string() }),
  refusals: ['notice-unknown', 'notice-settled', 'notice-over', 'amount-differs', 'payment-differs'],
  // A bank that restarted may tell the same payment with another hour: it is the same payment.
  identity: ({ payment, notice, amountCentimes }) => ({ payment, notice, amountCentimes }),
  async run(context, input) {
    const notice = normaliseTyped(input.notice);
    const due = hasValidCheckDigit(notice) ? await findDueForUpdate(context.tx, notice) : undefined;
    if (!due) return refuse('notice-unknown', { place: 'notice' });
    const known = await findPayment(context.tx, input.payment);
    if (known)
      return isSame(known, input, notice)
        ? { payment: known.id, notice, registration: due.registration_number }
        : refuse('payment-differs', { place: 'payment' });
    if (!canBePaid(due.state)) return refuse('notice-settled', { place: 'notice', facts: { state: due.state } });
    if (isOver(due, context.today.toString()))
      return refuse('notice-over', { place: 'notice', facts: { day: due.payable_until ?? '' } });
    if (input.amountCentimes !== due.amount_centimes)
      return refuse('amount-differs', { place: 'amountCentimes', facts: { due: due.amount_centimes } });
    await settle(context, due, input);
    return { payment: input.payment, notice, registration: due.registration_number };
  },
});

type Payment = z.output<typeof Payment>;

async function settle(context: DeedContext, due: DueRow, input: Payment): Promise<void> {
  await insertPayment(context.tx, {
    id: input.payment,
    notice: due.notice,
    amount_centimes: input.amountCentimes,
    paid_at: input.paidAt,
    branch: input.branch,
    state: 'recorded',
    territory: due.territory,
  });
  await settleDue(context.tx, due.notice);
  const at = context.now.toString();
  await recordEnvelope(context.tx, {
    id: newId(),
    partner: 'bank',
    direction: 'in',
    subject: `payment ${input.payment}`,
    state: 'acknowledged',
    items: 1,
    at,
    closed: true,
  });
  context.journal({
    subject: `due:${due.notice}`,
    territory: due.territory,
    before: digestOf({ notice: due.notice, state: due.state }),
    after: digestOf({ notice: due.notice, state: 'paid', payment: input.payment, amount: input.amountCentimes }),
    reason: input.payment,
  });
  context.emit('contributions.paid', { registrations: [due.registration_number] });
}

function isSame(known: PaymentRow, input: Payment, notice: string): boolean {
  return known.notice === notice && known.amount_centimes === input.amountCentimes;
}
