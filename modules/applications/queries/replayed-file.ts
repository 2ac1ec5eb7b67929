import { createHash } from 'node:crypto';
import { type Assessment, assess, type Declaration, isFormulaId } from '#modules/eligibility';
import { type AnswerThen, listAnswersAt } from '#modules/verifications';
import { digestOf, type Json } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { normaliseTyped } from '#platform/numbers';
import { adultCards } from '../model/adult-cards.ts';
import { replayAssessment } from '../model/replay-assessment.ts';
import { findApplication, findAssessmentBefore, findByNumber } from '../store/applications.ts';
import { findAssessmentNamed, listStatedAt } from '../store/stated-at.ts';
import type { ApplicationRow, ApplicationsTables } from '../store/tables.ts';
import { findDeclared } from '../store/versions.ts';

/** A file as it was stated at an instant: its head, and what the score proposed. */
export type FileStated = {
  readonly id: string;
  readonly number: string;
  readonly names: ApplicationRow['head_names'];
  readonly proposal: string | null;
};

export async function listFilesStatedAt(tx: Tx, ids: readonly string[], at: string): Promise<readonly FileStated[]> {
  const rows = await listStatedAt(tx, ids, at);
  return rows.map(({ id, number, head_names: names, proposal }) => ({ id, number, names, proposal }));
}

/** A score made again: what was kept of it, and what comes of the same declaration and the formula of then. */
export type ReplayedScore = {
  readonly formulaDigest: string;
  /** Of the formula that the law, as it stands now, gives the day of deposit; absent for a formula that is not there. */
  readonly formulaByLaw?: string;
  readonly resultDigest: string;
  /** Of the bytes that are kept: another one than `resultDigest`, and they were touched. */
  readonly bytesDigest: string;
  /** Absent where the content of the formula was never published. */
  readonly remade?: { readonly digest: string; readonly outcome: string; readonly isNearLimit: boolean };
};

export type ReplayedFile = {
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  /** What the score says that it was made from, and what the declaration that is kept comes to. */
  readonly declaration: { readonly named: string; readonly remade: string };
  /** Of the adults of the household as declared then. */
  readonly cards: readonly string[];
  readonly score: ReplayedScore | undefined;
  readonly answers: readonly AnswerThen[];
  readonly isChecked: boolean;
};

/** The file that bears a number, as somebody types it. */
export function findFileNumbered(
  tx: Tx,
  number: string,
): Promise<Pick<ApplicationRow, 'id' | 'number' | 'territory'> | undefined> {
  return findByNumber(tx, normaliseTyped(number));
}

/**
 * What a decision of an instant rested on, made again: the declaration, its score by the digest that the decision names (else the last one
 * before), and the answers of the registers.
 */
export async function findReplayedFile(
  tx: Tx,
  application: string,
  { at, result }: { readonly at: string; readonly result?: string | null | undefined },
): Promise<ReplayedFile | undefined> {
  const file = await findApplication(tx, application);
  if (!file) return undefined;
  const named = result ? await findAssessmentNamed(tx, application, result) : undefined;
  const kept = named ?? (await findAssessmentBefore(tx, application, at));
  const declared = kept && (await findDeclared(tx, application, kept.input_digest));
  const declaration = declared ?? file.declaration;
  const { answers, isComplete } = await listAnswersAt(tx, application, at);
  return {
    ...{ id: file.id, number: file.number, territory: file.territory },
    declaration: {
      named: kept?.input_digest ?? file.declaration_digest,
      remade: digestOf(declaration as unknown as Json),
    },
    cards: adultCards(declaration.members).map(({ cnie }) => cnie),
    score: kept && toScore(kept, declaration),
    ...{ answers, isChecked: isComplete },
  };
}

function toScore(kept: ApplicationsTables['assessment'], declaration: Declaration): ReplayedScore {
  const { recomputed, recomputedDigest } = replayAssessment(kept, declaration);
  const { outcome, nearLimit = false } = (recomputed ? JSON.parse(recomputed) : {}) as Partial<Assessment>;
  return {
    formulaDigest: kept.formula_digest,
    ...(isFormulaId(kept.formula) ? { formulaByLaw: assess(kept.formula, declaration).formula.digest } : {}),
    resultDigest: kept.result_digest,
    bytesDigest: createHash('sha256').update(kept.result).digest('hex'),
    ...(recomputedDigest && outcome ? { remade: { digest: recomputedDigest, outcome, isNearLimit: nearLimit } } : {}),
  };
}
