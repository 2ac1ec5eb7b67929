import { lawAt } from '#law';
import type { Tx } from '#platform/database';
import { addDays, type PlainDate, toDate } from '#platform/dates';
import { isContestable } from '../model/appeal.ts';
import type { AppealOutcome } from '../model/appeal-decision.ts';
import type { Outcome } from '../model/decision.ts';
import { findAppealOfFile } from '../store/appeals.ts';
import { withAnswers } from './appeals.ts';
import { latestDecisions } from './sittings.ts';

/** What a commission did with a file, as far as a message tells it, and the last day to contest it where it can be contested. */
export type Tiding = { readonly application: string; readonly outcome: Outcome; readonly contestUntil?: PlainDate };

/** The last word of a commission on each of these files, for the messages that announce it. */
export async function listTidings(tx: Tx, applications: readonly string[]): Promise<Tiding[]> {
  const decisions = await latestDecisions(tx, applications);
  return decisions.map(({ application, outcome, validatedOn }) => {
    if (validatedOn === undefined || !isContestable(outcome as Outcome)) return { application, outcome: outcome as Outcome };
    const { value: days } = lawAt(validatedOn).commissions.appealDays;
    return { application, outcome: outcome as Outcome, contestUntil: addDays(toDate(validatedOn), days) };
  });
}

/** What the provincial commission answered to the appeal about each of these files; adjourned, where it asks for something first. */
export async function listAppealTidings(tx: Tx, applications: readonly string[]) {
  const tidings: { readonly application: string; readonly outcome: AppealOutcome }[] = [];
  for (const application of applications) {
    const found = await findAppealOfFile(tx, application);
    const [appeal] = found ? await withAnswers(tx, [found]) : [];
    if (appeal?.answer) tidings.push({ application, outcome: appeal.answer.outcome });
    else if (appeal?.asked) tidings.push({ application, outcome: 'adjourned' });
  }
  return tidings;
}
