import type { DeedContext } from '#platform/actions';
import { type Moved, moveApplications } from '../store/move.ts';

export type RulingOnFile = {
  readonly id: string;
  readonly outcome: 'poor' | 'vulnerable' | 'refused' | 'adjourned' | 'enquiry';
  readonly reason: string;
};

/** Puts scored files on an agenda. Returns those that were scored and within the actor's jurisdiction. */
export function putOnAgenda(context: DeedContext, ids: readonly string[]): Promise<Moved[]> {
  return moveApplications(
    context,
    'put-on-agenda',
    ids.map((id) => ({ id })),
  );
}

/** Carries a commission's rulings to the files: decided, back among the scored, or to an enquiry. */
export async function noteRulings(context: DeedContext, rulings: readonly RulingOnFile[]): Promise<Moved[]> {
  const decided = rulings.filter((ruling) => ruling.outcome !== 'adjourned' && ruling.outcome !== 'enquiry');
  return [
    ...(await moveApplications(context, 'decide', decided)),
    ...(await moveApplications(context, 'adjourn', withOutcome(rulings, 'adjourned'))),
    ...(await moveApplications(context, 'ask-enquiry', withOutcome(rulings, 'enquiry'))),
  ];
}

/** Validates decided files; those refused are closed, and the family told why and how to appeal. */
export async function validateFiles(context: DeedContext, decided: readonly RulingOnFile[]): Promise<Moved[]> {
  const validated = await moveApplications(
    context,
    'validate',
    decided.map(({ id }) => ({ id })),
  );
  const refused = decided
    .filter((ruling) => ruling.outcome === 'refused')
    .map(({ id, reason }) => ({ id, reason, closedFor: 'refused' }));
  await moveApplications(context, 'notify-refusal', refused);
  return validated;
}

type WithReason = { readonly id: string; readonly reason: string };

/** Sends scored files to a local enquiry before they go on an agenda. Returns those that were scored and within the actor's jurisdiction. */
export function askEnquiries(context: DeedContext, files: readonly WithReason[]): Promise<Moved[]> {
  return moveApplications(context, 'ask-enquiry', files);
}

/** Brings a file back to the commission's secretary once its enquiry is answered. */
export async function noteEnquiryAnswered(context: DeedContext, application: string): Promise<Moved | undefined> {
  const [moved] = await moveApplications(context, 'answer-enquiry', [{ id: application }]);
  return moved;
}

/** Brings decided files back to their commission: nothing was announced, and nothing of that decision stands on the file any more. */
export function returnToCommission(context: DeedContext, files: readonly WithReason[]): Promise<Moved[]> {
  return moveApplications(context, 'return-to-commission', files);
}

function withOutcome(rulings: readonly RulingOnFile[], outcome: RulingOnFile['outcome']) {
  return rulings.filter((ruling) => ruling.outcome === outcome).map(({ id, reason }) => ({ id, reason }));
}

/** Decides scored files by the law alone, whose delay is over without a word of the commission. Returns those that were scored. */
export function decideBySilence(context: DeedContext, decided: readonly RulingOnFile[]): Promise<Moved[]> {
  return moveApplications(context, 'decide-by-silence', decided);
}
