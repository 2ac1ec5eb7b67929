import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordPayment } from '#modules/contributions';
import type { Actor } from '#platform/permissions';
import type { House } from '../house.ts';

const Announcement = z.object({
  payment: z.string(),
  notice: z.string(),
  amount_centimes: z.int(),
  paid_at: z.string(),
  branch: z.string(),
});

const bankActor: Actor = { id: 'partner:bank', permissions: new Set(['contributions:record-payment']), scopes: ['*'] };

/**
 * Where Al Barid Bank tells of each payment as it is made. Answers 200 once the payment is recorded, the same answer to the same payment,
 * 422 with the reason when it can never be, and anything else means: try again.
 */
export function bankGateway(app: FastifyInstance, house: House): void {
  const key = process.env.RAMED_PARTNER_BANK_KEY ?? (house.config.mode === 'production' ? undefined : 'development-only-bank');
  if (key === undefined) throw new Error('RAMED_PARTNER_BANK_KEY must hold the agreement key');
  app.post('/gateway/v1/bank/payments', async (request, reply) => {
    if (!isKey(request.headers.authorization, key)) return reply.code(401).send({ error: 'unknown-key' });
    const told = Announcement.safeParse(request.body);
    if (!told.success)
      return reply.code(400).send({ error: 'not-as-in-the-manual', place: told.error.issues[0]?.path.join('.') });
    const { payment, notice, amount_centimes, paid_at, branch } = told.data;
    const input = { payment, notice, amountCentimes: amount_centimes, paidAt: paid_at, branch };
    const outcome = await house.desk.do(recordPayment, input, { actor: bankActor, key: `bank:${payment}` });
    if (!outcome.ok)
      return reply.code(422).send({ error: outcome.refusal.refused, place: outcome.refusal.place, facts: outcome.refusal.facts });
    return reply.send({ receipt: outcome.output.payment, notice: outcome.output.notice });
  });
}

function isKey(header: string | undefined, key: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${key}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
