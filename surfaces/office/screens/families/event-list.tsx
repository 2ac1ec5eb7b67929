import { useState } from 'react';
import { toDate } from '#platform/dates';
import { formatDayOf } from '../../client/moments.ts';
import { calledIn } from '../../client/names.ts';
import { useOffice } from '../../client/office-context.tsx';
import { mayDo } from '../../client/session.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { CommuneOf } from '../../components/naming.tsx';
import { SentPapers } from '../../components/sent-papers.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import type { Family } from './family-view.tsx';
import { NewcomerCover } from './newcomer-cover.tsx';
import { ThenAndNow } from './then-and-now.tsx';

type Event = Family['events'][number];
type ListProps = { readonly events: readonly Event[]; readonly onDone: (said: string) => void };

const looks: Readonly<Record<Event['state'], TagLook>> = {
  reported: 'todo',
  accepted: 'open',
  refused: 'refused',
  withdrawn: 'waiting',
  undone: 'warning',
};

/** What happened in a family, the latest first, each with its proof, where it stands and what may be done with it. */
export function EventList({ events, onDone }: ListProps) {
  const [deciding, setDeciding] = useState<{ readonly event: Event; readonly decision: Decision }>();
  return (
    <section>
      <h3>
        <Words k="office.families.events" />
      </h3>
      {events.length === 0 ? (
        <p className="hint">
          <Words k="office.families.no-events" />
        </p>
      ) : (
        <ul className="family-events">
          {events.map((event) => (
            <li key={event.event}>
              <Said event={event} />
              <Choices event={event} onDecide={(decision) => setDeciding({ event, decision })} />
            </li>
          ))}
        </ul>
      )}
      {deciding === undefined ? null : (
        <DecideDialog
          {...deciding}
          onEnd={(said) => {
            setDeciding(undefined);
            if (said !== undefined) onDone(said);
          }}
        />
      )}
    </section>
  );
}

function Said({ event }: { readonly event: Event }) {
  const { language } = useSpeech();
  const { kind, names, happenedOn, commune, proof, cover, correction, reportedBy, reportedAt, state, reason } = event;
  return (
    <>
      <p>
        <Tag look={looks[state]}>
          <Words k={`entitlements.event-state.${state}`} />
        </Tag>{' '}
        <strong>
          <Words k={`entitlements.event.${kind}`} />
        </strong>{' '}
        {names ? <bdi>{calledIn(language, names)}</bdi> : null} {commune ? <CommuneOf code={commune} /> : null}{' '}
        <Words k="office.families.day" facts={{ day: toDate(happenedOn) }} />
      </p>
      <p className="hint">
        <Words k={`entitlements.proof.${proof.kind}`} /> <bdi dir="ltr">{proof.number}</bdi> ·{' '}
        <Words k={`office.families.reported-by.${reportedBy}`} facts={{ day: formatDayOf(language, reportedAt) }} />
      </p>
      {correction === undefined ? null : <ThenAndNow correction={correction} />}
      {reportedBy === 'family' ? <SentPapers owner={`event:${event.event}`} /> : null}
      {cover === undefined ? null : <NewcomerCover cover={cover} />}
      {reason === undefined ? null : (
        <p className="hint">
          <Words k="office.families.reason" /> <bdi>{reason}</bdi>
        </p>
      )}
    </>
  );
}

type ChoicesProps = { readonly event: Event; readonly onDecide: (decision: Decision) => void };

function Choices({ event, onDecide }: ChoicesProps) {
  const { session } = useOffice();
  const decisions: readonly Decision[] =
    event.state === 'reported' ? ['accepted', 'refused'] : event.state === 'accepted' ? ['undone'] : [];
  if (decisions.length === 0 || !mayDo(session, 'entitlements:decide-event')) return null;
  return (
    <div className="buttons">
      {decisions.map((decision) => (
        <Button key={decision} {...(decision === 'accepted' ? { look: 'primary' } : {})} onPress={() => onDecide(decision)}>
          <Words k={`office.families.decide.${decision}`} />
        </Button>
      ))}
    </div>
  );
}
