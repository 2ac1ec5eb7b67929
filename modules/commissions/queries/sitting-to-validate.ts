import { z } from 'zod';
import { lawAt } from '#law';
import { type FileInBrief, listFilesInBrief } from '#modules/applications';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { isFinal, outcomes, reasonCodes } from '../model/decision.ts';
import { delayOfValidation } from '../model/delay.ts';
import { returnReasons, SENT_BACK } from '../model/returning.ts';
import { drawSample } from '../model/sample.ts';
import { listSignedPapers } from '../store/signatures.ts';
import { findSitting, listAgenda, listDecisions } from '../store/sittings.ts';
import type { AgendaRow, DecisionRow, LookedRow, ReturnedRow } from '../store/tables.ts';
import { listLooked, listReturned } from '../store/validation.ts';
import { Names } from './names.ts';
import { signaturesOf } from './signatures.ts';

const Decided = z.object({
  application: z.string(),
  number: z.string(),
  names: Names,
  position: z.int(),
  proposal: z.enum(['poor', 'vulnerable', 'not_eligible']),
  isConcordant: z.boolean(),
  outcome: z.enum(outcomes),
  reason: z.enum(reasonCodes),
  remark: z.string().optional(),
  againstScore: z.boolean(),
  inSample: z.boolean(),
  lookedAt: z.string().optional(),
  returned: z.object({ reason: z.enum([...returnReasons, SENT_BACK]), words: z.string(), at: z.string() }).optional(),
});

const Sitting = z.object({
  id: z.string(),
  number: z.string(),
  territory: z.string(),
  heldOn: z.string(),
  state: z.string(),
  sealedAt: z.string(),
  minutesDigest: z.string(),
  days: z.int(),
  clock: z.enum(['normal', 'warning', 'late']),
});

/**
 * Sealed minutes as the province reads them before it validates: every decision, which of them the law has it look at, what was looked at and
 * given back, who signed, since when they wait. The sample is drawn by the digest of the minutes: anybody can draw it again.
 */
export const sittingToValidate = defineQuery({
  name: 'commissions.sitting-to-validate',
  summary: 'Sealed minutes as the province reads them before it validates',
  permission: 'commissions:validate',
  input: z.object({ sitting: z.uuid() }),
  output: z.object({
    sitting: Sitting.optional(),
    sample: z.object({ share: z.number(), files: z.int(), looked: z.int() }),
    signatures: z.object({ given: z.int(), needed: z.int() }),
    signedPapers: z.array(z.object({ page: z.string(), at: z.string() })),
    counts: z.object({ files: z.int(), decided: z.int(), againstScore: z.int(), returned: z.int() }),
    decisions: z.array(Decided),
  }),
  async run(context, { sitting: id }) {
    const sitting = await findSitting(context.tx, id);
    if (!sitting || sitting.minutes_digest === null || sitting.sealed_at === null) return nothing;
    const share = lawAt(sitting.held_on).commissions.sampleShare.value;
    const decisions = await decisionsOf(context, { id, digest: sitting.minutes_digest, share });
    const drawn = decisions.filter(({ inSample }) => inSample);
    return {
      sitting: {
        ...{ id, number: sitting.number, territory: sitting.territory, heldOn: sitting.held_on, state: sitting.state },
        ...{ sealedAt: sitting.sealed_at, minutesDigest: sitting.minutes_digest },
        ...delayOfValidation(sitting.sealed_at, context.today),
      },
      sample: {
        share,
        files: drawn.length,
        looked: drawn.filter(({ lookedAt }) => lookedAt !== undefined).length,
      },
      signatures: (await signaturesOf(context.tx, [sitting])).get(id) ?? nothing.signatures,
      signedPapers: (await listSignedPapers(context.tx, sitting)).map(({ page_id: page, at }) => ({ page, at })),
      counts: {
        files: decisions.length,
        decided: decisions.filter(isFinal).length,
        againstScore: decisions.filter(({ againstScore }) => againstScore).length,
        returned: decisions.filter(({ returned }) => returned !== undefined).length,
      },
      decisions,
    };
  },
});

const nothing = {
  sample: { share: 0, files: 0, looked: 0 },
  signatures: { given: 0, needed: 0 },
  signedPapers: [],
  counts: { files: 0, decided: 0, againstScore: 0, returned: 0 },
  decisions: [],
};

type Sealed = { readonly id: string; readonly digest: string; readonly share: number };

async function decisionsOf({ tx }: QuestionContext, { id, digest, share }: Sealed): Promise<z.input<typeof Decided>[]> {
  const agenda = new Map((await listAgenda(tx, [id])).map((item) => [item.application_id, item]));
  const decisions = (await listDecisions(tx, [id])).filter((decision) => agenda.has(decision.application_id));
  const files = new Map((await listFilesInBrief(tx, [...agenda.keys()])).map((file) => [file.id, file]));
  const numbered = decisions.flatMap((decision) => {
    const [item, file] = [agenda.get(decision.application_id), files.get(decision.application_id)];
    return item && file ? [{ decision, item, file }] : [];
  });
  const drawable = numbered.filter(({ decision }) => isFinal(decision));
  const sample = drawSample(
    digest,
    drawable.map(({ decision, file }) => ({ number: file.number, againstScore: decision.against_score })),
    share,
  );
  const looked = new Map((await listLooked(tx, [id])).map((row) => [row.application_id, row.at]));
  const returned = new Map((await listReturned(tx, [id])).map((row) => [row.application_id, row]));
  return numbered
    .map((one) => ({ ...toDecided(one), inSample: sample.has(one.file.number), ...seenOf(one.decision, { looked, returned }) }))
    .toSorted((one, other) => one.position - other.position);
}

type Numbered = { readonly decision: DecisionRow; readonly item: AgendaRow; readonly file: FileInBrief };

function toDecided({ decision, item, file }: Numbered) {
  return {
    ...{ application: file.id, number: file.number, names: file.names, position: item.position, proposal: item.proposal },
    ...{ isConcordant: item.concordant ?? false, outcome: decision.outcome, reason: decision.reason_code },
    ...(decision.remark === null ? {} : { remark: decision.remark }),
    againstScore: decision.against_score,
  };
}

type Seen = { readonly looked: ReadonlyMap<string, LookedRow['at']>; readonly returned: ReadonlyMap<string, ReturnedRow> };

function seenOf({ application_id: application }: DecisionRow, { looked, returned }: Seen) {
  const lookedAt = looked.get(application);
  const back = returned.get(application);
  return {
    ...(lookedAt === undefined ? {} : { lookedAt }),
    ...(back === undefined ? {} : { returned: { reason: back.reason, words: back.words, at: back.at } }),
  };
}
