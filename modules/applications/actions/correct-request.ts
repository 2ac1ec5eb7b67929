import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { correctable } from '../model/correction.ts';
import { correctFile } from './correct-file.ts';

const ChangeWanted = z.object({ place: z.string().min(1).max(80), from: z.json().optional(), to: z.json().optional() });

/**
 * Corrects answers of a request, each from what it was to what it is: a new version, with the reason; the one before is kept. Refused where a
 * file can no longer be corrected, when an answer is wrong, and, with both values of each, when somebody else changed one of them since:
 * nothing of it is then written, so that nobody's word is lost. Two agents who correct different answers both succeed.
 */
export const correctRequest = defineAction({
  name: 'applications.correct-request',
  summary: 'Correct answers of a request, with the reason',
  permission: 'applications:correct',
  input: z.object({
    application: z.uuid(),
    changes: z.array(ChangeWanted).min(1).max(200),
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ application: z.string(), number: z.string(), version: z.int(), digest: z.string() }),
  refusals: ['file-not-found', 'not-correctable', 'changed-meanwhile', 'broken-answers', 'open-request'],
  run: (context, wanted) => correctFile(context, wanted, (state) => correctable[state]),
});
