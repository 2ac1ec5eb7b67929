import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { toDate } from '#platform/dates';
import type { QuestionOutput } from '../../client/contract.ts';
import { calledIn, inFours } from '../../client/names.ts';
import { useOffice } from '../../client/office-context.tsx';
import { mayDo } from '../../client/session.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { useHandsOn } from '../../components/use-hands-on.ts';
import { EventList } from './event-list.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { type Stop, StopDialog } from './stop-dialog.tsx';

export type Family = NonNullable<QuestionOutput<'entitlements.family-over-time'>['family']>;
type ViewProps = { readonly family: Family; readonly onDone: (said: string) => void };

/** One family: its rights, who has a part in them from when to when, what happened in it; and what may be done. */
export function FamilyView({ family, onDone }: ViewProps) {
  const [done, setDone] = useState<string>();
  const page = useRef<HTMLElement>(null);
  // What waits for a decision still, or else the top of what changed.
  const next = () =>
    page.current?.querySelector<HTMLElement>('.family-events .button-primary') ?? page.current?.querySelector('h2');
  useHandsOn(next, done);
  const end = (said: string) => {
    setDone(said);
    onDone(said);
  };
  return (
    <article className="family" ref={page}>
      <h2 tabIndex={-1}>
        <Words k="office.families.family" facts={{ number: inFours(family.registration) }} />
      </h2>
      <Rights family={family} />
      <Members family={family} />
      <EventList events={family.events} onDone={end} />
      <Deeds family={family} onDone={end} />
    </article>
  );
}

function Rights({ family: { rights } }: Pick<ViewProps, 'family'>) {
  const text = useText();
  return (
    <Table aria-label={text('office.families.rights')}>
      <TableHead words="office.families.column" columns={['right', 'from', 'to', 'why']} />
      <tbody>
        {rights.map((right) => (
          <tr key={`${right.from} ${right.state}`}>
            <th scope="row">
              <Words k={`entitlements.right.${right.state}`} />
            </th>
            <td>
              <Words k="office.families.day" facts={{ day: toDate(right.from) }} />
            </td>
            <td>
              <Words k="office.families.day" facts={{ day: toDate(right.to) }} />
            </td>
            <td>
              <Words k={`entitlements.reason.${right.reason}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Members({ family: { members } }: Pick<ViewProps, 'family'>) {
  const text = useText();
  const { language } = useSpeech();
  return (
    <Table aria-label={text('office.families.members')}>
      <TableHead words="office.families.column" columns={['member', 'born', 'part', 'from', 'to']} />
      <tbody>
        {members.map((member) => (
          <tr key={member.person}>
            <th scope="row">
              <bdi>{calledIn(language, member.names)}</bdi>
            </th>
            <td>
              <Words k="office.families.day" facts={{ day: toDate(member.birthDate) }} />
            </td>
            <td>
              <Words k={`entitlements.entitled-by.${member.entitledBy}`} />
            </td>
            <td>
              <Words k="office.families.day" facts={{ day: toDate(member.since) }} />
            </td>
            <td>
              {member.until === undefined ? (
                <Words k="office.families.no-end" />
              ) : (
                <>
                  <Words k="office.families.day" facts={{ day: toDate(member.until) }} />{' '}
                  <span className="hint">
                    <Words k={`office.families.ending.${member.endsBy ?? 'departure'}`} />
                  </span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Deeds({ family, onDone }: ViewProps) {
  const { session } = useOffice();
  const [doing, setDoing] = useState<Stop | 'report' | 'renew'>();
  const isSuspended = family.rights.some(({ state }) => state === 'suspended');
  const stops: readonly Stop[] = mayDo(session, 'entitlements:suspend') ? [isSuspended ? 'resume' : 'suspend', 'close'] : [];
  const end = (said?: string) => {
    setDoing(undefined);
    if (said !== undefined) onDone(said);
  };
  return (
    <div className="buttons">
      {mayDo(session, 'entitlements:report-event') ? (
        <Button look="primary" onPress={() => setDoing('report')}>
          <Words k="office.families.report" />
        </Button>
      ) : null}
      {family.renewalAsked === undefined ? null : (
        <p className="hint">
          <Words k="office.families.renew-asked" facts={{ day: toDate(family.renewalAsked) }} />
        </p>
      )}
      {mayDo(session, 'entitlements:report-event') && family.renewalAsked === undefined ? (
        <Button onPress={() => setDoing('renew')}>
          <Words k="office.families.renew" />
        </Button>
      ) : null}
      {mayDo(session, 'cards:hand-over') ? (
        <Link className="button" href={`/desk?family=${family.registration}`}>
          <Words k="office.families.cards" />
        </Link>
      ) : null}
      {stops.map((stop) => (
        <Button key={stop} onPress={() => setDoing(stop)}>
          <Words k={`office.families.stop.${stop}`} />
        </Button>
      ))}
      {doing === 'report' ? <ReportDialog family={family} onEnd={end} /> : null}
      {doing === 'renew' ? <RenewDialog registration={family.registration} onEnd={end} /> : null}
      {doing === undefined || doing === 'report' || doing === 'renew' ? null : (
        <StopDialog stop={doing} registration={family.registration} onEnd={end} />
      )}
    </div>
  );
}
