import type { DeedContext } from '#platform/actions';
import { type Moved, moveApplications } from '../store/move.ts';

/** Sends validated files back whose record the agency rejects, each with its code. Returns those that stood validated. */
export function rejectRecords(context: DeedContext, files: readonly { id: string; reason: string }[]): Promise<Moved[]> {
  return moveApplications(context, 'reject-record', files);
}
