import type { ReplayedFile } from '#modules/applications';
import { type Proof, prove } from '../../model/proof.ts';

/** What a decision says that it rests on; null where it says nothing. */
export type Basis = {
  readonly declaration: string | null;
  readonly formula: string | null;
  readonly result: string | null;
};

/** The content of the formula that was used is the one that the law gives the day of deposit. */
export function proveFormula({ score }: ReplayedFile, basis: Basis): Proof {
  if (!score) return prove('formula', undefined, undefined, 'not-kept');
  const kept = { named: basis.formula ?? score.formulaDigest, used: score.formulaDigest };
  const byLaw = score.formulaByLaw;
  return prove('formula', kept, byLaw && { named: byLaw, used: byLaw }, byLaw ? undefined : 'formula-unknown');
}

/** The declaration that is kept has the digest that the score and the agenda name. */
export function proveDeclaration({ declaration: { named, remade } }: ReplayedFile, basis: Basis): Proof {
  const kept = { named: basis.declaration ?? named, scored: named };
  return prove('declaration', kept, { named: remade, scored: remade }, ownWhere(basis.declaration));
}

/** The score made again comes to the bytes that are kept, and to the digest that the decision names. */
export function proveScore({ score }: ReplayedFile, basis: Basis): Proof {
  if (!score) return prove('score', undefined, undefined, 'not-kept');
  const kept = { named: basis.result ?? score.resultDigest, digest: score.resultDigest, bytes: score.bytesDigest };
  const again = score.remade?.digest;
  const remade = again && { named: again, digest: again, bytes: again };
  return prove('score', kept, remade, remade ? ownWhere(basis.result) : 'formula-unknown');
}

/** What the score proposes is what the commission had before it. */
export function proveProposal({ score }: ReplayedFile, said: Readonly<Record<string, string | null | undefined>>): Proof {
  const outcome = score?.remade?.outcome;
  const remade = outcome && Object.fromEntries(Object.keys(said).map((place) => [place, outcome]));
  return prove('proposal', said, remade, remade ? undefined : score ? 'formula-unknown' : 'not-kept');
}

type Noted = { readonly concordant: boolean | null; readonly inBatch: boolean; readonly wasAdjourned: boolean };

/**
 * Only a concordant file is decided in a batch, and nothing that is kept speaks against one that was called concordant. What may have spoken
 * against another, such as the address that it shared then, is not kept: it is to be read by itself, and was.
 */
export function proveConcordance({ score, answers, isChecked }: ReplayedFile, noted: Noted): Proof {
  const { concordant, inBatch, wasAdjourned } = noted;
  const hesitates = !isChecked || answers.some(({ toSettle }) => toSettle) || score?.remade?.isNearLimit || wasAdjourned;
  if (concordant === null) return prove('concordance', undefined, { concordant: !hesitates, inBatch }, 'not-kept');
  const remade = concordant && !hesitates;
  return prove('concordance', { concordant, inBatch }, { concordant: remade, inBatch: inBatch && remade });
}

function ownWhere(named: string | null): Proof['note'] {
  return named === null ? 'own-assessment' : undefined;
}
