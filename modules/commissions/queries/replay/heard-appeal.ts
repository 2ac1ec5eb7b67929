import { createHash } from 'node:crypto';
import { type FileOnAppeal, findReplayedFile, type ReplayedFile } from '#modules/applications';
import { listProvenEntries } from '#platform/audit';
import { digestOf, type Json } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { decideAppealRuling } from '../../model/appeal-decision.ts';
import { actedFirst, type FirstDeciders, tookPart } from '../../model/first-deciders.ts';
import { agentOf } from '../../model/members.ts';
import { seatedAt } from '../../model/minutes-presence.ts';
import { type Proof, prove } from '../../model/proof.ts';
import { knownAt, quorumOn } from '../../model/room.ts';
import { findFirstDeciders } from '../../store/first-deciders.ts';
import { listDecisionsOfFiles } from '../../store/first-decisions.ts';
import { listCardsOfAgent } from '../../store/members.ts';
import type { AppealDecisionRow, AppealRow, DecisionRow } from '../../store/tables.ts';
import { type Expected, type LinesOfJournal, proveChecks, proveJournal } from './journal-of-decision.ts';
import type { ReplayedDecision, Replaying } from './local-decision.ts';
import { provePrinting } from './printing-of-minutes.ts';
import { proveDeclaration, proveFormula, proveProposal, proveScore } from './proofs-of-file.ts';
import { proveRecusals, votersOf } from './proofs-of-ruling.ts';
import {
  proveLaw,
  proveLetter,
  proveMandates,
  proveMinutes,
  provePresence,
  proveSeal,
  proveSignatures,
} from './proofs-of-sitting.ts';
import { fullMinutes, type ReplayedSitting, readReplayedSitting } from './replayed-sitting.ts';

/** The file that went up with the appeal, as it was sealed. */
type SealedFile = Pick<FileOnAppeal, 'proposal' | 'digest' | 'declaration'> & {
  readonly assessed: { readonly formula_digest: string; readonly result_digest: string } | null;
  readonly decision: { readonly outcome: string; readonly reason: string };
};

type HeardAppeal = {
  readonly sat: ReplayedSitting;
  readonly appeal: AppealRow;
  readonly decision: AppealDecisionRow;
  readonly first: DecisionRow;
  readonly file: ReplayedFile;
  readonly sealed: SealedFile | undefined;
  readonly deciders: FirstDeciders;
  readonly ownCards: readonly string[];
  readonly journal: LinesOfJournal;
};

/** Makes a decision of the provincial commission on an appeal again; undefined where its sitting is not seen. */
export async function replayHeardAppeal(
  tx: Tx,
  { appeal, decision }: { readonly appeal: AppealRow; readonly decision: AppealDecisionRow },
  { lawOn, reprint }: Replaying,
): Promise<ReplayedDecision | undefined> {
  const sat = await readReplayedSitting(tx, decision.sitting_id, lawOn);
  const of = sat && (await readHeardAppeal(tx, { sat, appeal, decision }));
  if (!of) return undefined;
  const { file, journal } = of;
  const proofs = [
    ...proofsOfSealedFile(of),
    ...[proveQuorum(of), proveConflicts(of), proveFirstDeciders(of), proveFindings(of), proveRuling(of)],
    ...[proveLaw(sat), proveMandates(sat), provePresence(sat), proveMinutes(sat), proveSeal(sat)],
    ...[proveJournal(journal, expectedOf(of)), proveSignatures(sat, journal), await provePrinting(sat, journal, reprint)],
    proveLetter(sat, file.number),
  ];
  return { sat, appeal: appeal.number, outcome: decision.outcome, reason: of.first.reason_code, proofs };
}

async function readHeardAppeal(
  tx: Tx,
  { sat, appeal, decision }: Pick<HeardAppeal, 'sat' | 'appeal' | 'decision'>,
): Promise<HeardAppeal | undefined> {
  const { application_id: application } = appeal;
  const first = (await listDecisionsOfFiles(tx, [application])).find((one) => one.sitting_id === appeal.sitting_id);
  const sealed = readSealed(appeal.file);
  if (!first) return undefined;
  const file = await findReplayedFile(tx, application, { at: first.decided_at, result: sealed?.assessed?.result_digest });
  if (!file) return undefined;
  const agent = agentOf(decision.actor);
  return {
    ...{ sat, appeal, decision, first, sealed, file },
    deciders: await findFirstDeciders(tx, appeal, decision.recorded_at),
    ownCards: agent === undefined ? [] : await listCardsOfAgent(tx, agent),
    journal: await listProvenEntries(tx, [`sitting:${sat.sitting.id}`, `application:${application}`]),
  };
}

function readSealed(text: string | null): SealedFile | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as SealedFile);
  } catch {
    return undefined;
  }
}

/**
 * What the first commission saw, as it went up: its minutes name no score for an appeal, so that of the sealed file is made again from the
 * declaration that is kept.
 */
