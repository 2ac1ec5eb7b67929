import { useState } from 'react';
import { Link } from 'wouter';
import type { DeedInput, DeedName, QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo, useOffice } from '../../client/office-context.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown, wordsOfFailure } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { ClockTag } from './clock-tag.tsx';

type Found = NonNullable<QuestionOutput<'commissions.hearing'>['hearing']>;
type StageProps = { readonly found: Found; readonly onDone: () => void };

/** One sitting of the provincial commission: what it hears, who sits, what it has ruled, and its sealing. */
export function Hearing({ id }: { readonly id: string }) {
  const asked = useAnswer('commissions.hearing', { sitting: id });
  const again = asked.state === 'ready' ? asked.again : () => undefined;
  return (
    <Shown
      asked={asked}
      isEmpty={({ hearing }) => hearing === undefined}
      empty={
        <Empty>
          <Words k="commissions.refusal.sitting-not-found" />
        </Empty>
      }
    >
      {({ hearing }) => (hearing === undefined ? null : <Whole found={hearing} onDone={again} />)}
    </Shown>
  );
}

function Whole({ found, onDone }: StageProps) {
  const { sitting, quorum, appeals, decided } = found;
  const may = useMayDo('commissions:hear-appeals');
  return (
    <>
      <h2>
        <NumberOf number={sitting.number} /> · <Words k="office.appeals.held-on" facts={{ day: sitting.heldOn }} /> ·{' '}
        <Words k={`commissions.sitting.${sitting.state}`} />
      </h2>
      {sitting.state === 'convened' && may ? <Agenda found={found} onDone={onDone} /> : null}
      {sitting.state === 'agenda_frozen' && may ? <Attendance found={found} onDone={onDone} /> : null}
      {sitting.state === 'open' ? (
        <p>
          <Tag look={quorum.reached ? 'open' : 'refused'}>
            <Words k="office.appeals.quorum" facts={{ present: quorum.present, needed: quorum.needed }} />
          </Tag>{' '}
          <Words k="office.appeals.decided" facts={{ decided, all: appeals.length }} />
        </p>
      ) : null}
      <Listed appeals={appeals} />
      {sitting.state === 'open' && may ? (
        <Act
          deed="commissions.seal-sitting"
          name="seal"
          input={decided < appeals.length ? undefined : { sitting: sitting.id }}
          onDone={onDone}
        />
      ) : null}
    </>
  );
}

function Listed({ appeals }: { readonly appeals: Found['appeals'] }) {
  const inScript = useInScript();
  return (
    <ol>
      {appeals.map((appeal) => (
        <li key={appeal.appeal}>
          <Link href={`/appeals/queue/${appeal.appeal}`}>
            <NumberOf number={appeal.number} />
          </Link>{' '}
          <NameOf names={appeal.names} /> · <ClockTag clock={appeal.clock} daysLeft={appeal.daysLeft} />{' '}
          {appeal.ruling === undefined ? null : (
            <strong>
              <Words k={`commissions.appeal-outcome.${appeal.ruling.outcome}`} />
            </strong>
          )}{' '}
          {appeal.recused.length === 0 ? null : (
            <>
              <Words k="office.appeals.recused" />{' '}
              <bdi>{appeal.recused.map(({ nameFr, nameAr }) => inScript({ fr: nameFr, ar: nameAr })).join(' · ')}</bdi>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Which admitted appeals come before the sitting, the nearest deadline first; any can be left out. */
function Agenda({ found, onDone }: StageProps) {
  const asked = useAnswer('commissions.appeals-queue', { states: ['admitted'], limit: 100 });
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  return (
    <Shown asked={asked}>
      {({ appeals }) => {
        const taken = appeals.filter(({ id }) => !out.has(id)).map(({ id }) => id);
        const input = taken.length === 0 ? undefined : { sitting: found.sitting.id, appeals: taken };
        return (
          <>
            {appeals.map(({ id, number, names, clock, daysLeft }) => (
              <Tick key={id} isOn={!out.has(id)} onChange={() => setOut(toggled(out, id))}>
                <NumberOf number={number} /> <NameOf names={names} /> <ClockTag clock={clock} daysLeft={daysLeft} />
              </Tick>
            ))}
            <Act deed="commissions.freeze-appeals" name="freeze" input={input} onDone={onDone} />
          </>
        );
      }}
    </Shown>
  );
}

/** Who of the commission has come; the sitting opens with its quorum. */
function Attendance({ found, onDone }: StageProps) {
  const { territory, id, heldOn } = found.sitting;
  const asked = useAnswer('commissions.members-of-commission', { kind: 'cpp', territory, on: heldOn });
  const inScript = useInScript();
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  return (
    <Shown asked={asked}>
      {({ members }) => (
        <>
          {members.map((member) => (
            <Tick key={member.id} isOn={here.has(member.id)} onChange={() => setHere(toggled(here, member.id))}>
              <bdi>{inScript({ fr: member.nameFr, ar: member.nameAr })}</bdi> ·{' '}
              <Words k={`commissions.institution.${member.institution}`} />
            </Tick>
          ))}
          <Act deed="commissions.open-sitting" name="open" input={{ sitting: id, present: [...here] }} onDone={onDone} />
        </>
      )}
    </Shown>
  );
}

type TickProps = { readonly isOn: boolean; readonly onChange: () => void; readonly children: React.ReactNode };

function Tick({ isOn, onChange, children }: TickProps) {
  return (
    <p>
      <label>
        <input type="checkbox" checked={isOn} onChange={onChange} /> {children}
      </label>
    </p>
  );
}

type ActProps<N extends DeedName> = {
  readonly deed: N;
  readonly name: string;
  readonly input: DeedInput<N> | undefined;
  readonly onDone: () => void;
};

/** A button that does one deed now; not to be pressed while something is missing. */
function Act<N extends DeedName>({ deed, name, input, onDone }: ActProps<N>) {
  const { client } = useOffice();
  const text = useText();
  const [fault, setFault] = useState<string>();
  const act = async () => {
    if (input === undefined) return;
    try {
      await client.attempt(deed, input);
      onDone();
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    }
  };
  return (
    <>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" isDisabled={input === undefined} onPress={() => void act()}>
          <Words k={`office.appeals.do.${name}`} />
        </Button>
      </div>
    </>
  );
}

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
