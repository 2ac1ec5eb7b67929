import { z } from 'zod';
import { listFilesInBrief } from '#modules/applications';
import { defineQuery } from '#platform/actions';
import { digestOfMinutes, proveLines } from '../model/minutes-proof.ts';
import { findSealed, findSealedByDigest, listLatestDecisions } from '../store/sittings.ts';

const Proof = z.object({ sitting: z.string(), position: z.int(), minutes: z.string(), decision: z.string() });

/** Where the last decision on a file stands in sealed minutes, for the letter that carries the proof. */
export const proofOfDecision = defineQuery({
  name: 'commissions.proof-of-decision',
  summary: 'Where the last decision on a file stands in sealed minutes',
  permission: 'applications:read',
  internal: true,
  input: z.object({ application: z.uuid() }),
  output: z.object({ proof: Proof.optional() }),
  async run({ tx }, { application }) {
    const [decision] = await listLatestDecisions(tx, [application]);
    const [file] = await listFilesInBrief(tx, [application]);
    const sealed = decision && (await findSealed(tx, decision.sitting_id));
    const line = sealed && proveLines(sealed.minutes, sealed.digest).find((one) => one.file === file?.number);
    if (!sealed || !line) return {};
    return { proof: { sitting: sealed.number, position: line.position, minutes: sealed.digest, decision: line.digest } };
  },
});

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
