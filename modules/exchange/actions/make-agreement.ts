import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refusals';
import { answerFields, askingWays, KeyDigest, standTogether } from '../model/agreement.ts';
import { type AgreementRow, insertAgreement, insertKey, isKeyKnown, listAgreements, takeTurn } from '../store/agreements.ts';

const words = z.string().trim().min(2).max(200);

/**
 * Lets a body ask about rights: by what, on which legal basis, and how much of the answer it is told. Its key is drawn where it is
 * kept, and its digest alone is told: the key is in no answer, no journal and no table. A body has one agreement at a time.
 */
export const makeAgreement = defineAction({
  name: 'exchange.make-agreement',
  summary: 'Let a body ask about rights, within what its agreement allows',
  permission: 'exchange:make-agreements',
  input: z.object({
    partner: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    nameFr: words,
    nameAr: words,
    purposeFr: words,
    purposeAr: words,
    legalBasis: z.string().trim().min(3).max(400),
    legalStatus: z.enum(['official', 'unverified', 'illustrative']),
    mayAskBy: z.array(z.enum(askingWays)).min(1).max(askingWays.length),
    fields: z.array(z.enum(answerFields)).max(answerFields.length),
    /** Persons in a minute. */
    perMinute: z.int().min(1).max(100_000),
    from: z.iso.date(),
    to: z.iso.date().optional(),
    keyDigest: KeyDigest,
  }),
  output: z.object({ agreement: z.uuid() }),
  refusals: ['days-reversed', 'agreement-stands', 'key-known'],
  async run(context, { from, to, ...input }) {
    if (to !== undefined && to < from) return refuse('days-reversed', { place: 'to' });
    await takeTurn(context.tx);
    if (await isKeyKnown(context.tx, input.keyDigest)) return refuse('key-known', { place: 'keyDigest' });
    const row: AgreementRow = {
      ...{ id: newId(), partner: input.partner, name_fr: input.nameFr, name_ar: input.nameAr },
      ...{ purpose_fr: input.purposeFr, purpose_ar: input.purposeAr },
      ...{ legal_basis: input.legalBasis, legal_status: input.legalStatus },
      ...{ may_ask_by: [...new Set(input.mayAskBy)], fields: [...new Set(input.fields)], per_minute: input.perMinute },
      ...{ from_day: from, to_day: to ?? null },
      ...{ made_at: context.now.toString(), made_by: context.actor.id, ended_at: null, ended_for: null },
    };
    const known = await listAgreements(context.tx);
    const standing = known.find((one) => one.partner === row.partner && standTogether(one, row));
    if (standing) return refuse('agreement-stands', { place: 'from', facts: { since: standing.from_day } });
    await insertAgreement(context.tx, row);
    const { made_at, made_by } = row;
    await insertKey(context.tx, { digest: input.keyDigest, agreement_id: row.id, made_at, made_by, until: null });
    const reason = `${row.partner} ${from} – ${to ?? ''}`.trim();
    context.journal({ subject: `agreement:${row.id}`, territory: '', reason, after: digestOf(row) });
    return { agreement: row.id };
  },
});
