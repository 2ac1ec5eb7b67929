import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { CommuneOf, NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { EnquiryForm } from './enquiry-form.tsx';
import { Due, type Enquiry, useAnswersHere, Waits } from './enquiry-standing.tsx';

/** One enquiry out of the list as it was last read, so that it opens in the village too, without a network. */
export function OneEnquiry({ id }: { readonly id: string }) {
  const open = useAnswer('commissions.enquiries', { open: true });
  const here = open.state === 'ready' ? open.data.enquiries.find((one) => one.id === id) : undefined;
  const answered = useAnswer('commissions.enquiries', open.state === 'ready' && here === undefined ? { open: false } : undefined);
  return (
    <>
      <Link href="/enquiries">
        <Words k="office.enquiry.back" />
      </Link>
      <Shown asked={here === undefined && open.state === 'ready' ? answered : open}>
        {({ enquiries }) => {
          const found = enquiries.find((one) => one.id === id);
          return found === undefined ? (
            <NotHere />
          ) : (
            <Whole enquiry={found} again={open.state === 'ready' ? open.again : () => undefined} />
          );
        }}
      </Shown>
    </>
  );
}

function NotHere() {
  return (
    <Empty>
      <Words k="commissions.refusal.enquiry-not-found" />
    </Empty>
  );
}

function Whole({ enquiry, again }: { readonly enquiry: Enquiry; readonly again: () => void }) {
  const mayAnswer = useMayDo('commissions:enquire');
  const here = useAnswersHere().get(enquiry.id);
  // The outbox is read after the page is drawn: what was refused makes the form anew.
  const refused = here?.state === 'refused' ? here : undefined;
  const isWaiting = here?.state === 'waiting' || here?.state === 'arrived';
  useOnArrival(here?.state === 'arrived' && enquiry.answer === undefined, again);
  return (
    <article className="enquiry">
      <header className="sitting-head">
        <h2>
          <NameOf names={enquiry.names} /> · <NumberOf number={enquiry.number} />
        </h2>
        <p>
          <CommuneOf code={enquiry.territory} /> · {here?.state === 'waiting' ? <Waits /> : <Due enquiry={enquiry} />}
        </p>
        <p className="question">
          <bdi>{enquiry.question}</bdi>
        </p>
        <Link href={`/file/${enquiry.application}`}>
          <Words k="office.validation.whole-file" />
        </Link>
      </header>
      {enquiry.answer !== undefined ? (
        <Answered answer={enquiry.answer} />
      ) : isWaiting ? (
        <p className="kept" role="status">
          <Words k={here?.state === 'arrived' ? 'office.enquiry.sent' : 'office.enquiry.kept'} />
        </p>
      ) : mayAnswer ? (
        <EnquiryForm key={refused?.item} enquiry={enquiry} refused={refused} onDone={again} />
      ) : (
        <Asked points={enquiry.points} />
      )}
    </article>
  );
}

/** What was read before an answer arrived is asked again then: the form of an answered enquiry does not come back empty. */
function useOnArrival(hasArrived: boolean, again: () => void): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (hasArrived) latest.current();
  }, [hasArrived]);
}

/** What a field agent is to look at, for whoever cannot answer. */
function Asked({ points }: Pick<Enquiry, 'points'>) {
  return (
    <ul className="lines">
      {points.map((point) => (
        <li key={point}>
          <Words k={`commissions.point.${point}`} />
        </li>
      ))}
    </ul>
  );
}

const looks = { 'as-declared': 'open', 'not-as-declared': 'refused', 'not-seen': 'waiting' } as const;

/** The answer, as it stays. */
function Answered({ answer }: { readonly answer: NonNullable<Enquiry['answer']> }) {
  const { language } = useSpeech();
  return (
    <>
      <ul className="lines">
        {answer.findings.map(({ point, found, words }) => (
          <li key={point}>
            <Words k={`commissions.point.${point}`} />
            <span>
              <Tag look={looks[found]}>
                <Words k={`commissions.finding.${found}`} />
              </Tag>{' '}
              {words === undefined ? null : <bdi>{words}</bdi>}
            </span>
          </li>
        ))}
      </ul>
      <p className="remark">
        <bdi>{answer.words}</bdi>
      </p>
      <p className="hint">
        <Words k="office.enquiry.met-on" facts={{ met: answer.met, day: formatDate(language, toDate(answer.visitedOn)) }} />
      </p>
    </>
  );
}
