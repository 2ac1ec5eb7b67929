import type { Declaration } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { changesBetween, correctable } from '../model/correction.ts';
import { findApplicationForUpdate } from '../store/versions.ts';
import { correctFile } from './correct-file.ts';

type Member = Declaration['members'][number];
/** Who a member is, in the words of a declaration. */
type Words = {
  readonly names: object;
  readonly sex: 'F' | 'M';
  readonly birth_date: string;
  readonly cnie?: string | undefined;
};
type Wanted = {
  readonly requests: readonly string[];
  readonly was: Words;
  readonly now: Words;
  readonly reason: string;
};

/**
 * Puts the words of a member right in requests of its family that are on their way and may still be corrected, part of the deed that decided it. One that
 * says something else of that member by now, or can no longer be corrected, is left to whoever has it in hand.
 */
export async function correctUnderWay(context: DeedContext, { requests, was, now, reason }: Wanted): Promise<void> {
  for (const application of requests) {
    const file = await findApplicationForUpdate(context.tx, application);
    const at = file?.declaration.members.findIndex((member) => isOne(member, was)) ?? -1;
    if (at < 0) continue;
    const changes = changesBetween(was, now, `members[${at}]`);
    await correctFile(context, { application, changes, reason }, (state) => correctable[state]);
  }
}

/** By the national card where there is one, else word for word. */
function isOne({ names, sex, birth_date, cnie }: Member, was: Words): boolean {
  if (was.cnie !== undefined) return cnie === was.cnie;
  return cnie === undefined && changesBetween({ names, sex, birth_date }, was).length === 0;
}
