import { z } from 'zod';
import { type Beneficiary, listBeneficiaries } from '#modules/registry';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import type { Difference, KeptAnswer } from '../model/checks.ts';
import { verdicts } from '../model/judgement.ts';
import { layOut } from '../model/lay-out.ts';
import { statedDigest } from '../model/stated.ts';
import { type CheckRow, listChecks } from '../store/checks.ts';
import { type JudgementRow, listJudgements } from '../store/judgements.ts';

const Spans = z.array(z.object({ text: z.string(), apart: z.boolean() }));
const ScriptName = z.object({ family: z.string(), given: z.string() });

/** A difference as an officer sees it: the two sides, what was judged of it, and how fresh the register was. */
export const DifferenceSeen = z.object({
  request: z.string(),
  partner: z.string(),
  ref: z.int(),
  relation: z.string(),
  names: z.object({ fr: ScriptName.optional(), ar: ScriptName.optional() }),
  field: z.enum(['card', 'names', 'birth_date', 'sex', 'vital_status', 'cover']),
  weight: z.enum(['to-settle', 'to-know']),
  declared: z.string(),
  answered: z.string(),
  lines: z.array(z.object({ script: z.enum(['fr', 'ar']).nullable(), declared: Spans, answered: Spans })),
  cover: z
    .object({ scheme: z.string(), role: z.enum(['insured', 'dependant']), from: z.string(), to: z.string().optional() })
    .optional(),
  /** `corrected`: the request was corrected since; the register is asked again by itself when the file goes on. */
  standing: z.enum(['open', 'settled', 'corrected', 'to-know']),
  judged: z
    .object({ verdict: z.enum(verdicts), reason: z.string(), note: z.string().optional(), at: z.string(), by: z.string() })
    .optional(),
  sourceDate: z.string().nullable(),
  answeredAt: z.string().nullable(),
});
export type DifferenceSeen = z.output<typeof DifferenceSeen>;

/** Where a request and the registers part, each difference laid out side by side with what was judged of it. */
export const differencesOfRequest = defineQuery({
  name: 'verifications.differences-of-request',
  summary: 'Where a request and the registers part, laid out side by side',
  permission: 'verifications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ differences: z.array(DifferenceSeen) }),
  run: async ({ tx }, { application }) => ({ differences: await listDifferences(tx, [application]) }),
});

/** The same of several requests at once, by request, member and partner: for whoever lists them. */
export async function listDifferences(tx: Tx, requests: readonly string[]): Promise<DifferenceSeen[]> {
  const checks = (await listChecks(tx, requests)).filter(({ differences }) => (differences as Difference[]).length > 0);
  const concerned = [...new Set(checks.map((check) => check.request_id))];
  const judgements = Map.groupBy(await listJudgements(tx, concerned), (one) => one.request_id);
  const persons = Map.groupBy(await listBeneficiaries(tx, concerned), (one) => one.requestId);
  const seen = checks.flatMap((check) => {
    const of = { judged: judgements.get(check.request_id) ?? [], persons: persons.get(check.request_id) ?? [] };
    return (check.differences as Difference[]).map((difference) => see(check, difference, of));
  });
  return seen.sort(
    (one, other) => one.request.localeCompare(other.request) || one.ref - other.ref || one.partner.localeCompare(other.partner),
  );
}

type OfRequest = { readonly judged: readonly JudgementRow[]; readonly persons: readonly Beneficiary[] };

function see(check: CheckRow, difference: Difference, { judged, persons }: OfRequest): DifferenceSeen {
  const { ref, field, weight, declared, answered } = difference;
  const isStale = check.stated_digest !== null && check.stated_digest !== statedDigest(persons);
  const person = persons.find((one) => one.ref === ref);
  const answer = ((check.answers ?? []) as KeptAnswer[]).find((one) => one.ref === ref);
  const { lines, cover } = layOut(difference, isStale ? undefined : person?.names, answer);
  const judgement = judged.findLast((one) => isAbout(one, check.partner, difference));
  return {
    request: check.request_id,
    ...{ partner: check.partner, ref, relation: person?.relation ?? '', names: person?.names ?? {} },
    ...{ field, weight, declared, answered },
    lines: lines.map((line) => ({ script: line.script, declared: [...line.declared], answered: [...line.answered] })),
    ...(cover ? { cover } : {}),
    standing: standingOf(difference, isStale, judgement),
    ...(judgement ? { judged: told(judgement) } : {}),
    ...{ sourceDate: check.source_date, answeredAt: check.answered_at },
  };
}

function isAbout(judgement: JudgementRow, partner: string, { ref, field, declared, answered }: Difference): boolean {
  const isSameField = judgement.partner === partner && judgement.ref === ref && judgement.field === field;
  return isSameField && judgement.declared === declared && judgement.answered === answered;
}

function standingOf({ weight }: Difference, isStale: boolean, judgement: JudgementRow | undefined): DifferenceSeen['standing'] {
  if (weight === 'to-know') return 'to-know';
  if (isStale) return 'corrected';
  return judgement?.settles ? 'settled' : 'open';
}

function told({ verdict, reason, note, judged_at, judged_by }: JudgementRow): DifferenceSeen['judged'] {
  return { verdict, reason, ...(note === null ? {} : { note }), at: judged_at, by: judged_by };
}
