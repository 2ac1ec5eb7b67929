import { z } from 'zod';
import { listFilesInBrief } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { digestOfMinutes, proveLines } from '../model/minutes-proof.ts';
import {
  findSealed,
  findSealedByDigest,
  findSealedByNumber,
  listLatestDecisions,
  type SealedMinutes,
} from '../store/sittings.ts';

const Proof = z.object({ sitting: z.string(), position: z.int(), minutes: z.string(), decision: z.string() });

/**
 * Where the decision on a file stands in sealed minutes, for the letter that carries the proof: the last one of the local commission, or the
 * one taken in the sitting of that number, which may be the provincial commission's.
 */
export const proofOfDecision = defineQuery({
  name: 'commissions.proof-of-decision',
  summary: 'Where the decision on a file stands in sealed minutes',
  permission: 'applications:read',
  internal: true,
  input: z.object({ application: z.uuid(), sitting: z.string().optional() }),
  output: z.object({ proof: Proof.optional() }),
  async run({ tx }, { application, sitting }) {
    const [file] = await listFilesInBrief(tx, [application]);
    const sealed = sitting === undefined ? await findSealedLast(tx, application) : await findSealedByNumber(tx, sitting);
    const line = sealed && proveLines(sealed.minutes, sealed.digest).find((one) => one.file === file?.number);
    if (!sealed || !line) return {};
    return { proof: { sitting: sealed.number, position: line.position, minutes: sealed.digest, decision: line.digest } };
  },
});

async function findSealedLast(tx: Tx, application: string): Promise<SealedMinutes | undefined> {
  const [decision] = await listLatestDecisions(tx, [application]);
  return decision && findSealed(tx, decision.sitting_id);
}

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What the code on minutes or on a letter is worth, for whoever holds the paper: whether minutes with that digest are sealed, since when, and
 * whether the decision is in them. Nothing of any person.
 */
export const minutesByDigest = defineQuery({
  name: 'commissions.minutes-by-digest',
  summary: 'Whether minutes with a digest are sealed, and a decision is in them',
  permission: 'public:verify',
  reach: 'nation',
  input: z.object({ digest: Digest, decision: Digest.optional() }),
  output: z.object({ found: z.object({ sealedAt: z.string(), hasDecision: z.boolean().optional() }).optional() }),
  async run({ tx }, { digest, decision }) {
    const sealed = await findSealedByDigest(tx, digest);
    if (!sealed || digestOfMinutes(sealed.minutes) !== digest) return {};
    const lines = decision === undefined ? [] : proveLines(sealed.minutes, digest);
    return {
      found: {
        sealedAt: sealed.sealedAt,
        ...(decision === undefined ? {} : { hasDecision: lines.some((line) => line.digest === decision) }),
      },
    };
  },
});
