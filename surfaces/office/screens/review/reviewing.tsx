import { useEffect, useRef, useState } from 'react';
import { form } from '#modules/applications';
import { inFours } from '../../client/names.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Declaring } from '../entry/declaring.tsx';
import { EntryGroup, walk } from '../entry/entry-form.tsx';
import { nameOfPerson } from '../entry/name-of-person.ts';
import { PapersSeen } from '../entry/papers-seen.tsx';
import { focusStop } from '../entry/stops.ts';
import type { EntryDesk } from '../entry/use-entry.ts';
import type { Filing } from '../entry/use-filing.ts';
import { AnswersOfGroup } from './answers-of-group.tsx';
import { ServerDifferences } from './server-differences.tsx';
import { type Review, useReview } from './use-review.ts';

type ReviewingProps = { readonly desk: EntryDesk; readonly filing: Filing };

/** Left what the dossier says, part by part as on paper; right the papers, the declaration and filing. Space is seen, C corrects. */
export function Reviewing({ desk, filing }: ReviewingProps) {
  const review = useReview(desk, filing);
  const [correcting, setCorrecting] = useState<form.Group>();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>('[data-stop]')?.focus(), []);
  useShortcut('submit', () => void review.fileNow());
  useShortcut('correct', () => setCorrecting(groupHere(review)), correcting === undefined);
  return (
    <div className="review" ref={root}>
      <ReviewHead desk={desk} review={review} />
      <div className="review-answers">
        <ServerDifferences review={review} />
        {form.groups.map((group) => (
          <AnswersOfGroup key={group} group={group} desk={desk} review={review} onCorrect={() => setCorrecting(group)} />
        ))}
      </div>
      <div className="review-side">
        <PapersSeen desk={desk} />
        <Declaring desk={desk} filing={filing} signed="office.review.signed" onFile={() => void review.fileNow()}>
          <Problems desk={desk} review={review} />
        </Declaring>
      </div>
      {correcting === undefined ? null : (
        <CorrectDialog group={correcting} desk={desk} onClose={() => setCorrecting(undefined)} />
      )}
    </div>
  );
}

function ReviewHead({ desk, review }: { readonly desk: EntryDesk; readonly review: Review }) {
  const { origin } = desk.draft;
  return (
    <header className="review-head">
      <h1>
        <Words k="office.review.title" facts={{ name: nameOfPerson(desk.entry.answers.members[0] ?? {}) }} />
      </h1>
      {origin === undefined ? null : (
        <p>
          <Words k="office.review.of-number" facts={{ number: inFours(origin.number) }} />
        </p>
      )}
      <p role="status" className={`review-server review-server-${review.server}`}>
        <Words k={`office.review.server.${review.server}`} />
      </p>
    </header>
  );
}

/** What stands in the way, each with where. */
function Problems({ desk, review }: { readonly desk: EntryDesk; readonly review: Review }) {
  const { problem } = review;
  const { faultsShown } = desk;
  return (
    <>
      {problem === undefined ? null : (
        <div className="fault" role="alert">
          {problem.unseen.map((group) => (
            <p key={group}>
              <Words k="office.review.unseen" /> <Words k={`office.entry.group.${group}`} />
            </p>
          ))}
          {problem.undecided === 0 ? null : (
            <p>
              <Words k="office.review.undecided" facts={{ count: problem.undecided }} />
            </p>
          )}
        </div>
      )}
      {faultsShown.length === 0 ? null : (
        <p className="fault" role="alert">
          <Words k="office.entry.faults" facts={{ count: faultsShown.length }} />
        </p>
      )}
    </>
  );
}

/** The part of the form as at the counter, with these answers in it. */
function CorrectDialog({
  group,
  desk,
  onClose,
}: {
  readonly group: form.Group;
  readonly desk: EntryDesk;
  readonly onClose: () => void;
}) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('[data-stop]');
    if (first) focusStop(first);
  }, []);
  return (
    <Dialog title={<Words k="office.review.correct" />} onClose={onClose} isWide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys are heard for all the fields within, which are native */}
      <div ref={root} onKeyDown={(event) => walk(event, root.current)}>
        <EntryGroup group={group} desk={desk} />
      </div>
      <div className="buttons">
        <Button look="primary" keys="Esc" onPress={onClose}>
          <Words k="office.review.corrected" />
        </Button>
      </div>
    </Dialog>
  );
}

/** The part under the cursor, else the first that nobody has compared yet. */
function groupHere({ seen }: Review): form.Group {
  const here = document.activeElement?.closest<HTMLElement>('[data-group]')?.dataset.group;
  return form.groups.find((group) => group === here) ?? form.groups.find((group) => !seen.includes(group)) ?? 'you';
}
