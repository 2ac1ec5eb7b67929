import type { ProvenEntry } from '#platform/audit';
import { type Proof, prove } from '../../model/proof.ts';

export type LinesOfJournal = readonly ProvenEntry[];

/** A line that the journal must hold: which deed wrote it, on what, and the digest that the books give for it now. */
export type Expected = {
  readonly line: string;
  readonly subject: string;
  readonly actions: readonly string[];
  readonly reason?: string;
  readonly after: string;
};

/** The journal holds the digest of each step, as the books give it again, and those lines are as they were written. */
export function proveJournal(journal: LinesOfJournal, expected: readonly Expected[]): Proof {
  const found = expected.map((one) => ({ line: one.line, ...inJournal(journal, one) }));
  const kept = Object.fromEntries(found.map(({ line, digest, chain }) => [line, { digest, chain }]));
  const remade = Object.fromEntries(expected.map(({ line, after }) => [line, { digest: after, chain: WHOLE }]));
  return prove('journal', kept, remade);
}

/** What a partner answered is what the journal says that it answered. */
export function proveChecks(
  journal: LinesOfJournal,
  answers: readonly { partner: string; digest: string }[],
  subject: string,
): Proof {
  const actions = ['verifications.record-answers'];
  const kept = answers.map(({ partner, digest: after }) => {
    const { digest } = inJournal(journal, { line: partner, subject, actions, reason: partner, after });
    return [partner, digest] as const;
  });
  const remade = answers.map(({ partner, digest }) => [partner, digest] as const);
  return prove('checks', Object.fromEntries(kept), Object.fromEntries(remade));
}

const WHOLE = 'whole';

/** The digest that a line bears, the expected one where a line bears it; and where the chain is broken, the book and the line. */
function inJournal(journal: LinesOfJournal, { subject, actions, reason, after }: Expected) {
  const lines = journal.filter(
    (line) => line.subject === subject && actions.includes(line.action) && (reason === undefined || line.reason === reason),
  );
  const line = lines.find(({ after_digest }) => after_digest === after) ?? lines.at(-1);
  const broken = lines.find(({ isWhole }) => !isWhole);
  return { digest: line?.after_digest ?? 'none', chain: broken ? `${broken.book} ${broken.seq}` : WHOLE };
}
