import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { findCommune, findProvince } from '#modules/territory';
import { formatDayOf } from '../../../client/moments.ts';
import { useAnswer, useMayDo } from '../../../client/office-context.tsx';
import { useShortcut } from '../../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../../client/words.tsx';
import { Button } from '../../../components/button.tsx';
import { SentBack } from '../../../components/sent-back.tsx';
import { AskPapersDialog } from '../ask-papers-dialog.tsx';
import { CorrectDialog } from '../correct-dialog.tsx';
import type { SectionProps } from '../file.tsx';
import { NewerRequest } from '../newer-request.tsx';
import { TakeAppeal } from '../take-appeal.tsx';
import { TakeCoverAnswer } from '../take-cover-answer.tsx';
import { useDeed } from '../use-deed.ts';

type Step = SectionProps['file']['steps'][number];

/** Where it stands and what this post may do next: the buttons are the table of steps. */
export function SummarySection({ file, again }: SectionProps) {
  const { language } = useSpeech();
  const { declaration, filed_on, proposal, outcome, closed_for: closedFor } = file;
  const commune = findCommune(declaration.commune);
  const province = commune && findProvince(commune.province);
  const called = ({ fr, ar }: { fr: string; ar: string }) => (language === 'ar' ? ar : fr);
  return (
    <>
      <NewerRequest file={file} />
      <Steps file={file} again={again} />
      <dl className="facts">
        <Fact k="office.file.filed-on">{formatDayOf(language, `${filed_on}T12:00:00Z`)}</Fact>
        <Fact k="office.file.lives-in">
          <bdi>
            {commune ? called(commune.name) : declaration.commune}
            {province ? `, ${called(province.name)}` : ''}
          </bdi>
        </Fact>
        <Fact k="office.file.people">{declaration.members.length}</Fact>
        {proposal === null ? null : (
          <Fact k="office.file.proposal">
            <Words k={`eligibility.category.${proposal === 'not_eligible' ? 'not-eligible' : proposal}`} />
          </Fact>
        )}
        {outcome === null ? null : (
          <Fact k="office.file.outcome">
            <Words k={`office.file.outcomes.${outcome}`} />
          </Fact>
        )}
        {closedFor === null ? null : (
          <Fact k="office.file.closed-for">
            <Words k={`office.file.closed.${closedFor}`} />
          </Fact>
        )}
      </dl>
      {file.state === 'discordant' ? <SentBack application={file.id} /> : null}
      {file.state === 'incomplete' ? <AskedFor id={file.id} /> : null}
      <TakeAppeal file={file} />
      <TakeCoverAnswer file={file} />
    </>
  );
}

function Fact({ k, children }: { readonly k: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>
        <Words k={k} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the family was asked for, while it has not come. */
function AskedFor({ id }: { readonly id: string }) {
  const asked = useAnswer('applications.papers-asked', { application: id });
  if (asked.state !== 'ready' || asked.data.asked === undefined) return null;
  const { papers, note } = asked.data.asked;
  return (
    <section className="asked-for">
      <h2>
        <Words k="office.file.asked" />
      </h2>
      <ul className="plain">
        {papers.map((kind) => (
          <li key={kind}>
            <Words k={`applications.paper.${kind}`} />
          </li>
        ))}
      </ul>
      {note === null ? null : (
        <p>
          « <bdi>{note}</bdi> »
        </p>
      )}
    </section>
  );
}

function Steps({ file, again }: SectionProps) {
  const [, go] = useLocation();
  const [dialog, setDialog] = useState<'ask' | 'correct'>();
  const deed = useDeed(file);
  const close = () => setDialog(undefined);
  const act = async (name: 'applications.open-checking' | 'applications.complete', step: Step) => {
    const input = name === 'applications.complete' ? { application: file.id } : { applications: [file.id] };
    if ((await deed.act(name, input as never, `applications.step.${step}`)).isDone) again();
  };
  const taken: Partial<Record<Step, () => void>> = {
    'accept-papers': () => void act('applications.open-checking', 'accept-papers'),
    complete: () => void act('applications.complete', 'complete'),
    'ask-for-papers': () => setDialog('ask'),
    'add-papers': () => go(`/papers/${file.id}`),
    correct: () => setDialog('correct'),
    'settle-differences': () => go(`/verification/${file.id}`),
    'ask-the-citizen': () => go(`/verification/${file.id}`),
  };
  const mayCompare = useMayDo('registry:search');
  useShortcut('compare', () => go(`/compare/${file.id}`), dialog === undefined && mayCompare);
  useShortcut('correct', () => setDialog('correct'), dialog === undefined && file.steps.includes('correct'));
  return (
    <div className="steps">
      <h2>
        <Words k={file.steps.length === 0 ? 'office.file.nothing-next' : 'office.file.next-steps'} />
      </h2>
      <div className="buttons">
        {file.steps.map((step, place) => (
          <Button
            key={step}
            look={place === 0 ? 'primary' : 'plain'}
            isBusy={deed.isBusy}
            isDisabled={taken[step] === undefined}
            onPress={taken[step] ?? (() => undefined)}
            {...(step === 'correct' ? { keys: 'C' } : {})}
          >
            <Words k={`applications.step.${step}`} />
          </Button>
        ))}
        {mayCompare ? (
          <Link href={`/compare/${file.id}`}>
            <Words k="office.file.alike" /> <kbd>F9</kbd>
          </Link>
        ) : null}
      </div>
      {deed.outcome === undefined ? null : (
        <p className={deed.outcome.isDone ? 'fate' : 'fault'} role={deed.outcome.isDone ? 'status' : 'alert'}>
          {deed.outcome.said}
        </p>
      )}
      {dialog === 'ask' ? <AskPapersDialog file={file} onClose={close} onDone={again} /> : null}
      {dialog === 'correct' ? <CorrectDialog file={file} onClose={close} onDone={again} /> : null}
    </div>
  );
}
