import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { StatusTag } from '#design/components/status-tag.tsx';
import type { ComplaintState, Subject } from '#modules/complaints';
import type { PlainDate } from '#platform/dates';
import { addressOf, type Place, paths } from '../../place.ts';

/** What a family has said about its request, and the way to say more, on the page on which it follows it. */
export type ConcernsView = {
  readonly number: string;
  /** What a family in this situation most likely has to say; without it, the list of subjects is offered. */
  readonly likely?: Subject;
  readonly complaints: readonly ConcernLine[];
};

export type ConcernLine = {
  readonly number: string;
  readonly subject: Subject;
  readonly state: ComplaintState;
  readonly answerBy: PlainDate;
  readonly isLate: boolean;
};

export function Concerns({ place, view }: { place: Place; view: ConcernsView }): JSX.Element {
  const { reader } = place;
  const { number, likely, complaints } = view;
  return (
    <div class="stack">
      {complaints.length > 0 && (
        <ul class="task-list" aria-label={reader.text('portal.complaints.concerns')}>
          {complaints.map((line) => (
            <Line place={place} line={line} />
          ))}
        </ul>
      )}
      {likely && (
        <LinkButton kind="secondary" href={addressOf(place, paths.tellComplaint(likely, number))}>
          {reader.text('portal.complaints.report-delay')}
        </LinkButton>
      )}
      <p>
        <a href={addressOf(place, paths.complaint(number))}>
          {reader.text(`portal.complaints.${likely || complaints.length > 0 ? 'report' : 'report-any'}`)}
        </a>
      </p>
    </div>
  );
}

function Line({ place, line }: { place: Place; line: ConcernLine }): JSX.Element {
  const { reader } = place;
  const { state, isLate } = line;
  return (
    <li>
      <a href={addressOf(place, paths.oneComplaint(line.number))}>{reader.text(`portal.complaints.subject.${line.subject}`)}</a>
      <StatusTag tone={state === 'answered' ? 'open' : isLate ? 'attention' : 'waiting'}>
        {reader.text(`portal.complaints.state.${isLate ? 'late' : state}`)}
      </StatusTag>
      {state === 'received' && !isLate && (
        <span class="quiet">{reader.say('portal.complaints.answer-by', { day: line.answerBy })}</span>
      )}
    </li>
  );
}
