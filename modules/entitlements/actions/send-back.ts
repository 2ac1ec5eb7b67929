import { rejectRecords } from '#modules/applications';
import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import type { RejectionCode } from '../model/rejection.ts';
import { insertRejections } from '../store/rejections.ts';

export type SentBack = {
  readonly application: string;
  readonly code: RejectionCode;
  readonly place: string;
  readonly note: string | null;
  readonly list: string | null;
};

/**
 * Sends validated files back to be corrected, each with its code: they go on anew from there. What the insurers answered stands for who they
 * were asked about, and no longer. Gives those that stood validated.
 */
export async function sendBack(context: DeedContext, rejections: readonly SentBack[]): Promise<readonly string[]> {
  const moved = await rejectRecords(
    context,
    rejections.map(({ application, code }) => ({ id: application, reason: code })),
  );
  const territories = new Map(moved.map(({ id, territory }) => [id, territory]));
  const at = context.now.toString();
  await insertRejections(
    context.tx,
    rejections
      .filter(({ application }) => territories.has(application))
      .map(({ application, code, place, note, list }) => ({
        ...{ id: newId(), request_id: application, code, place, note, list_id: list, at, actor: context.actor.id },
        territory: territories.get(application) ?? '',
      })),
  );
  return [...territories.keys()];
}
