import { findReplayedFile, type ReplayedFile } from '#modules/applications';
import { listProvenEntries } from '#platform/audit';
import { digestOf } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { agentOf } from '../../model/members.ts';
import type { Minutes } from '../../model/minutes.ts';
import type { Proof } from '../../model/proof.ts';
import type { LawOn } from '../../model/quorum-rule.ts';
import { listDecisionsOfFiles } from '../../store/first-decisions.ts';
import { listCardsOfAgent } from '../../store/members.ts';
import type { AgendaRow, DecisionRow, RulingRow } from '../../store/tables.ts';
import { listReturned } from '../../store/validation.ts';
import { type Expected, type LinesOfJournal, proveChecks, proveJournal } from './journal-of-decision.ts';
import { provePrinting, type ReprintMinutes } from './printing-of-minutes.ts';
import { proveConcordance, proveDeclaration, proveFormula, proveProposal, proveScore } from './proofs-of-file.ts';
import {
  proveCombination,
  proveConflicts,
  proveDecision,
  proveOnce,
  proveOverride,
  proveQuorum,
  proveSilence,
} from './proofs-of-ruling.ts';
import {
  proveLaw,
  proveLetter,
  proveMandates,
  proveMinutes,
  provePresence,
  proveSeal,
  proveSignatures,
} from './proofs-of-sitting.ts';
import { type ReplayedSitting, readReplayedSitting } from './replayed-sitting.ts';

/** By which law a day is judged, and who sets minutes again. */
export type Replaying = { readonly lawOn: LawOn; readonly reprint: ReprintMinutes };

export type ReplayedDecision = {
  readonly sat: ReplayedSitting;
  readonly outcome: string;
  readonly reason: string;
  readonly appeal?: string;
  readonly proofs: readonly Proof[];
};

/** One decision of a local commission with all that it is proved from. */
export type LocalDecision = {
  readonly sat: ReplayedSitting;
  readonly file: ReplayedFile;
  readonly decision: DecisionRow;
  readonly item: AgendaRow;
  /** What stands of the file in the sitting. */
  readonly standing: readonly RulingRow[];
  readonly ruling: RulingRow;
  /** In the minutes, where they can be read. */
  readonly line: Minutes['decisions'][number] | undefined;
  /** Of the file before this one. */
  readonly earlier: readonly (DecisionRow & { readonly isReturned: boolean })[];
  /** Of the mandates of whoever recorded it. */
  readonly ownCards: readonly string[];
  readonly journal: LinesOfJournal;
};

/** Makes a decision of a local commission again; undefined where its sitting is not seen. */
export async function replayLocalDecision(
  tx: Tx,
  decision: DecisionRow,
  { lawOn, reprint }: Replaying,
): Promise<ReplayedDecision | undefined> {
  const sat = await readReplayedSitting(tx, decision.sitting_id, lawOn);
  const of = sat && (await readLocalDecision(tx, sat, decision));
  if (!of) return undefined;
  const { outcome, reason_code: reason } = decision;
  const ofRuling = reason === 'silence' ? [proveSilence(of, lawOn)] : proofsOfRuling(of);
  const proofs = [
    ...proofsOfFile(of),
    ...ofRuling,
    ...[proveLaw(sat), proveMandates(sat), provePresence(sat), proveConflicts(of), proveOnce(of), proveDecision(of)],
    ...[proveMinutes(sat), proveSeal(sat), proveJournal(of.journal, expectedOf(of)), proveSignatures(sat, of.journal)],
    ...[await provePrinting(sat, of.journal, reprint), proveLetter(sat, of.file.number)],
  ];
  return { sat, outcome, reason, proofs };
}

async function readLocalDecision(tx: Tx, sat: ReplayedSitting, decision: DecisionRow): Promise<LocalDecision | undefined> {
  const { application_id: application } = decision;
  const item = sat.agenda.find((one) => one.application_id === application);
  const standing = sat.rulings.filter((row) => row.application_id === application && row.withdrawn_at === null);
  const ruling = standing[0] ?? sat.rulings.find((row) => row.id === decision.ruling_id);
  if (!item || !ruling) return undefined;
  const file = await findReplayedFile(tx, application, { at: ruling.ruled_at, result: item.result_digest });
  if (!file) return undefined;
  const agent = agentOf(ruling.actor);
  return {
    ...{ sat, file, decision, item, standing, ruling, line: sat.kept?.decisions.find((one) => one.file === file.number) },
    earlier: await listEarlier(tx, decision),
    ownCards: agent === undefined ? [] : await listCardsOfAgent(tx, agent),
    journal: await listProvenEntries(tx, [`sitting:${sat.sitting.id}`, `application:${application}`]),
  };
}

async function listEarlier(tx: Tx, { application_id, decided_at }: DecisionRow): Promise<LocalDecision['earlier']> {
  const earlier = (await listDecisionsOfFiles(tx, [application_id])).filter((one) => one.decided_at < decided_at);
  const returned = await listReturned(
    tx,
    earlier.map((one) => one.sitting_id),
  );
  const isReturned = (one: DecisionRow) =>
    returned.some((row) => row.sitting_id === one.sitting_id && row.application_id === application_id && row.at < decided_at);
  return earlier.map((one) => ({ ...one, isReturned: isReturned(one) }));
}

function proofsOfFile({ file, item, line, journal }: LocalDecision): Proof[] {
  const basis = { declaration: item.declaration_digest, formula: item.formula_digest, result: item.result_digest };
  return [
    ...[proveFormula(file, basis), proveDeclaration(file, basis), proveScore(file, basis)],
    proveProposal(file, { agenda: item.proposal, ...(line ? { minutes: line.proposal } : {}) }),
    proveChecks(journal, file.answers, `application:${file.id}`),
  ];
}

function proofsOfRuling(of: LocalDecision): Proof[] {
  const noted = {
    ...{ concordant: of.item.concordant, inBatch: of.ruling.batch !== null },
    wasAdjourned: of.earlier.some(({ outcome }) => outcome === 'adjourned'),
  };
  return [proveConcordance(of.file, noted), proveQuorum(of), proveCombination(of), proveOverride(of)];
}

/** What the journal must say of the decision: its seal, and, but where the law alone decided, its agenda, its ruling and its second person. */
function expectedOf({ sat, item, ruling, file, decision }: LocalDecision): Expected[] {
  const onSitting = { subject: `sitting:${sat.sitting.id}` };
  const onFile = { subject: `application:${file.id}` };
  const { id, outcome, reason_code: reason, remark, opinions, batch, seconded_by: seconded } = ruling;
  const isSilent = decision.reason_code === 'silence';
  const sealing = isSilent ? 'commissions.carry-out-silence' : 'commissions.seal-sitting';
  const seal = { line: 'seal', ...onSitting, actions: [sealing], after: sat.sealedDigest };
  if (isSilent) return [seal];
  const agenda = digestOf({ sitting: item.sitting_id, agenda: sat.agenda.map((row) => ({ ...row })) });
  const ruled = digestOf({ ruling: id, outcome, reason, remark, opinions: opinions as never, batch });
  return [
    seal,
    { line: 'agenda', ...onSitting, actions: ['commissions.freeze-agenda'], after: agenda },
    { line: 'ruling', ...onFile, actions: ['commissions.record-decisions'], after: ruled },
    ...(seconded === null
      ? []
      : [
          {
            ...{ line: 'second', ...onFile, actions: ['commissions.second-rulings'] },
            after: digestOf({ ruling: id, outcome, seconded }),
          },
        ]),
  ];
}
