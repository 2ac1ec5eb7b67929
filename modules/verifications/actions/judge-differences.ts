import { listBeneficiaries } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import type { Difference } from '../model/checks.ts';
import { type FoundDifference, type Judgement, settles, type Verdict, verdictOn } from '../model/judgement.ts';
import { statedDigest } from '../model/stated.ts';
import { type CheckRow, listChecks } from '../store/checks.ts';
import { insertJudgements, type JudgementRow, listJudgements, setAsideAnswers } from '../store/judgements.ts';

/** What an officer found, difference by difference or of all that are open; and on what. */
export type Judging = {
  readonly found: readonly Judgement[] | Verdict;
  readonly reason: string;
  readonly note: string | null;
};

export type Judged = { readonly askedAgain: readonly string[] };

/**
 * Keeps an officer's judgement of every open difference of a request, with the two values it was about, part of the deed that lets the request
 * go on. Partners whose answer was about another person, or about what was corrected since, are to be asked again: their answer is set aside,
 * kept, and they are named. Refused when a judgement is about no open difference, and when one is left without.
 */
export async function judgeDifferences(
  context: DeedContext,
  request: string,
  judging: Judging,
): Promise<Judged | Refusal<'no-such-difference' | 'not-all-judged'>> {
  const checks = await listAnswered(context, request);
  const open = checks.flatMap(({ row, differences }) =>
    differences.map((difference) => ({ ...difference, partner: row.partner })),
  );
  const stale = new Set(checks.filter(({ isStale }) => isStale).map(({ row }) => row.partner));
  const { found } = judging;
  const verdictOf = (difference: FoundDifference) => (typeof found === 'string' ? found : verdictOn(found, difference));
  const stray =
    typeof found === 'string' ? -1 : found.findIndex((one) => !open.some((difference) => verdictOn([one], difference)));
  if (stray >= 0) return refuse('no-such-difference', { place: `judgements.${stray}` });
  const left = open.filter((difference) => !stale.has(difference.partner) && verdictOf(difference) === undefined);
  if (left.length > 0) return refuse('not-all-judged', { place: 'judgements', facts: { left: left.length } });
  const territory = checks[0]?.row.territory ?? '';
  const rows = open.flatMap((difference) => {
    const verdict = verdictOf(difference);
    return verdict ? [toRow(context, { request, territory, difference, verdict }, judging)] : [];
  });
  await insertJudgements(context.tx, rows);
  context.journal(...rows.map(lineOf));
  const again = new Set([...stale, ...rows.filter((row) => !row.settles).map(({ partner }) => partner)]);
  await askAgain(context, request, [...again]);
  return { askedAgain: [...again].sort() };
}

/** Sets aside the answers about what was corrected since, of requests whose checks are opened once more. */
export async function setAsideCorrected(context: DeedContext, requests: readonly string[]): Promise<void> {
  for (const request of requests) {
    const stale = (await listAnswered(context, request)).filter(({ isStale }) => isStale);
    await askAgain(
      context,
      request,
      stale.map(({ row }) => row.partner),
    );
  }
}

type Answered = { readonly row: CheckRow; readonly differences: readonly Difference[]; readonly isStale: boolean };

/** The answers about a request, each with what is still to be settled in it and whether it is about what was corrected since. */
async function listAnswered({ tx }: Pick<DeedContext, 'tx'>, request: string): Promise<Answered[]> {
  const rows = (await listChecks(tx, [request])).filter(({ state }) => state === 'answered');
  if (rows.length === 0) return [];
  const settled = (await listJudgements(tx, [request])).filter((judgement) => judgement.settles);
  const now = statedDigest(await listBeneficiaries(tx, [request]));
  return rows.map((row) => ({
    row,
    differences: (row.differences as Difference[]).filter(
      (difference) => difference.weight === 'to-settle' && !settled.some((one) => isAbout(one, row, difference)),
    ),
    isStale: row.stated_digest !== null && row.stated_digest !== now,
  }));
}

function isAbout(judgement: JudgementRow, { partner }: CheckRow, { ref, field, declared, answered }: Difference): boolean {
  const { partner: asked, ref: member, field: judged, declared: said, answered: held } = judgement;
  return asked === partner && member === ref && judged === field && said === declared && held === answered;
}

async function askAgain(context: DeedContext, request: string, partners: readonly string[]): Promise<void> {
  await setAsideAnswers(
    context.tx,
    partners.map((partner) => ({ request, partner })),
    context.now.toString(),
  );
}

type Found = {
  readonly request: string;
  readonly territory: string;
  readonly difference: FoundDifference;
  readonly verdict: Verdict;
};

function toRow(
  { actor, now }: DeedContext,
  { request, territory, difference, verdict }: Found,
  { reason, note }: Judging,
): JudgementRow {
  const { partner, ref, field, declared, answered } = difference;
  return {
    ...{ request_id: request, territory, partner, ref, field, declared, answered, verdict, reason, note },
    ...{ settles: settles({ field, verdict }), judged_at: now.toString(), judged_by: actor.id, post: actor.post ?? null },
  };
}

function lineOf(row: JudgementRow) {
  const { request_id, territory, partner, ref, field, declared, answered, verdict, reason } = row;
  return {
    subject: `application:${request_id}`,
    territory,
    before: digestOf({ partner, ref, field, declared, answered }),
    after: digestOf({ partner, ref, field, verdict, reason }),
    reason: `${partner} ${field} ${verdict}: ${reason}`,
  };
}