function proofsOfSealedFile({ appeal, sealed, first, file, journal }: HeardAppeal): Proof[] {
  const { file: text, file_digest: digest } = appeal;
  const basis = {
    ...{ declaration: sealed?.digest ?? null, formula: sealed?.assessed?.formula_digest ?? null },
    result: sealed?.assessed?.result_digest ?? null,
  };
  const kept = { digest, declared: sealed?.digest ?? null, ...asDecided(sealed?.decision.outcome, sealed?.decision.reason) };
  const remade = {
    digest: text && createHash('sha256').update(text).digest('hex'),
    declared: sealed ? digestOf(sealed.declaration as unknown as Json) : null,
    ...asDecided(first.outcome, first.reason_code),
  };
  const ownScore = proveScore(file, basis);
  return [
    text === null ? prove('appeal-file', undefined, undefined, 'not-kept') : prove('appeal-file', kept, remade),
    ...[proveFormula(file, basis), proveDeclaration(file, basis)],
    { ...ownScore, note: ownScore.note ?? 'own-assessment' },
    proveProposal(file, { sealed: sealed?.proposal ?? null }),
    proveChecks(journal, file.answers, `application:${file.id}`),
  ];
}

function asDecided(outcome: string | undefined, reason: string | undefined) {
  return { outcome: outcome ?? null, reason: reason ?? null };
}

/** Counted when the ruling was recorded, and reached by what was known then, as the deed counted it. */
function proveQuorum({ sat, appeal, file, decision: { recorded_at } }: HeardAppeal): Proof {
  const minutes = fullMinutes(sat);
  const without = minutes?.recusals.filter((one) => one.file === file.number).map(({ member }) => member);
  const kept = minutes && {
    ...{ present: seatedAt(minutes, recorded_at, without).length, needed: minutes.law.quorum.value, reached: true },
  };
  const { present, needed } = quorumOn(sat.read.room, appeal.application_id, recorded_at);
  const { reached } = quorumOn(knownAt(sat.read.room, recorded_at), appeal.application_id, recorded_at);
  return prove('quorum', kept, { present, needed, reached }, sat.note);
}

function proveConflicts({ sat, appeal, file, decision, ownCards }: HeardAppeal): Proof {
  const { application_id: application } = appeal;
  const cards = new Set(file.cards);
  const family = votersOf(sat, application, decision.recorded_at).filter(({ cnie }) => cnie !== null && cards.has(cnie));
  const recorder = ownCards.some((card) => cards.has(card)) ? [decision.actor] : [];
  return proveRecusals(sat, file, { application, ownFamily: [...family.map(({ id }) => id), ...recorder] });
}

/** Nobody who had a hand in the first decision, by all that was done until then, had one in this. */
function proveFirstDeciders({ sat, appeal, decision, deciders }: HeardAppeal): Proof {
  const again = votersOf(sat, appeal.application_id, decision.recorded_at).filter((member) => tookPart(member, deciders));
  const recorder = actedFirst(decision.actor, deciders) ? [decision.actor] : [];
  return prove('first-deciders', [], [...again.map(({ id }) => id), ...recorder]);
}

/** What was found of each contested criterion carries what was ruled. Whether the request could still go back is not kept, and not asked. */
function proveFindings({ appeal, first, decision }: HeardAppeal): Proof {
  const { outcome, category, findings, words, asks } = decision;
  const ruling = { outcome, category: category ?? undefined, findings, words, asks: asks ?? undefined };
  const refused = decideAppealRuling(ruling, { criteria: appeal.criteria, first: first.outcome, canGoBack: true });
  return prove('findings', 'fits', refused?.refused ?? 'fits');
}

/** What is decided in the books, and what the family is told, is what the minutes say. */
function proveRuling({ sat, appeal, decision, file }: HeardAppeal): Proof {
  const line = sat.kept?.decisions.find((one) => one.file === file.number);
  const isAnswer = decision.outcome !== 'adjourned';
  const kept = line && {
    ...{ outcome: line.outcome, category: line.appeal?.becomes ?? null, words: line.remark, number: line.appeal?.number ?? null },
    told: isAnswer ? line.outcome : null,
  };
  const remade = {
    ...{ outcome: decision.outcome, category: decision.category, words: decision.words, number: appeal.number },
    told: isAnswer ? appeal.outcome : null,
  };
  return prove('decision', kept ?? (sat.kept ? null : undefined), remade, sat.kept ? undefined : sat.note);
}

/** What the journal must say of it: the appeal as filed, the agenda, the ruling, the seal, and what it did to the appeal. */
function expectedOf({ sat, appeal, decision }: HeardAppeal): Expected[] {
  const onSitting = { subject: `sitting:${sat.sitting.id}` };
  const onFile = { subject: `application:${appeal.application_id}` };
  const { outcome, category, findings } = decision;
  const state = outcome === 'adjourned' ? 'admitted' : outcome;
  const filed = { appeal: appeal.id, state: 'filed', criteria: appeal.criteria, words: digestOf(appeal.words) };
  const found = findings.map((one) => ({ ...one, words: one.words ?? null }));
  const appeals = sat.ruled.map((one) => one.appeal.id);
  const filing = ['commissions.file-appeal', 'commissions.take-appeal'];
  return [
    { line: 'filed', ...onFile, actions: filing, after: digestOf({ ...filed, file: appeal.file_digest }) },
    {
      ...{ line: 'agenda', ...onSitting, actions: ['commissions.freeze-appeals'] },
      after: digestOf({ sitting: sat.sitting.id, appeals }),
    },
    {
      ...{ line: 'ruling', ...onFile, actions: ['commissions.decide-appeal'] },
      after: digestOf({ appeal: appeal.id, ruling: decision.id, outcome, category, findings: found as never }),
    },
    { line: 'seal', ...onSitting, actions: ['commissions.seal-sitting'], after: sat.sealedDigest },
    {
      ...{ line: 'effect', ...onFile, actions: ['commissions.seal-sitting'] },
      after: digestOf({ appeal: appeal.id, state, outcome, category }),
    },
  ];
}
