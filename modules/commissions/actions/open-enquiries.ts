import { lawAt } from '#law';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import type { Refusal } from '#platform/refusals';
import { type DueRefusal, decideDue, type Point } from '../model/enquiry.ts';
import { insertEnquiries } from '../store/enquiries.ts';

export type AskedEnquiry = {
  readonly application: string;
  readonly territory: string;
  /** The sitting that asks; none where the secretary does before one. */
  readonly sitting?: string;
  readonly question: string;
  readonly points: readonly Point[];
  readonly dueOn: string;
};

/** Writes enquiries into the books, with a line of the journal each. The files themselves are moved by whoever asks. */
export async function openEnquiries(context: DeedContext, asked: readonly AskedEnquiry[]): Promise<void> {
  if (asked.length === 0) return;
  const rows = asked.map(({ application, territory, sitting, question, points, dueOn }) => ({
    ...{ id: newId(), application_id: application, territory, sitting_id: sitting ?? null, question, points: [...points] },
    ...{ due_on: dueOn, asked_at: context.now.toString(), asked_by: context.actor.id },
    ...{ answered_at: null, answered_by: null, findings: null, words: null },
  }));
  await insertEnquiries(context.tx, rows);
  context.journal(
    ...rows.map((row) => ({
      subject: `application:${row.application_id}`,
      territory: row.territory,
      after: digestOf({ enquiry: row.id, question: row.question, points: row.points, dueOn: row.due_on }),
      reason: row.question,
    })),
  );
}

/** The day an enquiry asked for today is due, by the delay of the law. */
export function dueDay({ today }: Pick<DeedContext, 'today'>, asked: string | undefined): string | Refusal<DueRefusal> {
  const { normal, late } = lawAt(toIsoDate(today)).deadlines.enquiry.value;
  const day = (days: number) => toIsoDate(addDays(today, days));
  return decideDue(asked, { today: day(0), normal: day(normal), latest: day(late) });
}
