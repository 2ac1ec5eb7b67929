import { z } from 'zod';
import { lawAt } from '#law';
import { findFileNumbered, listFilesNamed } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { normaliseTyped } from '#platform/numbers';
import { isProven, proofCodes, proofNotes, proofVerdicts } from '../model/proof.ts';
import { listSealedDecisions } from '../store/appeal-decisions.ts';
import { findAppealNumbered, listAppealsOfFile } from '../store/appeals.ts';
import { listDecisionsOfFiles } from '../store/first-decisions.ts';
import type { AppealRow } from '../store/tables.ts';
import { replayHeardAppeal } from './replay/heard-appeal.ts';
import { type ReplayedDecision, type Replaying, replayLocalDecision } from './replay/local-decision.ts';

const Proof = z.object({
  proof: z.enum(proofCodes),
  verdict: z.enum(proofVerdicts),
  kept: z.string().nullable(),
  remade: z.string().nullable(),
  note: z.enum(proofNotes).optional(),
  apart: z.array(z.object({ place: z.string(), kept: z.string().nullable(), remade: z.string().nullable() })),
});

const Replayed = z.object({
  kind: z.enum(['cpl', 'cpp']),
  sitting: z.string(),
  heldOn: z.string(),
  territory: z.string(),
  outcome: z.string(),
  reason: z.string(),
  /** Of the appeal that a provincial commission ruled on. */
  appeal: z.string().optional(),
  isProven: z.boolean(),
  proofs: z.array(Proof),
});
export type ReplayOfDecision = z.output<typeof Replayed>;

/**
 * Makes past decisions on a file again, each from the law of its day, what was declared and answered then, the members who sat and the minutes
 * that were sealed, and holds every part against what is kept. By the number of a request: every decision on it, the first first; by that of an
 * appeal: what was ruled on it.
 */
export function replayDecision({ reprint, lawOn = lawAt }: Pick<Replaying, 'reprint'> & Partial<Replaying>) {
  return defineQuery({
    name: 'commissions.replay-decision',
    summary: 'Make past decisions on a file again and say of each part whether it comes to what was kept',
    permission: 'commissions:replay',
    input: z.object({ number: z.string().max(40) }),
    output: z.object({
      found: z
        .object({ application: z.string(), number: z.string(), territory: z.string(), decisions: z.array(Replayed) })
        .optional(),
    }),
    noted: ({ found }) => (found ? [{ subject: `application:${found.application}`, territory: found.territory }] : []),
    async run({ tx }, { number }) {
      const sought = await findSought(tx, normaliseTyped(number));
      if (!sought) return {};
      const { id: application, number: request, territory } = sought.file;
      const replaying = { reprint, lawOn };
      const first = sought.isAppeal ? [] : await listDecisionsOfFiles(tx, [application]);
      const replayed = [];
      for (const decision of first) replayed.push(await replayLocalDecision(tx, decision, replaying));
      for (const heard of await listHeard(tx, sought.appeals)) replayed.push(await replayHeardAppeal(tx, heard, replaying));
      const decisions = replayed
        .filter((one) => one !== undefined)
        .sort(bySeal)
        .map(toReplayed);
      return { found: { application, number: request, territory, decisions } };
    },
  });
}

type Sought = {
  readonly file: { readonly id: string; readonly number: string; readonly territory: string };
  readonly appeals: readonly AppealRow[];
  readonly isAppeal: boolean;
};

async function findSought(tx: Tx, number: string): Promise<Sought | undefined> {
  const file = await findFileNumbered(tx, number);
  if (file) return { file, appeals: await listAppealsOfFile(tx, file.id), isAppeal: false };
  const appeal = await findAppealNumbered(tx, number);
  const named = appeal && (await listFilesNamed(tx, [appeal.application_id])).get(appeal.application_id);
  if (!appeal || !named) return undefined;
  const contested = { id: named.id, number: named.number, territory: appeal.territory };
  return { file: contested, appeals: [appeal], isAppeal: true };
}

/** What sealed sittings ruled on these appeals. */
async function listHeard(tx: Tx, appeals: readonly AppealRow[]) {
  const decisions = await listSealedDecisions(
    tx,
    appeals.map(({ id }) => id),
  );
  return decisions.flatMap((decision) => {
    const appeal = appeals.find(({ id }) => id === decision.appeal_id);
    return appeal ? [{ appeal, decision }] : [];
  });
}

function bySeal(one: ReplayedDecision, other: ReplayedDecision): number {
  return (one.sat.sitting.sealed_at ?? '').localeCompare(other.sat.sitting.sealed_at ?? '');
}

function toReplayed({
  sat: { sitting, commission },
  proofs,
  outcome,
  reason,
  appeal,
}: ReplayedDecision): z.input<typeof Replayed> {
  const inOrder = proofCodes.flatMap((code) => proofs.filter(({ proof }) => proof === code));
  return {
    ...{ kind: commission.kind, sitting: sitting.number, heldOn: sitting.held_on, territory: sitting.territory },
    ...{ outcome, reason, ...(appeal === undefined ? {} : { appeal }), isProven: isProven(proofs) },
    proofs: inOrder.map((proof) => ({ ...proof, apart: [...proof.apart] })),
  };
}
