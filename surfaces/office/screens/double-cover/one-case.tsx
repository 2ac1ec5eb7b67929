import { useState } from 'react';
import { Link } from 'wouter';
import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf } from '../../client/moments.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { CommuneOf, NameOf } from '../../components/naming.tsx';
import { SentPapers } from '../../components/sent-papers.tsx';
import { Shown } from '../../components/states.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import { ConfirmDialog, DismissDialog, ExamineDialog } from './decide-dialogs.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { History } from './history.tsx';
import { PaidMeanwhile } from './paid-meanwhile.tsx';
import { Periods } from './periods.tsx';
import { SettleDialog, UndoDialog } from './settle-dialog.tsx';

export type WholeCase = NonNullable<QuestionOutput<'coverage.one-cover-case'>['case']>;
export type Deed = 'examine' | 'confirm' | 'dismiss' | 'settle' | 'undo';

/** What may be done of a case in each state. */
const deedsOf: Readonly<Record<WholeCase['state'], readonly Deed[]>> = {
  suspected: ['examine', 'dismiss'],
  to_review: ['confirm', 'dismiss'],
  confirmed: [],
  contested: ['settle'],
  dismissed: [],
  settled: ['undo'],
};
const keys: Readonly<Record<Deed, string>> = { examine: 'E', confirm: 'C', dismiss: 'N', settle: 'W', undo: 'Z' };
const looks: Readonly<Record<WholeCase['state'], TagLook>> = {
  suspected: 'todo',
  to_review: 'waiting',
  confirmed: 'refused',
  contested: 'warning',
  dismissed: 'open',
  settled: 'open',
};

/** A double registration whole: the person, both schemes over time, what says so, what was done, and what may be. */
export function OneCase({ id, onDone }: { readonly id: string; readonly onDone: (deed: Deed) => void }) {
  const asked = useAnswer('coverage.one-cover-case', { case: id });
  return (
    <div className="compare-pair">
      <Shown asked={asked}>
        {({ case: found }) =>
          found === undefined ? (
            <p className="empty">
              <Words k="office.double-cover.gone" />
            </p>
          ) : (
            <Whole found={found} onDone={onDone} />
          )
        }
      </Shown>
    </div>
  );
}

type WholeProps = { readonly found: WholeCase; readonly onDone: (deed: Deed) => void };

function Whole({ found, onDone }: WholeProps) {
  const [opens, setOpens] = useState<Deed>();
  const deeds = deedsOf[found.state].filter((deed) => deed !== 'undo' || found.stands === 'other');
  useShortcut('cover-examine', () => setOpens('examine'), deeds.includes('examine'));
  useShortcut('cover-confirm', () => setOpens('confirm'), deeds.includes('confirm'));
  useShortcut('cover-dismiss', () => setOpens('dismiss'), deeds.includes('dismiss'));
  useShortcut('cover-settle', () => setOpens('settle'), deeds.includes('settle'));
  useShortcut('cover-undo', () => setOpens('undo'), deeds.includes('undo'));
  return (
    <>
      <Heading found={found} />
      {deeds.length === 0 ? null : (
        <div className="buttons">
          {deeds.map((deed, at) => (
            <Button
              key={deed}
              keys={keys[deed]}
              onPress={() => setOpens(deed)}
              {...(at === 0 ? { look: 'primary' as const } : {})}
            >
              <Words k={`office.double-cover.${deed}`} />
            </Button>
          ))}
        </div>
      )}
      <Periods found={found} />
      <PaidMeanwhile found={found} />
      <EvidenceTable found={found} />
      <Others found={found} />
      <History found={found} />
      {opens === undefined ? null : <Opened deed={opens} found={found} onClose={() => setOpens(undefined)} onDone={onDone} />}
    </>
  );
}

export type DialogProps = {
  readonly found: WholeCase;
  readonly onClose: () => void;
  readonly onDone: (deed: Deed) => void;
};

function Opened({ deed, ...props }: DialogProps & { readonly deed: Deed }) {
  if (deed === 'examine') return <ExamineDialog {...props} />;
  if (deed === 'confirm') return <ConfirmDialog {...props} />;
  if (deed === 'dismiss') return <DismissDialog {...props} />;
  return deed === 'settle' ? <SettleDialog {...props} /> : <UndoDialog {...props} />;
}

function Heading({ found }: { readonly found: WholeCase }) {
  const { language } = useSpeech();
  const { who, state, scheme, basis, foundBy, family, since, territory, application } = found;
  const day = (text: string) => formatDate(language, toDate(text), 'long');
  return (
    <div>
      <h2>
        <NameOf names={who?.names ?? {}} /> · <Words k={`office.double-cover.scheme.${scheme}`} />
      </h2>
      <p>
        <Tag look={looks[state]}>
          <Words k={`coverage.case.${state}`} />
        </Tag>{' '}
        {found.waits ? (
          <Tag look="waiting">
            <Words k="office.double-cover.waits" />
          </Tag>
        ) : null}{' '}
        <Words k={`office.double-cover.basis.${basis}`} /> · <Words k={`coverage.case.found-by.${foundBy}`} /> ·{' '}
        <Words k="office.double-cover.family" facts={{ persons: family }} /> · <CommuneOf code={territory} />
      </p>
      <p>
        <Words k="office.double-cover.since" facts={{ day: formatDayOf(language, since) }} />{' '}
        <Link href={`/file/${application}`}>
          <Words k="office.double-cover.file" />
        </Link>
      </p>
      {state === 'to_review' && found.answerUntil ? (
        <p>
          <Words k="office.double-cover.answer-until" facts={{ day: day(found.answerUntil) }} />
        </p>
      ) : null}
      {state === 'confirmed' && found.contestUntil ? (
        <p>
          <Words k="office.double-cover.contest-until" facts={{ day: day(found.contestUntil) }} />
        </p>
      ) : null}
      {found.answer ? (
        <p>
          <Words k={`office.double-cover.answered.${found.answer}`} />
        </p>
      ) : null}
      {found.answer ? <SentPapers owner={`cover:${found.id}`} /> : null}
      {found.stands && found.standsFrom ? (
        <p>
          <Words k={`office.double-cover.stands.${found.stands}`} facts={{ day: day(found.standsFrom) }} />
        </p>
      ) : null}
    </div>
  );
}

/** The other cases of the same family. */
function Others({ found: { others } }: { readonly found: WholeCase }) {
  if (others.length === 0) return null;
  return (
    <section>
      <h3>
        <Words k="office.double-cover.others" />
      </h3>
      <ul>
        {others.map(({ id, scheme, state }) => (
          <li key={id}>
            <Words k={`office.double-cover.scheme.${scheme}`} /> · <Words k={`coverage.case.${state}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}
