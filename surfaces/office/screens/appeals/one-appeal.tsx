import { Link } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { type BothNames, CommuneOf, NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { AppealDeeds } from './appeal-deeds.tsx';
import { BeforeAndNow } from './before-and-now.tsx';
import { ClockTag } from './clock-tag.tsx';
import { Answer, AskedFor, FirstDecision, Grievance } from './grievance.tsx';

export type FullAppeal = NonNullable<QuestionOutput<'commissions.appeal-in-full'>['found']>;

/** One appeal: what the family says beside what was decided first, the file before and now, and what can be done. */
export function OneAppeal({ id }: { readonly id: string }) {
  const asked = useAnswer('commissions.appeal-in-full', { appeal: id });
  const again = asked.state === 'ready' ? asked.again : () => undefined;
  return (
    <Shown
      asked={asked}
      isEmpty={({ found }) => found === undefined}
      empty={
        <Empty>
          <Words k="commissions.refusal.appeal-not-found" />
        </Empty>
      }
    >
      {({ found }) => (found === undefined ? null : <Whole found={found} again={again} />)}
    </Shown>
  );
}

type WholeProps = { readonly found: FullAppeal; readonly again: () => void };

function Whole({ found, again }: WholeProps) {
  const { appeal, ruling } = found;
  return (
    <article className="appeal">
      <h2>
        <NumberOf number={appeal.number} /> · <NameOf names={found.names as BothNames} />
      </h2>
      <Standing found={found} />
      {found.isFirstHand ? (
        <p className="fault">
          <Words k="office.appeals.first-hand" />
        </p>
      ) : (
        <AppealDeeds found={found} again={again} />
      )}
      {appeal.answer ? <Answer answer={{ id: appeal.id, ...appeal.answer }} name="answer" /> : null}
      {ruling ? <Answer answer={ruling} name="ruling" /> : null}
      <AskedFor found={found} />
      <div className="appeal-pair">
        <Grievance found={found} />
        <FirstDecision found={found} />
      </div>
      <BeforeAndNow found={found} />
    </article>
  );
}

/** Where it stands and until when, and the ways to its file, its papers and the sitting that hears it. */
function Standing({ found: { appeal, request, clock, daysLeft, hearing } }: { readonly found: FullAppeal }) {
  const isAwaited = appeal.outcome === null && appeal.state !== 'not_admissible' && appeal.state !== 'notified';
  return (
    <p className="appeal-standing">
      <strong>
        <Words k={`commissions.appeal-state.${appeal.state}`} />
      </strong>
      {isAwaited ? <ClockTag clock={clock} daysLeft={daysLeft} /> : null}
      <CommuneOf code={appeal.territory} />
      <Link href={`/file/${appeal.application}`}>
        <NumberOf number={request} />
      </Link>
      <Link href={`/file/${appeal.application}/papers`}>
        <Words k="office.file.section.papers" />
      </Link>
      {hearing === undefined ? null : (
        <Link href={`/appeals/sittings/${hearing.sitting}`}>
          <Words k="office.appeals.held-on" facts={{ day: hearing.heldOn }} />
        </Link>
      )}
    </p>
  );
}
