import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { territoryOfCode } from '../model/citizen.ts';
import { afterWrongTry, isResting, REST_MINUTES } from '../model/resuming.ts';
import { noteTries, takeCode } from '../store/drafts.ts';

/**
 * Takes a draft up again by its code and the head's birth date. A wrong date, a code that is nobody's and a draft without a birth date get
 * the same answer by the same work; after five wrong tries a code rests, whether or not it is anybody's.
 */
export const resumeDraft = defineAction({
  name: 'applications.resume-draft',
  summary: 'Take up a draft by its code and the birth date of the head',
  permission: 'citizen:apply',
  input: z.object({ codeDigest: z.string().regex(/^[0-9a-f]{64}$/), birthDate: z.iso.date() }),
  output: z.object({ draft: z.string().optional() }),
  refusals: ['code-resting'],
  internal: true,
  async run(context, { codeDigest, birthDate }) {
    const territory = territoryOfCode(codeDigest);
    const code = await takeCode(context.tx, codeDigest, territory);
    const tries = { tries: code.tries, triedAt: code.tried_at === null ? undefined : Temporal.Instant.from(code.tried_at) };
    if (isResting(tries, context.now)) return refuse('code-resting', { place: 'codeDigest', facts: { minutes: REST_MINUTES } });
    const isRight = code.draft_id !== null && code.head_birth_date === birthDate;
    await noteTries(context.tx, codeDigest, isRight ? 0 : afterWrongTry(tries, context.now), context.now.toString());
    context.journal({
      subject: `draft-code:${codeDigest.slice(0, 16)}`,
      territory,
      reason: isRight ? 'resumed' : 'not-resumed',
      after: digestOf({ codeDigest, isRight }),
    });
    return isRight && code.draft_id !== null ? { draft: code.draft_id } : {};
  },
});
