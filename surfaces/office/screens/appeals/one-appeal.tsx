import { useState } from 'react';
import { Link } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { type BothNames, CommuneOf, NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { AdmitDialog } from './admit-dialog.tsx';
import { BeforeAndNow } from './before-and-now.tsx';
import { ClockTag } from './clock-tag.tsx';
import { Quoted } from './quoted.tsx';
import { type Ruling, RulingDialog } from './ruling-dialog.tsx';

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
  const { appeal, request, names, daysLeft, clock } = found;
  return (
    <article className="administration">
      <h2>
        <NumberOf number={appeal.number} /> · <NameOf names={names as BothNames} />
      </h2>
      <p>
        <Words k={`commissions.appeal-state.${appeal.state}`} /> · <ClockTag clock={clock} daysLeft={daysLeft} /> ·{' '}
        <CommuneOf code={appeal.territory} /> ·{' '}
        <Link href={`/file/${appeal.application}`}>
          <NumberOf number={request} />
        </Link>
      </p>
      {found.isFirstHand ? (
        <p className="fault">
          <Words k="commissions.refusal.decided-first" />
        </p>
      ) : (
        <Deeds found={found} again={again} />
      )}
      <Grievance found={found} />
      <FirstDecision found={found} />
      {appeal.answer ? <Answer answer={appeal.answer} /> : null}
      <BeforeAndNow found={found} />
    </article>
  );
}

function Grievance({ found: { appeal } }: { readonly found: FullAppeal }) {
  return (
    <section>
      <h3>
        <Words k="office.appeals.grievance" />
      </h3>
      <ul>
        {appeal.criteria.map((criterion) => (
          <li key={criterion}>
            <Words k={`commissions.criterion.${criterion}`} />
          </li>
        ))}
      </ul>
      {appeal.words === '' ? null : <Quoted>{appeal.words}</Quoted>}
      {appeal.isLate ? (
        <p>
          <Words k="office.appeals.was-late" facts={{ last: appeal.lastDay }} />
        </p>
      ) : null}
      {appeal.reason === null ? null : <Quoted>{appeal.reason}</Quoted>}
    </section>
  );
}

function FirstDecision({ found: { first } }: { readonly found: FullAppeal }) {
  return (
    <section>
      <h3>
        <Words k="office.appeals.first" />
      </h3>
      <p>
        <Words k={`commissions.outcome.${first.outcome}`} /> · <Words k={`commissions.reason.${first.reason}`} /> ·{' '}
        <Words k="office.appeals.held-on" facts={{ day: first.heldOn }} /> · <NumberOf number={first.sitting} />
      </p>
      {first.remark === null ? null : <Quoted>{first.remark}</Quoted>}
      <ul>
        {first.opinions.map(({ institution, outcome, words = '' }) => (
          <li key={institution}>
            <Words k={`commissions.institution.${institution}`} /> · <Words k={`commissions.outcome.${outcome}`} />{' '}
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ answer }: { readonly answer: NonNullable<FullAppeal['appeal']['answer']> }) {
  return (
    <section>
      <h3>
        <Words k="office.appeals.answer" />
      </h3>
      <p>
        <Words k={`commissions.appeal-outcome.${answer.outcome}`} />
        {answer.category === null ? null : (
          <>
            {' '}
            · <Words k={`commissions.outcome.${answer.category}`} />
          </>
        )}
      </p>
      <Quoted>{answer.words}</Quoted>
    </section>
  );
}

type Asked = 'admit' | 'turn-down' | Ruling;

/** What can be done now, each by a key: admit or not while it is filed; maintain, reform, send back, adjourn while the commission sits. */
function Deeds({ found, again }: WholeProps) {
  const [asked, setAsked] = useState<Asked>();
  const mayExamine = useMayDo('commissions:examine-appeal') && found.appeal.state === 'filed';
  const isOpen = found.hearing?.state === 'open' && found.appeal.state === 'scheduled' && found.ruling === undefined;
  const mayRule = useMayDo('commissions:hear-appeals') && isOpen;
  useShortcut('appeal-uphold', () => setAsked('upheld'), mayRule);
  useShortcut('appeal-reform', () => setAsked('reformed'), mayRule);
  useShortcut('appeal-send-back', () => setAsked('sent_back'), mayRule);
  useShortcut('appeal-adjourn', () => setAsked('adjourned'), mayRule);
  const close = () => setAsked(undefined);
  const { sitting = '' } = found.hearing ?? {};
  return (
    <div className="buttons">
      {mayExamine ? (
        <>
          <Button look="primary" onPress={() => setAsked('admit')}>
            <Words k="office.appeals.do.admit" />
          </Button>
          <Button onPress={() => setAsked('turn-down')}>
            <Words k="office.appeals.do.turn-down" />
          </Button>
        </>
      ) : null}
      {mayRule
        ? keys.map(([outcome, key]) => (
            <Button key={outcome} keys={key} onPress={() => setAsked(outcome)}>
              <Words k={`commissions.appeal-outcome.${outcome}`} />
            </Button>
          ))
        : null}
      {asked === 'admit' || asked === 'turn-down' ? (
        <AdmitDialog appeal={found.appeal} passage={asked} onClose={close} onDone={again} />
      ) : null}
      {asked === undefined || asked === 'admit' || asked === 'turn-down' ? null : (
        <RulingDialog found={found} sitting={sitting} outcome={asked} onClose={close} onDone={again} />
      )}
    </div>
  );
}

const keys = [
  ['upheld', 'M'],
  ['reformed', 'F'],
  ['sent_back', 'W'],
  ['adjourned', 'J'],
] as const;
