import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import { useKeptWork } from '../../client/use-kept-work.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { clockLooks } from '../agenda/agenda-table.tsx';

export type Enquiry = QuestionOutput<'commissions.enquiries'>['enquiries'][number];

/** Answers that are kept on this computer until there is a line. */
export function useAnswersWaiting(): ReadonlySet<string> {
  const { view } = useKeptWork();
  const waiting = (view?.entries ?? []).flatMap(({ item: { work }, standing }) =>
    work.does === 'deed' && work.deed === 'commissions.answer-enquiry' && standing.state !== 'acknowledged'
      ? [String((work.input as { enquiry?: unknown }).enquiry)]
      : [],
  );
  return new Set(waiting);
}

export function Waits() {
  return (
    <Tag look="waiting">
      <Words k="office.enquiry.waits-for-line" />
    </Tag>
  );
}

/** The day it is due, or was answered. */
export function Due({ enquiry: { dueOn, clock, answer } }: { readonly enquiry: Enquiry }) {
  const { language } = useSpeech();
  if (answer !== undefined)
    return (
      <Tag look="open">
        <Words k="office.enquiry.seen-on" facts={{ day: formatDate(language, toDate(answer.visitedOn), 'short') }} />
      </Tag>
    );
  return (
    <Tag look={clockLooks[clock]}>
      <Words k="office.enquiry.due" facts={{ day: formatDate(language, toDate(dueOn), 'short') }} />
      {clock === 'normal' ? null : (
        <>
          {' · '}
          <Words k={`office.agenda.clock.${clock}`} />
        </>
      )}
    </Tag>
  );
}
