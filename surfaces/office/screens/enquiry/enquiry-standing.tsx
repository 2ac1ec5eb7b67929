import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import type { Refusal } from '#platform/refusals';
import type { DeedInput, QuestionOutput } from '../../client/contract.ts';
import { useKeptWork } from '../../client/use-kept-work.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Entry } from '../../offline/index.ts';
import { clockLooks } from '../agenda/agenda-table.tsx';

export type Enquiry = QuestionOutput<'commissions.enquiries'>['enquiries'][number];

/** How far an answer that was given on this computer has come: it waits for a line, it has arrived, or it was refused and is still kept here. */
export type AnswerHere =
  | { readonly state: 'waiting' | 'arrived' }
  | { readonly state: 'refused'; readonly item: string; readonly refusal: Refusal; readonly said: Said };
export type Said = DeedInput<'commissions.answer-enquiry'>;

/** The last answer to each enquiry that was given on this computer. */
export function useAnswersHere(): ReadonlyMap<string, AnswerHere> {
  const { view } = useKeptWork();
  return new Map((view?.entries ?? []).flatMap((entry) => answerIn(entry) ?? []));
}

function answerIn({ item, standing }: Entry): readonly [string, AnswerHere][] | undefined {
  const { id, work } = item;
  if (work.does !== 'deed' || work.deed !== 'commissions.answer-enquiry') return undefined;
  const { state, refusal, output } = standing;
  if (state === 'replaced' || state === 'withdrawn') return undefined;
  // Of what has arrived nothing is left here but what the server said of it.
  if (state === 'acknowledged') return [[(output as { enquiry?: string } | undefined)?.enquiry ?? '', { state: 'arrived' }]];
  const said = work.input as unknown as Said;
  if (refusal !== undefined) return [[said.enquiry, { state: 'refused', item: id, refusal, said }]];
  return [[said.enquiry, { state: 'waiting' }]];
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
