import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { replayAssessment, replayVerdicts } from '../model/replay-assessment.ts';
import { findApplication, findLatestAssessment } from '../store/applications.ts';
import { findDeclared } from '../store/versions.ts';

const Replay = z.object({
  number: z.string(),
  formula: z.string(),
  formula_digest: z.string(),
  assessed_at: z.string(),
  verdict: z.enum(replayVerdicts),
  kept_digest: z.string(),
  recomputed_digest: z.string().optional(),
});

/**
 * Makes the latest score of a file again from the version of its declaration that was scored and the published content of the formula of
 * then, and says whether the bytes are those that were kept. Nothing for a file that is not there or was never scored.
 */
export const replayOfAssessment = defineQuery({
  name: 'applications.replay-assessment',
  summary: 'Make the score of a file again and say whether it comes to the bytes that were kept',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ replay: Replay.optional() }),
  async run({ tx }, { application }) {
    const file = await findApplication(tx, application);
    const kept = await findLatestAssessment(tx, application);
    if (!file || !kept) return {};
    const declared = await findDeclared(tx, application, kept.input_digest);
    const { verdict, recomputedDigest } = replayAssessment(kept, declared ?? file.declaration);
    const { formula, formula_digest, assessed_at, result_digest } = kept;
    return {
      replay: {
        number: file.number,
        formula,
        formula_digest,
        assessed_at,
        verdict,
        kept_digest: result_digest,
        ...(recomputedDigest === undefined ? {} : { recomputed_digest: recomputedDigest }),
      },
    };
  },
});
