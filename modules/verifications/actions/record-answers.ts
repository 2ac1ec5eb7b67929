import { z } from 'zod';
import { AnsweredEnvelope, recordAnswered } from '#modules/exchange';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { askedAbout, checkPartners, type Difference, differencesOf, type KeptAnswer } from '../model/checks.ts';
import { statedDigest } from '../model/stated.ts';
import { type CheckRow, saveChecks } from '../store/checks.ts';

const Answer = z.custom<KeptAnswer>((value) => typeof value === 'object' && value !== null && 'ref' in value && 'kind' in value);

const Input = z.object({
  partner: z.enum(checkPartners),
  /** Absent when nobody of these requests could be asked about, for instance no member has a national card. */
  envelope: AnsweredEnvelope.optional(),
  requests: z.array(z.object({ request: z.uuid(), answers: z.array(Answer) })),
});

/**
 * Keeps a partner's answers beside the declarations, field by field, and closes its envelope. Requests whose every member was answered
 * are told onwards; a request told twice keeps its first answer.
 */
export const recordAnswers = defineAction({
  name: 'verifications.record-answers',
  summary: 'Keep the answers of a partner beside what was declared',
  permission: 'system:verifications',
  input: Input,
  output: z.object({ requests: z.number().int(), differences: z.number().int() }),
  refusals: [],
  async run(context, input) {
    const beneficiaries = Map.groupBy(
      await listBeneficiaries(
        context.tx,
        input.requests.map((entry) => entry.request),
      ),
      (person) => person.requestId,
    );
    const rows = input.requests.map((entry) => toRow(context, input, entry, beneficiaries.get(entry.request) ?? []));
    await saveChecks(context.tx, rows);
    const about = { partner: input.partner, subject: askedAbout(input.partner), at: context.now.toString() };
    if (input.envelope) await recordAnswered(context.tx, about, input.envelope);
    context.journal(
      ...rows.map((row) => ({
        subject: `application:${row.request_id}`,
        territory: row.territory,
        after: digestOf(row.answers as Json),
        reason: row.partner,
      })),
    );
    context.emit('verifications.answered', {
      partner: input.partner,
      applications: input.requests.map((entry) => entry.request),
    });
    return { requests: rows.length, differences: rows.filter((row) => (row.differences as Difference[]).length > 0).length };
  },
});

type Entry = z.output<typeof Input>['requests'][number];

function toRow(context: DeedContext, input: z.output<typeof Input>, entry: Entry, persons: readonly Beneficiary[]): CheckRow {
  const byRef = new Map(persons.map((person) => [person.ref, person]));
  const differences = entry.answers.flatMap((answer) => {
    const declared = byRef.get(answer.ref);
    return declared ? differencesOf(declared, answer) : [];
  });
  return {
    request_id: entry.request,
    partner: input.partner,
    territory: persons[0]?.territory ?? '',
    state: 'answered',
    asked_at: context.now.toString(),
    answered_at: context.now.toString(),
    envelope_id: input.envelope?.id ?? null,
    source_date: input.envelope?.sourceDate ?? null,
    answers: entry.answers,
    differences,
    stated_digest: statedDigest(persons),
  };
}
